package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.CLOUDWATCHLOGS;

import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.model.DataProtectionStatus;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeAccountPoliciesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliveriesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDeliverySourcesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeDestinationsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.Destination;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.PolicyType;

/** CloudWatch Logs: how long logs are kept, under which key, who may write and read them, what is masked. */
final class CloudWatchLogsTypes {
    private CloudWatchLogsTypes() {}

    static List<AwsType<?>> all() {
        return List.of(region(), logGroup(), destination());
    }

    private static AwsType<?> region() {
        return CLOUDWATCHLOGS
                .type("aws.logs.region")
                .settings()
                .askPages(
                        "DescribeResourcePolicies",
                        (logs, region, token) -> logs.describeResourcePolicies(r -> r.nextToken(token)),
                        DescribeResourcePoliciesResponse::nextToken)
                .askPages(
                        "DescribeAccountPolicies",
                        (logs, region, token) -> logs.describeAccountPolicies(r ->
                                r.policyType(PolicyType.DATA_PROTECTION_POLICY).nextToken(token)),
                        DescribeAccountPoliciesResponse::nextToken)
                // Where CloudFront, Bedrock and others log to, which of late is set here and not with them.
                .askPages(
                        "DescribeDeliverySources",
                        (logs, region, token) -> logs.describeDeliverySources(r -> r.nextToken(token)),
                        DescribeDeliverySourcesResponse::nextToken)
                .askPages(
                        "DescribeDeliveries",
                        (logs, region, token) -> logs.describeDeliveries(r -> r.nextToken(token)),
                        DescribeDeliveriesResponse::nextToken)
                .build();
    }

    private static AwsType<?> logGroup() {
        return CLOUDWATCHLOGS
                .type("aws.logs.loggroup")
                .list(
                        "DescribeLogGroups",
                        (logs, token) -> logs.describeLogGroups(r -> r.limit(50).nextToken(token)),
                        DescribeLogGroupsResponse::nextToken,
                        DescribeLogGroupsResponse::logGroups)
                .id(CloudWatchLogsTypes::arn)
                .name(LogGroup::logGroupName)
                .goneIf("ResourceNotFoundException")
                .ask(
                        "GetDataProtectionPolicy",
                        (logs, group, arn) -> logs.getDataProtectionPolicy(r -> r.logGroupIdentifier(arn)),
                        question -> question.onlyIf(
                                group -> group.dataProtectionStatus() == DataProtectionStatus.ACTIVATED))
                .join(
                        "DescribeMetricFilters",
                        (logs, token) ->
                                logs.describeMetricFilters(r -> r.limit(50).nextToken(token)),
                        DescribeMetricFiltersResponse::nextToken,
                        DescribeMetricFiltersResponse::metricFilters,
                        MetricFilter::logGroupName,
                        LogGroup::logGroupName)
                .ask("ListTagsForResource", (logs, group, arn) -> logs.listTagsForResource(r -> r.resourceArn(arn)))
                .tags()
                .build();
    }

    /** Without the {@code :*} at its end, which stands for the group's streams. */
    private static String arn(LogGroup group) {
        return group.arn().endsWith(":*") ? group.arn().substring(0, group.arn().length() - 2) : group.arn();
    }

    /** To which other accounts may send their logs. */
    private static AwsType<?> destination() {
        return CLOUDWATCHLOGS
                .type("aws.logs.destination")
                .list(
                        "DescribeDestinations",
                        (logs, token) ->
                                logs.describeDestinations(r -> r.limit(50).nextToken(token)),
                        DescribeDestinationsResponse::nextToken,
                        DescribeDestinationsResponse::destinations)
                .id(Destination::arn)
                .name(Destination::destinationName)
                .goneIf("ResourceNotFoundException")
                .ask(
                        "ListTagsForResource",
                        (logs, destination, arn) -> logs.listTagsForResource(r -> r.resourceArn(arn)))
                .tags()
                .build();
    }
}
