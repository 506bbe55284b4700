package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.CollectedType.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.aws.LoopbackAws.Request;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Load balancers of both APIs in their wire format. */
class BalancerTypesTest {
    private static final String ELB = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:";

    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = SmallEstate.tell(new LoopbackAws());
        aws.when(
                "elasticloadbalancingv2:DescribeLoadBalancers",
                request -> request.parameter("Marker").isEmpty()
                        ? balancers("<NextMarker>2</NextMarker>", "one")
                        : balancers("", "two"));
        aws.when("elasticloadbalancingv2:DescribeTags", BalancerTypesTest::tags);
        aws.when("elasticloadbalancingv2:DescribeLoadBalancerAttributes", xml("DescribeLoadBalancerAttributes", """
                <Attributes><member><Key>access_logs.s3.enabled</Key><Value>false</Value></member></Attributes>"""));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void loadBalancersWithTheirAttributes() {
        CollectedType balancers = CollectedType.read(aws, "aws.elasticloadbalancingv2.loadbalancer");

        assertThat(balancers.ids()).containsExactly(ELB + "loadbalancer/app/one/1", ELB + "loadbalancer/app/two/1");
        Resource one = balancers.resource(ELB + "loadbalancer/app/one/1");
        assertThat(one.name()).isEqualTo("one");
        assertThat(one.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(one.config()).containsEntry("Scheme", "internet-facing");
        assertThat(at(one, "LoadBalancerAttributes.Attributes.Key")).isEqualTo("access_logs.s3.enabled");
    }

    @Test
    void tagsAreAskedForTwentyAtATime() {
        aws.when(
                "elasticloadbalancingv2:DescribeLoadBalancers",
                balancers(
                        "", IntStream.range(0, 41).mapToObj(each -> "lb" + each).toArray(String[]::new)));

        CollectedType balancers = CollectedType.read(aws, "aws.elasticloadbalancingv2.loadbalancer");

        assertThat(balancers.resources())
                .hasSize(41)
                .allSatisfy(each -> assertThat(each.tags()).containsEntry("team", "web"));
        assertThat(aws.count("elasticloadbalancingv2:DescribeTags")).isEqualTo(3);
    }

    @Test
    void oneThatIsDeletedSinceTakesNoOtherWithIt() {
        aws.when("elasticloadbalancingv2:DescribeLoadBalancers", balancers("", "one", "gone", "two"));
        aws.when(
                "elasticloadbalancingv2:DescribeTags",
                request -> asked(request).anyMatch(arn -> arn.contains("gone"))
                        ? LoopbackAws.iamError(400, "LoadBalancerNotFound")
                        : tags(request));

        CollectedType balancers = CollectedType.read(aws, "aws.elasticloadbalancingv2.loadbalancer");

        assertThat(balancers.ids()).containsExactly(ELB + "loadbalancer/app/one/1", ELB + "loadbalancer/app/two/1");
        assertThat(balancers.resources())
                .allSatisfy(each -> assertThat(each.tags()).containsEntry("team", "web"));
    }

    @Test
    void listenersWithTheirTlsPolicy() {
        aws.when("elasticloadbalancingv2:DescribeListeners", request -> {
            String listener = request.parameter("LoadBalancerArn").replace("loadbalancer", "listener");
            return request.parameter("Marker").isEmpty()
                    ? xml("DescribeListeners", """
                    <Listeners><member><ListenerArn>%s/a</ListenerArn><Port>443</Port><Protocol>HTTPS</Protocol>
                    <SslPolicy>ELBSecurityPolicy-2016-08</SslPolicy></member></Listeners><NextMarker>2</NextMarker>""".formatted(listener))
                    : xml("DescribeListeners", """
                    <Listeners><member><ListenerArn>%s/b</ListenerArn></member></Listeners>""".formatted(listener));
        });

        CollectedType listeners = CollectedType.read(aws, "aws.elasticloadbalancingv2.listener");

        assertThat(listeners.ids())
                .containsExactly(
                        ELB + "listener/app/one/1/a",
                        ELB + "listener/app/one/1/b",
                        ELB + "listener/app/two/1/a",
                        ELB + "listener/app/two/1/b");
        Resource https = listeners.resource(ELB + "listener/app/one/1/a");
        assertThat(https.name()).isEqualTo("HTTPS:443");
        assertThat(https.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(https.config()).containsEntry("SslPolicy", "ELBSecurityPolicy-2016-08");
        assertThat(listeners.resource(ELB + "listener/app/one/1/b").name()).isEqualTo("b");
    }

    @Test
    void classicLoadBalancersWithThePoliciesOfTheirTls() {
        aws.when(
                "elasticloadbalancing:DescribeLoadBalancers",
                request -> request.parameter("Marker").isEmpty()
                        ? classic("tls", "HTTPS", "<NextMarker>2</NextMarker>")
                        : classic("plain", "HTTP", ""));
        aws.when(
                "elasticloadbalancing:DescribeTags",
                request -> xml("DescribeTags", """
                <TagDescriptions><member><LoadBalancerName>%s</LoadBalancerName><Tags><member><Key>team</Key>
                <Value>web</Value></member></Tags></member></TagDescriptions>""".formatted(request.parameter("LoadBalancerNames.member.1"))));
        aws.when("elasticloadbalancing:DescribeLoadBalancerAttributes", xml("DescribeLoadBalancerAttributes", """
                <LoadBalancerAttributes><AccessLog><Enabled>false</Enabled></AccessLog></LoadBalancerAttributes>"""));
        aws.when("elasticloadbalancing:DescribeLoadBalancerPolicies", xml("DescribeLoadBalancerPolicies", """
                <PolicyDescriptions><member><PolicyName>p</PolicyName><PolicyAttributeDescriptions><member>
                <AttributeName>Protocol-TLSv1</AttributeName><AttributeValue>true</AttributeValue></member>
                </PolicyAttributeDescriptions></member></PolicyDescriptions>"""));

        CollectedType balancers = CollectedType.read(aws, "aws.elasticloadbalancing.loadbalancer");

        assertThat(balancers.ids()).containsExactly(ELB + "loadbalancer/plain", ELB + "loadbalancer/tls");
        Resource tls = balancers.resource(ELB + "loadbalancer/tls");
        assertThat(tls.name()).isEqualTo("tls");
        assertThat(tls.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(at(tls, "LoadBalancerAttributes.LoadBalancerAttributes.AccessLog.Enabled"))
                .isEqualTo(false);
        assertThat(at(tls, "LoadBalancerPolicies.PolicyDescriptions.PolicyAttributeDescriptions.AttributeName"))
                .isEqualTo("Protocol-TLSv1");
        assertThat(balancers.resource(ELB + "loadbalancer/plain").config()).containsEntry("LoadBalancerPolicies", null);
    }

    private static Answer balancers(String paging, String... names) {
        String members = Stream.of(names).map(name -> """
                <member><LoadBalancerArn>%1$sloadbalancer/app/%2$s/1</LoadBalancerArn>
                <LoadBalancerName>%2$s</LoadBalancerName><Scheme>internet-facing</Scheme></member>""".formatted(ELB, name)).collect(Collectors.joining());
        return xml("DescribeLoadBalancers", "<LoadBalancers>%s</LoadBalancers>%s".formatted(members, paging));
    }

    private static Answer tags(Request request) {
        String members = asked(request).map(arn -> """
                <member><ResourceArn>%s</ResourceArn><Tags><member><Key>team</Key><Value>web</Value></member></Tags>
                </member>""".formatted(arn)).collect(Collectors.joining());
        return xml("DescribeTags", "<TagDescriptions>%s</TagDescriptions>".formatted(members));
    }

    private static Stream<String> asked(Request request) {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(each -> request.parameter("ResourceArns.member." + each))
                .filter(arn -> !arn.isEmpty());
    }

    private static Answer classic(String name, String protocol, String paging) {
        return xml("DescribeLoadBalancers", """
                <LoadBalancerDescriptions><member><LoadBalancerName>%s</LoadBalancerName><ListenerDescriptions><member>
                <Listener><Protocol>%s</Protocol></Listener></member></ListenerDescriptions></member>
                </LoadBalancerDescriptions>%s""".formatted(name, protocol, paging));
    }

    private static Answer xml(String operation, String result) {
        return SmallEstate.xml(operation, result);
    }
}
