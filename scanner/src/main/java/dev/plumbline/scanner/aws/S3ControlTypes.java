package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.S3CONTROL;

import java.util.List;
import software.amazon.awssdk.services.s3control.model.ListAccessPointsResponse;
import software.amazon.awssdk.services.s3control.model.ListMultiRegionAccessPointsResponse;

/** S3's ways into buckets: access points and multi-region access points, each with policy and block of its own. */
final class S3ControlTypes {
    private static final String[] NO_POLICY = {"NoSuchAccessPointPolicy", "NoSuchMultiRegionAccessPointPolicy"};

    private S3ControlTypes() {}

    static List<AwsType<?>> all() {
        return List.of(accessPoint(), multiRegionAccessPoint());
    }

    private static AwsType<?> accessPoint() {
        return S3CONTROL
                .type("aws.s3.accesspoint")
                .withinAccount()
                .list(
                        "ListAccessPoints",
                        (s3, place, token) -> s3.listAccessPoints(r ->
                                r.accountId(place.account()).maxResults(1_000).nextToken(token)),
                        ListAccessPointsResponse::nextToken,
                        ListAccessPointsResponse::accessPointList)
                .id(point -> point.item().accessPointArn())
                .name(point -> point.item().name())
                .goneIf("NoSuchAccessPoint")
                .ask(
                        "GetAccessPoint",
                        (s3, point) -> s3.getAccessPoint(
                                r -> r.accountId(point.parent().account())
                                        .name(point.item().name())))
                .ask(
                        "GetAccessPointPolicy",
                        (s3, point) -> s3.getAccessPointPolicy(
                                r -> r.accountId(point.parent().account())
                                        .name(point.item().name())),
                        question -> question.orNone(NO_POLICY))
                .ask(
                        "GetAccessPointPolicyStatus",
                        (s3, point) -> s3.getAccessPointPolicyStatus(
                                r -> r.accountId(point.parent().account())
                                        .name(point.item().name())),
                        question -> question.orNone(NO_POLICY))
                .build();
    }

    /** Asked in one region, wherever their buckets are. */
    private static AwsType<?> multiRegionAccessPoint() {
        return S3CONTROL
                .type("aws.s3.multiregionaccesspoint")
                .withinAccount()
                .list(
                        "ListMultiRegionAccessPoints",
                        (s3, place, token) -> s3.listMultiRegionAccessPoints(r ->
                                r.accountId(place.account()).maxResults(100).nextToken(token)),
                        ListMultiRegionAccessPointsResponse::nextToken,
                        ListMultiRegionAccessPointsResponse::accessPoints)
                .onlyIn("us-west-2")
                .id((point, place) ->
                        place.globalArn("s3", "accesspoint/" + point.item().alias()))
                .name(point -> point.item().name())
                .goneIf("NoSuchMultiRegionAccessPoint")
                .ask(
                        "GetMultiRegionAccessPointPolicy",
                        (s3, point) -> s3.getMultiRegionAccessPointPolicy(
                                r -> r.accountId(point.parent().account())
                                        .name(point.item().name())),
                        question -> question.orNone(NO_POLICY))
                .ask(
                        "GetMultiRegionAccessPointPolicyStatus",
                        (s3, point) -> s3.getMultiRegionAccessPointPolicyStatus(
                                r -> r.accountId(point.parent().account())
                                        .name(point.item().name())),
                        question -> question.orNone(NO_POLICY))
                .build();
    }
}
