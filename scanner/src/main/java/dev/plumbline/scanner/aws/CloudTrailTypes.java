package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.CLOUDTRAIL;

import java.util.List;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.EventDataStore;
import software.amazon.awssdk.services.cloudtrail.model.GetEventDataStoreResponse;
import software.amazon.awssdk.services.cloudtrail.model.ListEventDataStoresResponse;
import software.amazon.awssdk.services.cloudtrail.model.ListTagsResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** CloudTrail: what is recorded, where it goes, and whether it arrives. */
final class CloudTrailTypes {
    private CloudTrailTypes() {}

    static List<AwsType<?>> all() {
        return List.of(region(), trail(), eventDataStore());
    }

    /** Every trail that records in a region, also those that live elsewhere or with the organisation; or that none does. */
    private static AwsType<?> region() {
        return CLOUDTRAIL
                .type("aws.cloudtrail.region")
                .settings()
                .ask("DescribeTrails", (trails, region) -> trails.describeTrails(r -> r.includeShadowTrails(true)))
                .build();
    }

    private static AwsType<?> trail() {
        return CLOUDTRAIL
                .type("aws.cloudtrail.trail")
                .list("DescribeTrails", CloudTrailTypes::atHome)
                .id(Trail::trailARN)
                .name(Trail::name)
                .goneIf("TrailNotFoundException")
                .ask("GetTrailStatus", (trails, trail) -> trails.getTrailStatus(r -> r.name(trail.trailARN())))
                .ask(
                        "GetEventSelectors",
                        (trails, trail) -> trails.getEventSelectors(r -> r.trailName(trail.trailARN())))
                .ask(
                        "GetInsightSelectors",
                        (trails, trail) -> trails.getInsightSelectors(r -> r.trailName(trail.trailARN())),
                        question -> question.onlyIf(trail -> Boolean.TRUE.equals(trail.hasInsightSelectors()))
                                .orNone("InsightNotEnabledException"))
                .askPages(
                        "ListTags",
                        (trails, trail, token) -> trails.listTags(
                                r -> r.resourceIdList(trail.trailARN()).nextToken(token)),
                        ListTagsResponse::nextToken)
                .tags()
                .build();
    }

    /** A trail of many regions is listed in each of them, and an organisation's in each account: it lives in one. */
    private static List<Trail> atHome(CloudTrailClient trails) {
        String region = trails.serviceClientConfiguration().region().id();
        return trails.describeTrails(r -> r.includeShadowTrails(true)).trailList().stream()
                .filter(trail -> region.equals(trail.homeRegion()))
                .toList();
    }

    private static AwsType<?> eventDataStore() {
        return CLOUDTRAIL
                .type("aws.cloudtrail.eventdatastore")
                .list(
                        "ListEventDataStores",
                        (trails, token) -> trails.listEventDataStores(r -> r.nextToken(token)),
                        ListEventDataStoresResponse::nextToken,
                        ListEventDataStoresResponse::eventDataStores)
                .id(EventDataStore::eventDataStoreArn)
                .name(EventDataStore::name)
                .noneIf("UnsupportedOperationException")
                .goneIf("EventDataStoreNotFoundException")
                .describe(
                        "GetEventDataStore",
                        GetEventDataStoreResponse::builder,
                        (trails, store) -> trails.getEventDataStore(r -> r.eventDataStore(store.eventDataStoreArn())))
                .ask(
                        "GetResourcePolicy",
                        (trails, store, arn) -> trails.getResourcePolicy(r -> r.resourceArn(arn)),
                        question ->
                                question.orNone("ResourcePolicyNotFoundException", "ResourceTypeNotSupportedException"))
                .askPages(
                        "ListTags",
                        (trails, store, arn, token) ->
                                trails.listTags(r -> r.resourceIdList(arn).nextToken(token)),
                        ListTagsResponse::nextToken)
                .tags()
                .build();
    }
}
