package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.ATHENA;

import java.util.List;
import software.amazon.awssdk.services.athena.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.athena.model.ListWorkGroupsResponse;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupSummary;

/** Athena: workgroups, and where and how encrypted they leave what queries answered. */
final class AthenaTypes {
    private AthenaTypes() {}

    static List<AwsType<?>> all() {
        return List.of(workGroup());
    }

    private static AwsType<?> workGroup() {
        return ATHENA.type("aws.athena.workgroup")
                .list(
                        "ListWorkGroups",
                        (athena, token) -> athena.listWorkGroups(r -> r.nextToken(token)),
                        ListWorkGroupsResponse::nextToken,
                        ListWorkGroupsResponse::workGroups)
                .id((group, place) -> place.arn("athena", "workgroup/" + group.name()))
                .name(WorkGroupSummary::name)
                .goneIf("InvalidRequestException: is not found")
                .describe(
                        "GetWorkGroup",
                        WorkGroup::builder,
                        (athena, group) -> athena.getWorkGroup(r -> r.workGroup(group.name()))
                                .workGroup())
                .askPages(
                        "ListTagsForResource",
                        (athena, group, arn, token) -> athena.listTagsForResource(
                                r -> r.resourceARN(arn).nextToken(token)),
                        ListTagsForResourceResponse::nextToken)
                .tags()
                .build();
    }
}
