package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.FIREHOSE;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.ListDeliveryStreamsResponse;
import software.amazon.awssdk.services.firehose.model.ListTagsForDeliveryStreamResponse;

/** Firehose: delivery streams, their encryption and where they deliver to. */
final class FirehoseTypes {
    private static final int PAGE = 100;

    private FirehoseTypes() {}

    static List<AwsType<?>> all() {
        return List.of(deliveryStream());
    }

    private static AwsType<?> deliveryStream() {
        return FIREHOSE.type("aws.firehose.deliverystream")
                .list(
                        "ListDeliveryStreams",
                        (firehose, token) -> firehose.listDeliveryStreams(
                                r -> r.limit(PAGE).exclusiveStartDeliveryStreamName(token)),
                        FirehoseTypes::lastName,
                        ListDeliveryStreamsResponse::deliveryStreamNames)
                .id((stream, place) -> place.arn("firehose", "deliverystream/" + stream))
                .members(stream -> Map.of("DeliveryStreamName", stream))
                .goneIf("ResourceNotFoundException")
                .describe(
                        "DescribeDeliveryStream",
                        DeliveryStreamDescription::builder,
                        (firehose, stream) -> firehose.describeDeliveryStream(r -> r.deliveryStreamName(stream))
                                .deliveryStreamDescription())
                .askPages(
                        "ListTagsForDeliveryStream",
                        (firehose, stream, token) -> firehose.listTagsForDeliveryStream(
                                r -> r.deliveryStreamName(stream).exclusiveStartTagKey(token)),
                        FirehoseTypes::lastKey)
                .tags()
                .build();
    }

    /** After it the next page begins. */
    private static @Nullable String lastName(ListDeliveryStreamsResponse page) {
        return Boolean.TRUE.equals(page.hasMoreDeliveryStreams())
                ? page.deliveryStreamNames().getLast()
                : null;
    }

    private static @Nullable String lastKey(ListTagsForDeliveryStreamResponse page) {
        return Boolean.TRUE.equals(page.hasMoreTags()) ? page.tags().getLast().key() : null;
    }
}
