package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.ELASTICLOADBALANCING;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.TagDescription;

/** Classic load balancers: attributes, listeners and the TLS that their policies allow. */
final class ElasticLoadBalancingTypes {
    private static final int TAGGED_AT_ONCE = 20;
    private static final Set<String> TLS = Set.of("HTTPS", "SSL");

    private ElasticLoadBalancingTypes() {}

    static List<AwsType<?>> all() {
        return List.of(loadBalancer());
    }

    private static AwsType<?> loadBalancer() {
        return ELASTICLOADBALANCING
                .type("aws.elasticloadbalancing.loadbalancer")
                .list(
                        "DescribeLoadBalancers",
                        (elb, token) -> elb.describeLoadBalancers(r -> r.marker(token)),
                        DescribeLoadBalancersResponse::nextMarker,
                        DescribeLoadBalancersResponse::loadBalancerDescriptions)
                .id((balancer, place) ->
                        place.arn("elasticloadbalancing", "loadbalancer/" + balancer.loadBalancerName()))
                .name(LoadBalancerDescription::loadBalancerName)
                .goneIf("LoadBalancerNotFound")
                .describe(
                        "DescribeTags",
                        TagDescription::builder,
                        TAGGED_AT_ONCE,
                        (elb, balancers) -> elb.describeTags(r -> r.loadBalancerNames(balancers.stream()
                                        .map(LoadBalancerDescription::loadBalancerName)
                                        .toList()))
                                .tagDescriptions(),
                        TagDescription::loadBalancerName,
                        LoadBalancerDescription::loadBalancerName)
                .ask(
                        "DescribeLoadBalancerAttributes",
                        (elb, balancer) -> elb.describeLoadBalancerAttributes(
                                r -> r.loadBalancerName(balancer.loadBalancerName())))
                .ask(
                        "DescribeLoadBalancerPolicies",
                        (elb, balancer) ->
                                elb.describeLoadBalancerPolicies(r -> r.loadBalancerName(balancer.loadBalancerName())),
                        question -> question.onlyIf(ElasticLoadBalancingTypes::speaksTls))
                .build();
    }

    private static boolean speaksTls(LoadBalancerDescription balancer) {
        return balancer.listenerDescriptions().stream()
                .anyMatch(each -> TLS.contains(each.listener().protocol()));
    }
}
