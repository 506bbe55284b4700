package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.CollectedType.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** GuardDuty, Macie, Security Hub and Inspector in their wire format. */
class ThreatTypesTest {
    private static final String DETECTOR = "arn:aws:guardduty:eu-west-1:111122223333:detector/";

    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = SmallEstate.tell(new LoopbackAws());
        aws.when(
                "guardduty:ListDetectors",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok("{\"detectorIds\": [\"d1\"], \"nextToken\": \"2\"}")
                        : Answer.ok("{\"detectorIds\": [\"d2\"]}"));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void detectorsWithTheirFeaturesAndTheirAdministrator() {
        aws.when("guardduty:GetDetector", Answer.ok("""
                {"status": "ENABLED", "serviceRole": "r", "tags": {"team": "soc"},
                 "features": [{"name": "S3_DATA_EVENTS", "status": "ENABLED"}]}"""));
        aws.when(
                "guardduty:GetAdministratorAccount",
                Answer.ok("{\"administrator\": {\"accountId\": \"444455556666\"}}"));
        aws.when(
                "guardduty:ListMembers",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok("{\"members\": [], \"nextToken\": \"2\"}")
                        : Answer.ok(
                                "{\"members\": [{\"accountId\": \"777788889999\", \"relationshipStatus\": \"Enabled\"}]}"));

        CollectedType detectors = CollectedType.read(aws, "aws.guardduty.detector");

        assertThat(detectors.ids()).containsExactly(DETECTOR + "d1", DETECTOR + "d2");
        Resource detector = detectors.resource(DETECTOR + "d1");
        assertThat(detector.name()).isEqualTo("d1");
        assertThat(detector.tags()).isEqualTo(Map.of("team", "soc"));
        assertThat(at(detector, "Features.Name")).isEqualTo("S3_DATA_EVENTS");
        assertThat(at(detector, "AdministratorAccount.Administrator.AccountId")).isEqualTo("444455556666");
        assertThat(at(detector, "Members.Members.RelationshipStatus")).isEqualTo("Enabled");
    }

    @Test
    void aRegionNamesItsDetectors() {
        Resource region = CollectedType.read(aws, "aws.guardduty.region")
                .resource("arn:aws:guardduty:eu-west-1:111122223333:region/eu-west-1");

        assertThat(at(region, "Detectors.DetectorIds")).isEqualTo(List.of("d1", "d2"));
    }

    @Test
    void findingsGoToDestinationsWithinDetectors() {
        aws.when(
                "guardduty:ListPublishingDestinations",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok("{\"destinations\": [{\"destinationId\": \"p1\"}], \"nextToken\": \"2\"}")
                        : Answer.ok("{\"destinations\": [{\"destinationId\": \"p2\"}]}"));
        aws.when("guardduty:DescribePublishingDestination", Answer.ok("""
                {"destinationType": "S3", "status": "PUBLISHING",
                 "destinationProperties": {"destinationArn": "arn:aws:s3:::findings", "kmsKeyArn": "k"}}"""));

        CollectedType destinations = CollectedType.read(aws, "aws.guardduty.publishingdestination");

        assertThat(destinations.ids())
                .containsExactly(
                        DETECTOR + "d1/publishingDestination/p1",
                        DETECTOR + "d1/publishingDestination/p2",
                        DETECTOR + "d2/publishingDestination/p1",
                        DETECTOR + "d2/publishingDestination/p2");
        assertThat(at(
                        destinations.resource(DETECTOR + "d2/publishingDestination/p2"),
                        "DestinationProperties.KmsKeyArn"))
                .isEqualTo("k");
    }

    @Test
    void bucketsAreSearchedForMalwareByPlans() {
        String arn = "arn:aws:guardduty:eu-west-1:111122223333:malware-protection-plan/";
        aws.when(
                "guardduty:ListMalwareProtectionPlans",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok(
                                "{\"malwareProtectionPlans\": [{\"malwareProtectionPlanId\": \"m1\"}], \"nextToken\": \"2\"}")
                        : Answer.ok("{\"malwareProtectionPlans\": [{\"malwareProtectionPlanId\": \"m2\"}]}"));
        aws.when("guardduty:GetMalwareProtectionPlan", Answer.ok("""
                {"status": "ACTIVE", "protectedResource": {"s3Bucket": {"bucketName": "full"}}, "tags": {"a": "b"}}"""));

        CollectedType plans = CollectedType.read(aws, "aws.guardduty.malwareprotectionplan");

        assertThat(plans.ids()).containsExactly(arn + "m1", arn + "m2");
        assertThat(plans.resource(arn + "m1").tags()).isEqualTo(Map.of("a", "b"));
        assertThat(at(plans.resource(arn + "m1"), "ProtectedResource.S3Bucket.BucketName"))
                .isEqualTo("full");
    }

    @Test
    void whereMacieIsOffItIsAskedOnce() {
        aws.when("macie2:GetMacieSession", denied("Macie is not enabled."));

        Resource region = macie();

        assertThat(region.unread()).isEmpty();
        assertThat(region.config())
                .containsEntry("MacieSession", null)
                .containsEntry("AutomatedDiscoveryConfiguration", null)
                .containsEntry("BucketStatistics", null);
        assertThat(aws.requests().stream().filter(request -> request.service().equals("macie2")))
                .hasSize(1);
    }

    @Test
    void whoMayNotAskMacieStillAsksTheRest() {
        aws.when("macie2:GetMacieSession", denied("not authorized to perform: macie2:GetMacieSession"));
        macieAnswers();

        Resource region = macie();

        assertThat(region.unread()).extracting(Unread::permission).containsExactly("macie2:GetMacieSession");
        assertThat(at(region, "AutomatedDiscoveryConfiguration.status")).isEqualTo("ENABLED");
    }

    @Test
    void macieTellsWhatItFoundInSum() {
        aws.when(
                "macie2:GetMacieSession",
                Answer.ok("{\"status\": \"ENABLED\", \"findingPublishingFrequency\": \"ONE_HOUR\"}"));
        macieAnswers();

        Resource region = macie();

        assertThat(region.unread()).isEmpty();
        assertThat(at(region, "MacieSession.status")).isEqualTo("ENABLED");
        assertThat(at(region, "ClassificationExportConfiguration.configuration.s3Destination.kmsKeyArn"))
                .isEqualTo("k");
        assertThat(at(region, "RevealConfiguration.configuration.status")).isEqualTo("DISABLED");
        assertThat(at(region, "BucketStatistics.bucketCountByEffectivePermission.publiclyAccessible"))
                .isEqualTo(2L);
    }

    private void macieAnswers() {
        aws.when("macie2:GetAutomatedDiscoveryConfiguration", Answer.ok("{\"status\": \"ENABLED\"}"));
        aws.when("macie2:GetClassificationExportConfiguration", Answer.ok("""
                {"configuration": {"s3Destination": {"bucketName": "b", "kmsKeyArn": "k"}}}"""));
        aws.when("macie2:GetRevealConfiguration", Answer.ok("{\"configuration\": {\"status\": \"DISABLED\"}}"));
        aws.when("macie2:GetBucketStatistics", Answer.ok("""
                {"bucketCount": 9, "bucketCountByEffectivePermission": {"publiclyAccessible": 2}}"""));
    }

    private Resource macie() {
        return CollectedType.read(aws, "aws.macie2.region")
                .resource("arn:aws:macie2:eu-west-1:111122223333:region/eu-west-1");
    }

    private static Answer denied(String message) {
        return new Answer(
                403,
                Map.of("x-amzn-ErrorType", "AccessDeniedException"),
                "{\"message\": \"%s\"}".formatted(message),
                false);
    }

    @Test
    void securityHubAndItsStandards() {
        aws.when("securityhub:DescribeHub", Answer.ok("""
                {"HubArn": "arn:aws:securityhub:eu-west-1:111122223333:hub/default", "AutoEnableControls": true}"""));
        aws.when(
                "securityhub:GetEnabledStandards",
                request -> request.parameter("NextToken").isEmpty()
                        ? Answer.ok(
                                "{\"StandardsSubscriptions\": [{\"StandardsArn\": \"cis\", \"StandardsStatus\": \"READY\"}], \"NextToken\": \"2\"}")
                        : Answer.ok(
                                "{\"StandardsSubscriptions\": [{\"StandardsArn\": \"fsbp\", \"StandardsStatus\": \"READY\"}]}"));

        Resource region = securityHub();

        assertThat(at(region, "Hub.AutoEnableControls")).isEqualTo(true);
        assertThat(at(region, "EnabledStandards.StandardsSubscriptions"))
                .asList()
                .hasSize(2);
    }

    @Test
    void aRegionWithoutSecurityHubHasNoHub() {
        aws.when("securityhub:DescribeHub", LoopbackAws.jsonError(401, "InvalidAccessException"));

        Resource region = securityHub();

        assertThat(region.unread()).isEmpty();
        assertThat(region.config()).containsEntry("Hub", null).containsEntry("EnabledStandards", null);
    }

    private Resource securityHub() {
        return CollectedType.read(aws, "aws.securityhub.region")
                .resource("arn:aws:securityhub:eu-west-1:111122223333:region/eu-west-1");
    }

    @Test
    void inspectorTellsWhatItScans() {
        aws.when("inspector2:BatchGetAccountStatus", Answer.ok("""
                {"accounts": [{"accountId": "111122223333", "state": {"status": "ENABLED"},
                 "resourceState": {"ecr": {"status": "DISABLED"}}}]}"""));

        Resource region = CollectedType.read(aws, "aws.inspector2.region")
                .resource("arn:aws:inspector2:eu-west-1:111122223333:region/eu-west-1");

        assertThat(at(region, "AccountStatus.accounts.resourceState.ecr.status"))
                .isEqualTo("DISABLED");
    }
}
