package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.CollectedType.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What faces callers: Lambda, API Gateway and CloudFront in their wire format. */
class EdgeTypesTest {
    private static final String FUNCTION = "arn:aws:lambda:eu-west-1:111122223333:function:";
    private static final String GATEWAY = "arn:aws:apigateway:eu-west-1::";
    private static final String DISTRIBUTION = "arn:aws:cloudfront::111122223333:distribution/";

    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = SmallEstate.tell(new LoopbackAws());
        aws.when(
                "lambda:ListFunctions",
                request -> request.parameter("Marker").isEmpty()
                        ? Answer.ok("""
                {"Functions": [{"FunctionName": "load", "FunctionArn": "%sload", "Runtime": "java25",
                 "VpcConfig": {"VpcId": "vpc-1"}}], "NextMarker": "2"}""".formatted(FUNCTION))
                        : Answer.ok("""
                {"Functions": [{"FunctionName": "store", "FunctionArn": "%sstore"}]}""".formatted(FUNCTION)));
        aws.when(
                "lambda:GetPolicy", Answer.ok("{\"Policy\": \"{\\\"Statement\\\":[{\\\"Principal\\\":\\\"*\\\"}]}\"}"));
        aws.when(
                "lambda:ListFunctionUrlConfigs",
                request -> request.parameter("Marker").isEmpty()
                        ? Answer.ok("{\"FunctionUrlConfigs\": [], \"NextMarker\": \"2\"}")
                        : Answer.ok("{\"FunctionUrlConfigs\": [{\"AuthType\": \"NONE\"}]}"));
        aws.when("lambda:ListTags", Answer.ok("{\"Tags\": {\"team\": \"web\"}}"));
        aws.when(
                "apigateway:GetRestApis",
                request -> request.parameter("position").isEmpty()
                        ? Answer.ok("""
                {"item": [{"id": "a1", "name": "orders", "tags": {"team": "web"}, "endpointConfiguration": {"types": ["EDGE"]},
                 "policy": "{\\\\\\"Statement\\\\\\":[{\\\\\\"Principal\\\\\\":\\\\\\"*\\\\\\"}]}"}], "position": "2"}""")
                        : Answer.ok("{\"item\": [{\"id\": \"a2\", \"name\": \"bills\"}]}"));
        aws.when(
                "apigatewayv2:GetApis",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok("""
                {"items": [{"apiId": "h1", "name": "chat", "protocolType": "WEBSOCKET", "tags": {"team": "web"}}],
                 "nextToken": "2"}""")
                        : Answer.ok(
                                "{\"items\": [{\"apiId\": \"h2\", \"name\": \"hooks\", \"protocolType\": \"HTTP\"}]}"));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void functionsWithTheirPoliciesAndUrls() {
        CollectedType functions = CollectedType.read(aws, "aws.lambda.function");

        assertThat(functions.ids()).containsExactly(FUNCTION + "load", FUNCTION + "store");
        Resource load = functions.resource(FUNCTION + "load");
        assertThat(load.name()).isEqualTo("load");
        assertThat(load.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(at(load, "VpcConfig.VpcId")).isEqualTo("vpc-1");
        assertThat(at(load, "Policy.Policy.Statement.Principal")).isEqualTo("*");
        assertThat(at(load, "FunctionUrlConfigs.FunctionUrlConfigs.AuthType")).isEqualTo("NONE");
    }

    @Test
    void aFunctionMayHaveNoPolicy() {
        aws.when("lambda:GetPolicy", LoopbackAws.jsonError(404, "ResourceNotFoundException"));

        assertThat(CollectedType.read(aws, "aws.lambda.function")
                        .resource(FUNCTION + "load")
                        .config())
                .containsEntry("Policy", null);
    }

    @Test
    void aFunctionDeletedSinceItWasListedIsNoResource() {
        aws.when("lambda:ListTags", LoopbackAws.jsonError(404, "ResourceNotFoundException"));

        assertThat(CollectedType.read(aws, "aws.lambda.function").resources()).isEmpty();
    }

    @Test
    void restApisWithTheirPoliciesAndAuthorizers() {
        aws.when(
                "apigateway:GetAuthorizers",
                request -> request.parameter("position").isEmpty()
                        ? Answer.ok("{\"item\": [], \"position\": \"2\"}")
                        : Answer.ok("{\"item\": [{\"id\": \"x\", \"type\": \"COGNITO_USER_POOLS\"}]}"));

        CollectedType apis = CollectedType.read(aws, "aws.apigateway.restapi");

        assertThat(apis.ids()).containsExactly(GATEWAY + "/restapis/a1", GATEWAY + "/restapis/a2");
        Resource orders = apis.resource(GATEWAY + "/restapis/a1");
        assertThat(orders.name()).isEqualTo("orders");
        assertThat(orders.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(at(orders, "policy.Statement.Principal")).isEqualTo("*");
        assertThat(at(orders, "Authorizers.items.type")).isEqualTo("COGNITO_USER_POOLS");
    }

    @Test
    void stagesOfRestApis() {
        aws.when("apigateway:GetStages", Answer.ok("""
                {"item": [{"stageName": "live", "cacheClusterEnabled": true, "tags": {"team": "web"},
                 "methodSettings": {"*/*": {"cacheDataEncrypted": false, "loggingLevel": "INFO"}}}]}"""));

        CollectedType stages = CollectedType.read(aws, "aws.apigateway.stage");

        assertThat(stages.ids())
                .containsExactly(GATEWAY + "/restapis/a1/stages/live", GATEWAY + "/restapis/a2/stages/live");
        Resource live = stages.resource(GATEWAY + "/restapis/a2/stages/live");
        assertThat(live.name()).isEqualTo("live");
        assertThat(live.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(at(live, "methodSettings.*/*.cacheDataEncrypted")).isEqualTo(false);
    }

    @Test
    void domainNamesWithTheirTls() {
        String own = "arn:aws:apigateway:eu-west-1:111122223333:/domainnames/inside.example.org+dn1";
        aws.when(
                "apigateway:GetDomainNames",
                request -> request.parameter("position").isEmpty() ? Answer.ok("""
                {"item": [{"domainName": "api.example.org", "securityPolicy": "TLS_1_0",
                 "mutualTlsAuthentication": {"truststoreUri": "s3://t/ca.pem"}}], "position": "2"}""") : Answer.ok("""
                {"item": [{"domainName": "inside.example.org", "domainNameArn": "%s"}]}""".formatted(own)));

        CollectedType domains = CollectedType.read(aws, "aws.apigateway.domainname");

        assertThat(domains.ids()).containsExactly(own, GATEWAY + "/domainnames/api.example.org");
        Resource api = domains.resource(GATEWAY + "/domainnames/api.example.org");
        assertThat(api.config()).containsEntry("securityPolicy", "TLS_1_0");
        assertThat(at(api, "mutualTlsAuthentication.truststoreUri")).isEqualTo("s3://t/ca.pem");
        assertThat(domains.resource(own).name()).isEqualTo("inside.example.org");
    }

    @Test
    void httpAndWebSocketApisWithTheirRoutes() {
        aws.when("apigatewayv2:GetAuthorizers", Answer.ok("{\"items\": []}"));
        aws.when(
                "apigatewayv2:GetRoutes",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok(
                                "{\"items\": [{\"routeKey\": \"$connect\", \"authorizationType\": \"NONE\"}], \"nextToken\": \"2\"}")
                        : Answer.ok("{\"items\": [{\"routeKey\": \"$default\"}]}"));

        CollectedType apis = CollectedType.read(aws, "aws.apigatewayv2.api");

        assertThat(apis.ids()).containsExactly(GATEWAY + "/apis/h1", GATEWAY + "/apis/h2");
        Resource chat = apis.resource(GATEWAY + "/apis/h1");
        assertThat(chat.name()).isEqualTo("chat");
        assertThat(chat.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(at(chat, "Routes.Items.AuthorizationType")).isEqualTo("NONE");
        assertThat(at(chat, "Routes.Items")).asList().hasSize(2);
    }

    @Test
    void stagesOfHttpAndWebSocketApis() {
        aws.when(
                "apigatewayv2:GetStages",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok("""
                {"items": [{"stageName": "$default", "accessLogSettings": {"destinationArn": "logs"}}], "nextToken": "2"}""")
                        : Answer.ok("{\"items\": [{\"stageName\": \"test\", \"tags\": {\"team\": \"web\"}}]}"));

        CollectedType stages = CollectedType.read(aws, "aws.apigatewayv2.stage");

        assertThat(stages.ids())
                .containsExactly(
                        GATEWAY + "/apis/h1/stages/$default",
                        GATEWAY + "/apis/h1/stages/test",
                        GATEWAY + "/apis/h2/stages/$default",
                        GATEWAY + "/apis/h2/stages/test");
        assertThat(at(stages.resource(GATEWAY + "/apis/h1/stages/$default"), "AccessLogSettings.DestinationArn"))
                .isEqualTo("logs");
        assertThat(stages.resource(GATEWAY + "/apis/h2/stages/test").tags()).isEqualTo(Map.of("team", "web"));
    }

    @Test
    void distributionsWithTheirWholeConfiguration() {
        aws.when(
                "cloudfront:ListDistributions",
                request -> request.parameter("Marker").isEmpty()
                        ? distributions("<IsTruncated>true</IsTruncated><NextMarker>E2</NextMarker>", "E1")
                        : distributions("<IsTruncated>false</IsTruncated>", "E2"));
        aws.when("cloudfront:GetDistributionConfig", Answer.ok("""
                <DistributionConfig><DefaultRootObject>index.html</DefaultRootObject>
                <Logging><Enabled>true</Enabled><Bucket>logs.s3.amazonaws.com</Bucket></Logging>
                <ViewerCertificate><MinimumProtocolVersion>TLSv1.2_2021</MinimumProtocolVersion></ViewerCertificate>
                </DistributionConfig>"""));
        aws.when("cloudfront:ListTagsForResource", Answer.ok("""
                <Tags><Items><Tag><Key>team</Key><Value>web</Value></Tag></Items></Tags>"""));

        CollectedType distributions = CollectedType.read(aws, "aws.cloudfront.distribution");

        assertThat(distributions.ids()).containsExactly(DISTRIBUTION + "E1", DISTRIBUTION + "E2");
        Resource first = distributions.resource(DISTRIBUTION + "E1");
        assertThat(first.region()).isEqualTo("global");
        assertThat(first.name()).isEqualTo("E1.cloudfront.net");
        assertThat(first.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(at(first, "Logging.Enabled")).isEqualTo(true);
        assertThat(at(first, "ViewerCertificate.MinimumProtocolVersion")).isEqualTo("TLSv1.2_2021");
        assertThat(at(first, "Origins.Items.DomainName")).isEqualTo("full.s3.amazonaws.com");
    }

    private static Answer distributions(String paging, String id) {
        return Answer.ok("""
                <DistributionList>%1$s<Items><DistributionSummary><Id>%2$s</Id><ARN>%3$s%2$s</ARN>
                <DomainName>%2$s.cloudfront.net</DomainName><Origins><Items><Origin><Id>o</Id>
                <DomainName>full.s3.amazonaws.com</DomainName></Origin></Items></Origins>
                </DistributionSummary></Items></DistributionList>""".formatted(paging, id, DISTRIBUTION));
    }

    @Test
    void originAccessControls() {
        String control = """
                <OriginAccessControlList>%s<Items><OriginAccessControlSummary><Id>%s</Id><Name>bucket</Name>
                <SigningBehavior>always</SigningBehavior></OriginAccessControlSummary></Items></OriginAccessControlList>""";
        aws.when(
                "cloudfront:ListOriginAccessControls",
                request -> request.parameter("Marker").isEmpty()
                        ? Answer.ok(
                                control.formatted("<IsTruncated>true</IsTruncated><NextMarker>2</NextMarker>", "C1"))
                        : Answer.ok(control.formatted("<IsTruncated>false</IsTruncated>", "C2")));

        CollectedType controls = CollectedType.read(aws, "aws.cloudfront.originaccesscontrol");

        String arn = "arn:aws:cloudfront::111122223333:origin-access-control/";
        assertThat(controls.ids()).containsExactly(arn + "C1", arn + "C2");
        assertThat(controls.resource(arn + "C1").name()).isEqualTo("bucket");
        assertThat(controls.resource(arn + "C2").config()).containsEntry("SigningBehavior", "always");
    }
}
