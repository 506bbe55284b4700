package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.ELASTICLOADBALANCINGV2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/** Application, network and gateway load balancers, and what each of their listeners speaks. */
final class ElasticLoadBalancingV2Types {
    private static final int TAGGED_AT_ONCE = 20;

    private ElasticLoadBalancingV2Types() {}

    static List<AwsType<?>> all() {
        return List.of(loadBalancer(), listener());
    }

    private static AwsType<?> loadBalancer() {
        return ELASTICLOADBALANCINGV2
                .type("aws.elasticloadbalancingv2.loadbalancer")
                .list(
                        "DescribeLoadBalancers",
                        (elb, token) -> elb.describeLoadBalancers(r -> r.marker(token)),
                        DescribeLoadBalancersResponse::nextMarker,
                        DescribeLoadBalancersResponse::loadBalancers)
                .id(LoadBalancer::loadBalancerArn)
                .name(LoadBalancer::loadBalancerName)
                .goneIf("LoadBalancerNotFound")
                .describe(
                        "DescribeTags",
                        TagDescription::builder,
                        TAGGED_AT_ONCE,
                        (elb, balancers) -> tags(
                                elb,
                                balancers.stream()
                                        .map(LoadBalancer::loadBalancerArn)
                                        .toList()),
                        TagDescription::resourceArn,
                        LoadBalancer::loadBalancerArn)
                .ask(
                        "DescribeLoadBalancerAttributes",
                        (elb, balancer, arn) -> elb.describeLoadBalancerAttributes(r -> r.loadBalancerArn(arn)))
                .build();
    }

    private static AwsType<?> listener() {
        return ELASTICLOADBALANCINGV2
                .type("aws.elasticloadbalancingv2.listener")
                .within(
                        "DescribeLoadBalancers",
                        (elb, token) -> elb.describeLoadBalancers(r -> r.marker(token)),
                        DescribeLoadBalancersResponse::nextMarker,
                        DescribeLoadBalancersResponse::loadBalancers)
                .list(
                        "DescribeListeners",
                        (elb, balancer, token) -> elb.describeListeners(r ->
                                r.loadBalancerArn(balancer.loadBalancerArn()).marker(token)),
                        DescribeListenersResponse::nextMarker,
                        DescribeListenersResponse::listeners)
                .id(listener -> listener.item().listenerArn())
                .name(listener -> name(listener.item()))
                .goneIf("ListenerNotFound")
                .describe(
                        "DescribeTags",
                        TagDescription::builder,
                        TAGGED_AT_ONCE,
                        (elb, listeners) -> tags(
                                elb,
                                listeners.stream()
                                        .map(listener -> listener.item().listenerArn())
                                        .toList()),
                        TagDescription::resourceArn,
                        listener -> listener.item().listenerArn())
                .build();
    }

    private static List<TagDescription> tags(ElasticLoadBalancingV2Client elb, List<String> arns) {
        return elb.describeTags(r -> r.resourceArns(arns)).tagDescriptions();
    }

    /** As the console has it, such as {@code HTTPS:443}. Gateway load balancers' have neither part. */
    private static @Nullable String name(Listener listener) {
        return listener.port() == null ? null : listener.protocolAsString() + ":" + listener.port();
    }
}
