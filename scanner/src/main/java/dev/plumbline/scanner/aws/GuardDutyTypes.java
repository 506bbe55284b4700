package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.GUARDDUTY;

import java.util.List;
import software.amazon.awssdk.services.guardduty.model.DescribePublishingDestinationResponse;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.GetMalwareProtectionPlanResponse;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsResponse;
import software.amazon.awssdk.services.guardduty.model.ListMalwareProtectionPlansResponse;
import software.amazon.awssdk.services.guardduty.model.ListMembersResponse;
import software.amazon.awssdk.services.guardduty.model.ListPublishingDestinationsResponse;

/** GuardDuty: whether threats are watched for, what by, and where findings go. */
final class GuardDutyTypes {
    private static final String GONE = "BadRequestException: not owned by the current account";

    private GuardDutyTypes() {}

    static List<AwsType<?>> all() {
        return List.of(region(), detector(), publishingDestination(), malwareProtectionPlan());
    }

    /** Which detectors a region has; or that it has none. */
    private static AwsType<?> region() {
        return GUARDDUTY
                .type("aws.guardduty.region")
                .settings()
                .askPages(
                        "ListDetectors",
                        (guardDuty, region, token) -> guardDuty.listDetectors(r -> r.nextToken(token)),
                        ListDetectorsResponse::nextToken)
                .build();
    }

    private static AwsType<?> detector() {
        return GUARDDUTY
                .type("aws.guardduty.detector")
                .list(
                        "ListDetectors",
                        (guardDuty, token) -> guardDuty.listDetectors(r -> r.nextToken(token)),
                        ListDetectorsResponse::nextToken,
                        ListDetectorsResponse::detectorIds)
                .id((detector, place) -> place.arn("guardduty", "detector/" + detector))
                .goneIf(GONE)
                .describe(
                        "GetDetector",
                        GetDetectorResponse::builder,
                        (guardDuty, detector) -> guardDuty.getDetector(r -> r.detectorId(detector)))
                .ask(
                        "GetAdministratorAccount",
                        (guardDuty, detector) -> guardDuty.getAdministratorAccount(r -> r.detectorId(detector)))
                .askPages(
                        "ListMembers",
                        (guardDuty, detector, token) -> guardDuty.listMembers(
                                r -> r.detectorId(detector).nextToken(token)),
                        ListMembersResponse::nextToken)
                .build();
    }

    private static AwsType<?> publishingDestination() {
        return GUARDDUTY
                .type("aws.guardduty.publishingdestination")
                .within(
                        "ListDetectors",
                        (guardDuty, token) -> guardDuty.listDetectors(r -> r.nextToken(token)),
                        ListDetectorsResponse::nextToken,
                        ListDetectorsResponse::detectorIds)
                .list(
                        "ListPublishingDestinations",
                        (guardDuty, detector, token) -> guardDuty.listPublishingDestinations(
                                r -> r.detectorId(detector).nextToken(token)),
                        ListPublishingDestinationsResponse::nextToken,
                        ListPublishingDestinationsResponse::destinations)
                .id((destination, place) -> place.arn(
                        "guardduty",
                        "detector/%s/publishingDestination/%s"
                                .formatted(
                                        destination.parent(), destination.item().destinationId())))
                .goneIf(GONE)
                .describe(
                        "DescribePublishingDestination",
                        DescribePublishingDestinationResponse::builder,
                        (guardDuty, destination) ->
                                guardDuty.describePublishingDestination(r -> r.detectorId(destination.parent())
                                        .destinationId(destination.item().destinationId())))
                .build();
    }

    /** Buckets whose new objects are searched for malware. */
    private static AwsType<?> malwareProtectionPlan() {
        return GUARDDUTY
                .type("aws.guardduty.malwareprotectionplan")
                .list(
                        "ListMalwareProtectionPlans",
                        (guardDuty, token) -> guardDuty.listMalwareProtectionPlans(r -> r.nextToken(token)),
                        ListMalwareProtectionPlansResponse::nextToken,
                        ListMalwareProtectionPlansResponse::malwareProtectionPlans)
                .id((plan, place) ->
                        place.arn("guardduty", "malware-protection-plan/" + plan.malwareProtectionPlanId()))
                .goneIf("ResourceNotFoundException")
                .describe(
                        "GetMalwareProtectionPlan",
                        GetMalwareProtectionPlanResponse::builder,
                        (guardDuty, plan) -> guardDuty.getMalwareProtectionPlan(
                                r -> r.malwareProtectionPlanId(plan.malwareProtectionPlanId())))
                .build();
    }
}
