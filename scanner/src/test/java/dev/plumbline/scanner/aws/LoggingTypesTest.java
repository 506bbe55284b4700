package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.CollectedType.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.collect.Coverage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CloudTrail, AWS Config and CloudWatch Logs in their wire format. */
class LoggingTypesTest {
    private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/all";
    private static final String STORE = "arn:aws:cloudtrail:eu-west-1:111122223333:eventdatastore/";
    private static final String GROUP = "arn:aws:logs:eu-west-1:111122223333:log-group:";

    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = SmallEstate.tell(new LoopbackAws());
        aws.when("cloudtrail:DescribeTrails", Answer.ok("""
                {"trailList": [
                 {"Name": "all", "TrailARN": "%s", "HomeRegion": "eu-west-1", "IsMultiRegionTrail": true,
                  "LogFileValidationEnabled": true, "HasInsightSelectors": false, "IsOrganizationTrail": false},
                 {"Name": "shadow", "TrailARN": "arn:aws:cloudtrail:us-east-1:111122223333:trail/shadow",
                  "HomeRegion": "us-east-1", "IsMultiRegionTrail": true}]}""".formatted(TRAIL)));
        aws.when("cloudtrail:GetTrailStatus", Answer.ok("{\"IsLogging\": true}"));
        aws.when("cloudtrail:GetEventSelectors", Answer.ok("""
                {"TrailARN": "%s", "AdvancedEventSelectors": [{"Name": "objects", "FieldSelectors":
                 [{"Field": "resources.type", "Equals": ["AWS::S3::Object"]}]}]}""".formatted(TRAIL)));
        aws.when(
                "cloudtrail:ListTags",
                request -> request.parameter("NextToken").isEmpty() ? Answer.ok("""
                {"ResourceTagList": [{"ResourceId": "x", "TagsList": [{"Key": "team", "Value": "audit"}]}],
                 "NextToken": "2"}""") : Answer.ok("""
                {"ResourceTagList": [{"ResourceId": "x", "TagsList": [{"Key": "bare"}]}]}"""));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aTrailIsReadWhereItLivesAndNotInItsShadows() {
        CollectedType trails = CollectedType.read(aws, "aws.cloudtrail.trail");

        assertThat(trails.ids()).containsExactly(TRAIL);
        Resource trail = trails.resource(TRAIL);
        assertThat(trail.name()).isEqualTo("all");
        assertThat(trail.unread()).isEmpty();
        assertThat(trail.tags()).isEqualTo(Map.of("team", "audit", "bare", ""));
        assertThat(trail.config()).containsEntry("InsightSelectors", null);
        assertThat(at(trail, "TrailStatus.IsLogging")).isEqualTo(true);
        assertThat(at(trail, "EventSelectors.AdvancedEventSelectors.FieldSelectors.Equals"))
                .isEqualTo(List.of("AWS::S3::Object"));
    }

    @Test
    void aRegionKnowsTheTrailsThatLiveElsewhere() {
        Resource region = CollectedType.read(aws, "aws.cloudtrail.region")
                .resource("arn:aws:cloudtrail:eu-west-1:111122223333:region/eu-west-1");

        assertThat(region.name()).isEqualTo("eu-west-1");
        assertThat(at(region, "Trails.trailList")).asList().hasSize(2);
    }

    @Test
    void eventDataStoresWithTheirPolicies() {
        aws.when(
                "cloudtrail:ListEventDataStores",
                request -> request.parameter("NextToken").isEmpty()
                        ? Answer.ok(
                                "{\"EventDataStores\": [{\"EventDataStoreArn\": \"%s1\", \"Name\": \"lake\"}], \"NextToken\": \"2\"}"
                                        .formatted(STORE))
                        : Answer.ok("{\"EventDataStores\": [{\"EventDataStoreArn\": \"%s2\", \"Name\": \"pond\"}]}"
                                .formatted(STORE)));
        aws.when("cloudtrail:GetEventDataStore", Answer.ok("{\"RetentionPeriod\": 2557, \"KmsKeyId\": \"k\"}"));
        aws.when(
                "cloudtrail:GetResourcePolicy",
                request -> request.parameter("ResourceArn").endsWith("1")
                        ? Answer.ok("{\"ResourcePolicy\": \"{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\"}]}\"}")
                        : LoopbackAws.jsonError(400, "ResourcePolicyNotFoundException"));

        CollectedType stores = CollectedType.read(aws, "aws.cloudtrail.eventdatastore");

        assertThat(stores.ids()).containsExactly(STORE + "1", STORE + "2");
        Resource lake = stores.resource(STORE + "1");
        assertThat(lake.name()).isEqualTo("lake");
        assertThat(lake.config()).containsEntry("RetentionPeriod", 2557L);
        assertThat(lake.tags()).containsEntry("team", "audit");
        assertThat(at(lake, "ResourcePolicy.ResourcePolicy.Statement.Effect")).isEqualTo("Allow");
        assertThat(stores.resource(STORE + "2").config()).containsEntry("ResourcePolicy", null);
    }

    @Test
    void whereCloudTrailLakeIsNotThereAreNoStores() {
        aws.when("cloudtrail:ListEventDataStores", LoopbackAws.jsonError(400, "UnsupportedOperationException"));

        assertThat(CollectedType.read(aws, "aws.cloudtrail.eventdatastore")
                        .coverage()
                        .status())
                .isEqualTo(Coverage.Status.READ);
    }

    @Test
    void aRegionTellsWhetherConfigRecordsIt() {
        aws.when("config:DescribeConfigurationRecorders", Answer.ok("""
                {"ConfigurationRecorders": [{"name": "default", "recordingGroup": {"allSupported": true}}]}"""));
        aws.when("config:DescribeConfigurationRecorderStatus", Answer.ok("""
                {"ConfigurationRecordersStatus": [{"name": "default", "recording": true, "lastStatus": "SUCCESS"}]}"""));
        aws.when("config:DescribeDeliveryChannels", Answer.ok("{\"DeliveryChannels\": []}"));
        aws.when("config:DescribeDeliveryChannelStatus", Answer.ok("{\"DeliveryChannelsStatus\": []}"));
        aws.when(
                "config:DescribeRetentionConfigurations",
                request -> request.parameter("NextToken").isEmpty()
                        ? Answer.ok("{\"RetentionConfigurations\": [], \"NextToken\": \"2\"}")
                        : Answer.ok(
                                "{\"RetentionConfigurations\": [{\"Name\": \"default\", \"RetentionPeriodInDays\": 365}]}"));

        Resource region = CollectedType.read(aws, "aws.config.region")
                .resource("arn:aws:config:eu-west-1:111122223333:region/eu-west-1");

        assertThat(at(region, "ConfigurationRecorders.ConfigurationRecorders.recordingGroup.allSupported"))
                .isEqualTo(true);
        assertThat(at(region, "ConfigurationRecorderStatus.ConfigurationRecordersStatus.recording"))
                .isEqualTo(true);
        assertThat(at(region, "DeliveryChannels.DeliveryChannels")).isEqualTo(List.of());
        assertThat(at(region, "RetentionConfigurations.RetentionConfigurations.RetentionPeriodInDays"))
                .isEqualTo(365L);
    }

    @Test
    void configurationAggregators() {
        String arn = "arn:aws:config:eu-west-1:111122223333:config-aggregator/config-aggregator-";
        aws.when(
                "config:DescribeConfigurationAggregators",
                request -> request.parameter("NextToken").isEmpty()
                        ? Answer.ok("""
                {"ConfigurationAggregators": [{"ConfigurationAggregatorName": "org", "ConfigurationAggregatorArn": "%s1",
                 "OrganizationAggregationSource": {"AllAwsRegions": true}}], "NextToken": "2"}""".formatted(arn))
                        : Answer.ok("""
                {"ConfigurationAggregators": [{"ConfigurationAggregatorName": "two", "ConfigurationAggregatorArn": "%s2"}]}""".formatted(arn)));

        CollectedType aggregators = CollectedType.read(aws, "aws.config.configurationaggregator");

        assertThat(aggregators.ids()).containsExactly(arn + "1", arn + "2");
        assertThat(aggregators.resource(arn + "1").name()).isEqualTo("org");
        assertThat(at(aggregators.resource(arn + "1"), "OrganizationAggregationSource.AllAwsRegions"))
                .isEqualTo(true);
    }

    @Test
    void logGroupsWithTheirFiltersAndWhatTheyMask() {
        aws.when(
                "cloudwatchlogs:DescribeLogGroups",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok("""
                {"logGroups": [{"logGroupName": "/app", "arn": "%s/app:*", "retentionInDays": 30, "kmsKeyId": "k",
                 "dataProtectionStatus": "ACTIVATED"}], "nextToken": "2"}""".formatted(GROUP))
                        : Answer.ok("{\"logGroups\": [{\"logGroupName\": \"/old\", \"arn\": \"%s/old:*\"}]}"
                                .formatted(GROUP)));
        aws.when(
                "cloudwatchlogs:DescribeMetricFilters",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok("{\"metricFilters\": [], \"nextToken\": \"2\"}")
                        : Answer.ok("{\"metricFilters\": [{\"filterName\": \"root\", \"logGroupName\": \"/app\"}]}"));
        aws.when(
                "cloudwatchlogs:GetDataProtectionPolicy",
                Answer.ok("{\"policyDocument\": \"{\\\"Name\\\":\\\"mask\\\"}\"}"));
        aws.when("cloudwatchlogs:ListTagsForResource", Answer.ok("{\"tags\": {\"team\": \"app\"}}"));

        CollectedType groups = CollectedType.read(aws, "aws.logs.loggroup");

        assertThat(groups.ids()).containsExactly(GROUP + "/app", GROUP + "/old");
        Resource app = groups.resource(GROUP + "/app");
        assertThat(app.name()).isEqualTo("/app");
        assertThat(app.tags()).isEqualTo(Map.of("team", "app"));
        assertThat(app.config()).containsEntry("retentionInDays", 30L);
        assertThat(at(app, "MetricFilters.metricFilters.filterName")).isEqualTo("root");
        assertThat(at(app, "DataProtectionPolicy.policyDocument.Name")).isEqualTo("mask");
        assertThat(groups.resource(GROUP + "/old").config()).containsEntry("DataProtectionPolicy", null);
        assertThat(aws.count("cloudwatchlogs:DescribeMetricFilters")).isEqualTo(2);
    }

    @Test
    void aRegionTellsWhoMayWriteLogs() {
        aws.when(
                "cloudwatchlogs:DescribeResourcePolicies",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok("{\"resourcePolicies\": [], \"nextToken\": \"2\"}")
                        : Answer.ok("""
                {"resourcePolicies": [{"policyName": "open", "policyDocument":
                 "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\"}]}"}]}"""));
        aws.when("cloudwatchlogs:DescribeAccountPolicies", Answer.ok("{\"accountPolicies\": []}"));
        aws.when("cloudwatchlogs:DescribeDeliverySources", Answer.ok("{\"deliverySources\": []}"));
        aws.when("cloudwatchlogs:DescribeDeliveries", Answer.ok("{\"deliveries\": []}"));

        Resource region = CollectedType.read(aws, "aws.logs.region")
                .resource("arn:aws:logs:eu-west-1:111122223333:region/eu-west-1");

        assertThat(region.unread()).isEmpty();
        assertThat(at(region, "ResourcePolicies.resourcePolicies.policyDocument.Statement.Principal"))
                .isEqualTo("*");
    }

    @Test
    void destinationsSayWhoMaySendToThem() {
        String arn = "arn:aws:logs:eu-west-1:111122223333:destination:";
        aws.when(
                "cloudwatchlogs:DescribeDestinations",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok("""
                {"destinations": [{"destinationName": "a", "arn": "%sa",
                 "accessPolicy": "{\\"Statement\\":[{\\"Principal\\":{\\"AWS\\":\\"444455556666\\"}}]}"}],
                 "nextToken": "2"}""".formatted(arn))
                        : Answer.ok(
                                "{\"destinations\": [{\"destinationName\": \"b\", \"arn\": \"%sb\"}]}".formatted(arn)));
        aws.when("cloudwatchlogs:ListTagsForResource", Answer.ok("{\"tags\": {}}"));

        CollectedType destinations = CollectedType.read(aws, "aws.logs.destination");

        assertThat(destinations.ids()).containsExactly(arn + "a", arn + "b");
        assertThat(at(destinations.resource(arn + "a"), "accessPolicy.Statement.Principal.AWS"))
                .isEqualTo("444455556666");
    }
}
