package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.LAKEFORMATION;

import java.util.List;
import software.amazon.awssdk.services.lakeformation.model.ListResourcesResponse;
import software.amazon.awssdk.services.lakeformation.model.ResourceInfo;

/** Lake Formation: who administers the data lake, what new tables grant to all, and which places it governs. */
final class LakeFormationTypes {
    private LakeFormationTypes() {}

    static List<AwsType<?>> all() {
        return List.of(settings(), resource());
    }

    private static AwsType<?> settings() {
        return LAKEFORMATION
                .type("aws.lakeformation.region")
                .settings()
                .ask("GetDataLakeSettings", (lake, place) -> lake.getDataLakeSettings(r -> {}))
                .build();
    }

    private static AwsType<?> resource() {
        return LAKEFORMATION
                .type("aws.lakeformation.resource")
                .list(
                        "ListResources",
                        (lake, token) -> lake.listResources(r -> r.nextToken(token)),
                        ListResourcesResponse::nextToken,
                        ListResourcesResponse::resourceInfoList)
                // What is registered has an ARN of its own, as the bucket that it is.
                .id((resource, place) -> place.arn("lakeformation", "resource/" + resource.resourceArn()))
                .name(ResourceInfo::resourceArn)
                .build();
    }
}
