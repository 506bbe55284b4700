package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.SECURITYHUB;

import java.util.List;
import software.amazon.awssdk.services.securityhub.model.GetEnabledStandardsResponse;

/** Security Hub: whether a region has it, and by which standards it judges. */
final class SecurityHubTypes {
    private SecurityHubTypes() {}

    static List<AwsType<?>> all() {
        return List.of(region());
    }

    private static AwsType<?> region() {
        return SECURITYHUB
                .type("aws.securityhub.region")
                .settings()
                .ask(
                        "DescribeHub",
                        (hub, region) -> hub.describeHub(r -> {}),
                        question -> question.orNone("InvalidAccessException", "ResourceNotFoundException"))
                .askPages(
                        "GetEnabledStandards",
                        (hub, region, token) -> hub.getEnabledStandards(r -> r.nextToken(token)),
                        GetEnabledStandardsResponse::nextToken,
                        question -> question.onlyWith("Hub").orNone("InvalidAccessException"))
                .build();
    }
}
