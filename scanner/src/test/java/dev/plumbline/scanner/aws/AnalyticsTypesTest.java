package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.CollectedType.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.collect.Coverage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenSearch, Glue, Athena, EMR and Lake Formation in their wire format. */
class AnalyticsTypesTest {
    private static final String GLUE = "arn:aws:glue:eu-west-1:111122223333:";
    private static final String EMR = "arn:aws:elasticmapreduce:eu-west-1:111122223333:";

    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = SmallEstate.identity(new LoopbackAws());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void sixDomainsAreDescribedWithTwoCalls() {
        String arn = "arn:aws:es:eu-west-1:111122223333:domain/";
        aws.when("opensearch:ListDomainNames", Answer.ok("{\"DomainNames\": [%s]}".formatted(domains(""))));
        aws.when(
                "opensearch:DescribeDomains",
                Answer.ok("{\"DomainStatusList\": [%s]}"
                        .formatted(domains(", \"AccessPolicies\": \"{\\\"Version\\\":\\\"2012-10-17\\\"}\""))));
        aws.when("opensearch:ListTags", Answer.ok("{\"TagList\": [{\"Key\": \"team\", \"Value\": \"search\"}]}"));

        CollectedType domains = CollectedType.read(aws, "aws.es.domain");

        assertThat(domains.ids()).hasSize(6);
        Resource domain = domains.resource(arn + "d3");
        assertThat(domain.unread()).isEmpty();
        assertThat(domain.name()).isEqualTo("d3");
        assertThat(domain.tags()).isEqualTo(Map.of("team", "search"));
        assertThat(at(domain, "AccessPolicies.Version")).isEqualTo("2012-10-17");
        assertThat(aws.count("opensearch:DescribeDomains")).isEqualTo(2);
    }

    @Test
    void aDomainWhosePolicyIsTornIsUnreadMemberByMember() {
        aws.when("opensearch:ListDomainNames", Answer.ok("{\"DomainNames\": [%s]}".formatted(domains(""))));
        aws.when(
                "opensearch:DescribeDomains",
                Answer.ok("{\"DomainStatusList\": [%s]}".formatted(domains(", \"AccessPolicies\": \"{\\\"Ver\""))));
        aws.when("opensearch:ListTags", Answer.ok("{\"TagList\": []}"));

        CollectedType domains = CollectedType.read(aws, "aws.es.domain");

        assertThat(domains.coverage().status()).isEqualTo(Coverage.Status.READ);
        assertThat(domains.resources())
                .hasSize(6)
                .allSatisfy(domain -> assertThat(domain.unread())
                        .extracting(unread -> unread.path() + " " + unread.errorCode())
                        .contains(
                                "config.AccessPolicies MalformedAnswer",
                                "config.DomainEndpointOptions MalformedAnswer"));
    }

    private static String domains(String members) {
        return String.join(
                ",",
                IntStream.range(0, 6)
                        .mapToObj(number -> "{\"DomainName\": \"d%d\"%s}".formatted(number, members))
                        .toList());
    }

    @Test
    void theDataCatalogIsEncryptedAndSharedAsItsSettingsSay() {
        aws.when("glue:GetDataCatalogEncryptionSettings", Answer.ok("""
                {"DataCatalogEncryptionSettings": {"EncryptionAtRest": {"CatalogEncryptionMode": "DISABLED"}}}"""));
        aws.when("glue:GetResourcePolicy", Answer.ok("{\"PolicyInJson\": \"{\\\"Version\\\":\\\"2012-10-17\\\"}\"}"));

        Resource catalog = CollectedType.read(aws, "aws.glue.catalog").resource(GLUE + "catalog");

        assertThat(catalog.name()).isEqualTo("eu-west-1");
        assertThat(
                        at(
                                catalog,
                                "DataCatalogEncryptionSettings.DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode"))
                .isEqualTo("DISABLED");
        assertThat(at(catalog, "ResourcePolicy.PolicyInJson.Version")).isEqualTo("2012-10-17");

        aws.when("glue:GetResourcePolicy", LoopbackAws.jsonError(400, "EntityNotFoundException"));
        assertThat(CollectedType.read(aws, "aws.glue.catalog")
                        .resource(GLUE + "catalog")
                        .config())
                .containsEntry("ResourcePolicy", null);
    }

    @Test
    void whatGlueReadsWith() {
        pages("glue", "GetDatabases", "DatabaseList", "{\"Name\": \"raw\", \"LocationUri\": \"s3://raw\"}");
        pages("glue", "GetConnections", "ConnectionList", """
                {"Name": "shop", "ConnectionProperties": {"PASSWORD": "hunter2", "SECRET_ID": "shop", "USERNAME": "etl",
                 "JDBC_CONNECTION_URL": "jdbc:oracle:thin:etl/hunter2@host:1521/x", "JDBC_ENFORCE_SSL": "false"}}""");
        pages("glue", "GetSecurityConfigurations", "SecurityConfigurations", """
                {"Name": "sealed", "EncryptionConfiguration": {"S3Encryption": [{"S3EncryptionMode": "SSE-KMS"}]}}""");
        pages("glue", "GetDevEndpoints", "DevEndpoints", "{\"EndpointName\": \"try\"}");
        pages("glue", "GetMLTransforms", "Transforms", "{\"TransformId\": \"tfm-1\", \"Name\": \"match\"}");

        assertThat(CollectedType.read(aws, "aws.glue.database").ids()).containsExactly(GLUE + "database/raw");
        CollectedType connections = CollectedType.read(aws, "aws.glue.connection");
        assertThat(connections.resource(GLUE + "connection/shop").config())
                .containsEntry(
                        "ConnectionProperties",
                        Map.of(
                                "PASSWORD", "(redacted)",
                                "SECRET_ID", "shop",
                                "USERNAME", "etl",
                                "JDBC_CONNECTION_URL", "(redacted)",
                                "JDBC_ENFORCE_SSL", "false"));
        assertThat(aws.requests())
                .filteredOn(request -> request.operation().equals("GetConnections"))
                .hasSize(2)
                .allMatch(request -> request.parameter("HidePassword").equals("true"));
        Resource sealed = CollectedType.read(aws, "aws.glue.securityconfiguration")
                .resource(GLUE + "securityConfiguration/sealed");
        assertThat(at(sealed, "EncryptionConfiguration.S3Encryption.S3EncryptionMode"))
                .isEqualTo("SSE-KMS");
        assertThat(CollectedType.read(aws, "aws.glue.devendpoint").ids()).containsExactly(GLUE + "devEndpoint/try");
        assertThat(CollectedType.read(aws, "aws.glue.mltransform")
                        .resource(GLUE + "mlTransform/tfm-1")
                        .name())
                .isEqualTo("match");
    }

    @Test
    void jobsWithoutTheirProgramAndCrawlers() {
        pages("glue", "GetJobs", "Jobs", """
                {"Name": "load", "SecurityConfiguration": "sealed",
                 "DefaultArguments": {"--api-key": "hunter2", "--encryption-type": "sse-s3"},
                 "CodeGenConfigurationNodes": {"1": {"SelectFields": {"Name": "n", "Inputs": [], "Paths": []}}}}""");
        pages("glue", "GetCrawlers", "Crawlers", "{\"Name\": \"walk\", \"CrawlerSecurityConfiguration\": \"sealed\"}");
        aws.when("glue:GetTags", Answer.ok("{\"Tags\": {\"team\": \"bi\"}}"));

        Resource load = CollectedType.read(aws, "aws.glue.job").resource(GLUE + "job/load");
        assertThat(load.tags()).isEqualTo(Map.of("team", "bi"));
        assertThat(load.config())
                .containsEntry("SecurityConfiguration", "sealed")
                .containsEntry("DefaultArguments", Map.of("--api-key", "(redacted)", "--encryption-type", "sse-s3"))
                .doesNotContainKey("CodeGenConfigurationNodes");
        Resource walk = CollectedType.read(aws, "aws.glue.crawler").resource(GLUE + "crawler/walk");
        assertThat(walk.config()).containsEntry("CrawlerSecurityConfiguration", "sealed");
        assertThat(walk.tags()).isEqualTo(Map.of("team", "bi"));
    }

    @Test
    void aWorkgroupOfAthena() {
        String arn = "arn:aws:athena:eu-west-1:111122223333:workgroup/primary";
        pages("athena", "ListWorkGroups", "WorkGroups", "{\"Name\": \"primary\", \"State\": \"ENABLED\"}");
        aws.when("athena:GetWorkGroup", Answer.ok("""
                {"WorkGroup": {"Name": "primary", "Configuration": {"EnforceWorkGroupConfiguration": false}}}"""));
        pages("athena", "ListTagsForResource", "Tags", "{\"Key\": \"team\", \"Value\": \"bi\"}");

        Resource primary = CollectedType.read(aws, "aws.athena.workgroup").resource(arn);

        assertThat(primary.name()).isEqualTo("primary");
        assertThat(primary.tags()).isEqualTo(Map.of("team", "bi"));
        assertThat(at(primary, "Configuration.EnforceWorkGroupConfiguration")).isEqualTo(false);
    }

    @Test
    void clustersOfEmrThatAreNotOverAndHowTheyEncrypt() {
        pages("emr", "ListClusters", "Clusters", """
                {"Id": "j-1", "Name": "nightly", "ClusterArn": "%scluster/j-1"}""".formatted(EMR));
        aws.when("emr:DescribeCluster", Answer.ok("""
                {"Cluster": {"Id": "j-1", "SecurityConfiguration": "sealed", "Tags": [{"Key": "team", "Value": "bi"}]}}"""));
        pages("emr", "ListSecurityConfigurations", "SecurityConfigurations", "{\"Name\": \"sealed\"}");
        aws.when("emr:DescribeSecurityConfiguration", Answer.ok("""
                {"Name": "sealed", "SecurityConfiguration":
                 "{\\"EncryptionConfiguration\\": {\\"EnableAtRestEncryption\\": true}}"}"""));
        aws.when("emr:GetBlockPublicAccessConfiguration", Answer.ok("""
                {"BlockPublicAccessConfiguration": {"BlockPublicSecurityGroupRules": true}}"""));

        Resource nightly =
                CollectedType.read(aws, "aws.elasticmapreduce.cluster").resource(EMR + "cluster/j-1");
        assertThat(nightly.name()).isEqualTo("nightly");
        assertThat(nightly.tags()).isEqualTo(Map.of("team", "bi"));
        assertThat(nightly.config()).containsEntry("SecurityConfiguration", "sealed");
        Resource sealed = CollectedType.read(aws, "aws.elasticmapreduce.securityconfiguration")
                .resource(EMR + "securityconfiguration/sealed");
        assertThat(at(sealed, "SecurityConfiguration.EncryptionConfiguration.EnableAtRestEncryption"))
                .isEqualTo(true);
        Resource region = CollectedType.read(aws, "aws.elasticmapreduce.region").resource(EMR + "region/eu-west-1");
        assertThat(at(
                        region,
                        "BlockPublicAccessConfiguration.BlockPublicAccessConfiguration.BlockPublicSecurityGroupRules"))
                .isEqualTo(true);
    }

    @Test
    void theDataLakeAndThePlacesItGoverns() {
        String lake = "arn:aws:lakeformation:eu-west-1:111122223333:";
        pages("lakeformation", "ListResources", "ResourceInfoList", """
                {"ResourceArn": "arn:aws:s3:::lake", "HybridAccessEnabled": true}""");
        aws.when("lakeformation:GetDataLakeSettings", Answer.ok("""
                {"DataLakeSettings": {"CreateTableDefaultPermissions": [
                 {"Principal": {"DataLakePrincipalIdentifier": "IAM_ALLOWED_PRINCIPALS"}, "Permissions": ["ALL"]}]}}"""));

        Resource place =
                CollectedType.read(aws, "aws.lakeformation.resource").resource(lake + "resource/arn:aws:s3:::lake");
        assertThat(place.name()).isEqualTo("arn:aws:s3:::lake");
        assertThat(place.config()).containsEntry("HybridAccessEnabled", true);
        Resource region = CollectedType.read(aws, "aws.lakeformation.region").resource(lake + "region/eu-west-1");
        assertThat(at(region, "DataLakeSettings.DataLakeSettings.CreateTableDefaultPermissions.Permissions"))
                .isEqualTo(List.of("ALL"));
    }

    /** One item on the first page, none on the second; EMR calls its token a marker. */
    private void pages(String service, String operation, String list, String item) {
        String token = service.equals("emr") ? "Marker" : "NextToken";
        Answer one = Answer.ok("{\"%s\": [%s], \"%s\": \"second\"}".formatted(list, item, token));
        Answer two = Answer.ok("{\"%s\": []}".formatted(list));
        aws.when(service + ":" + operation, request -> request.parameter(token).isEmpty() ? one : two);
    }
}
