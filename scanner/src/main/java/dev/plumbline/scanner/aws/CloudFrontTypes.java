package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.CLOUDFRONT;

import java.util.List;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSummary;

/** CloudFront: what is published to the world, from which origins, by which TLS. */
final class CloudFrontTypes {
    private CloudFrontTypes() {}

    static List<AwsType<?>> all() {
        return List.of(distribution(), originAccessControl());
    }

    private static AwsType<?> distribution() {
        return CLOUDFRONT
                .type("aws.cloudfront.distribution")
                .list(
                        "ListDistributions",
                        (cloudFront, token) -> cloudFront.listDistributions(r -> r.marker(token)),
                        page -> page.distributionList().nextMarker(),
                        page -> page.distributionList().items())
                .id(DistributionSummary::arn)
                .name(DistributionSummary::domainName)
                .goneIf("NoSuchDistribution", "NoSuchResource")
                // The listing says nothing of logging and of the default object.
                .describe(
                        "GetDistributionConfig",
                        DistributionConfig::builder,
                        (cloudFront, distribution) -> cloudFront
                                .getDistributionConfig(r -> r.id(distribution.id()))
                                .distributionConfig())
                .ask(
                        "ListTagsForResource",
                        (cloudFront, distribution, arn) -> cloudFront.listTagsForResource(r -> r.resource(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> originAccessControl() {
        return CLOUDFRONT
                .type("aws.cloudfront.originaccesscontrol")
                .list(
                        "ListOriginAccessControls",
                        (cloudFront, token) -> cloudFront.listOriginAccessControls(r -> r.marker(token)),
                        page -> page.originAccessControlList().nextMarker(),
                        page -> page.originAccessControlList().items())
                .id((control, place) -> place.globalArn("cloudfront", "origin-access-control/" + control.id()))
                .name(OriginAccessControlSummary::name)
                .build();
    }
}
