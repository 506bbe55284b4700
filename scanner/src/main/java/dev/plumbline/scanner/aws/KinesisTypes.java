package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.KINESIS;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.model.ListStreamsResponse;
import software.amazon.awssdk.services.kinesis.model.ListTagsForStreamResponse;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/** Kinesis data streams: encryption, retention, and who outside the account may read them. */
final class KinesisTypes {
    private KinesisTypes() {}

    static List<AwsType<?>> all() {
        return List.of(stream());
    }

    private static AwsType<?> stream() {
        return KINESIS.type("aws.kinesis.stream")
                .list(
                        "ListStreams",
                        (kinesis, token) -> kinesis.listStreams(r -> r.exclusiveStartStreamName(token)),
                        KinesisTypes::lastName,
                        ListStreamsResponse::streamNames)
                .id((stream, place) -> place.arn("kinesis", "stream/" + stream))
                .members(stream -> Map.of("StreamName", stream))
                .goneIf("ResourceNotFoundException")
                .describe(
                        "DescribeStreamSummary",
                        StreamDescriptionSummary::builder,
                        (kinesis, stream) -> kinesis.describeStreamSummary(r -> r.streamName(stream))
                                .streamDescriptionSummary())
                .ask(
                        "GetResourcePolicy",
                        (kinesis, stream, arn) -> kinesis.getResourcePolicy(r -> r.resourceARN(arn)),
                        question -> question.orNone("ResourceNotFoundException"))
                .askPages(
                        "ListTagsForStream",
                        (kinesis, stream, token) -> kinesis.listTagsForStream(
                                r -> r.streamName(stream).exclusiveStartTagKey(token)),
                        KinesisTypes::lastKey)
                .tags()
                .build();
    }

    /** After it the next page begins. */
    private static @Nullable String lastName(ListStreamsResponse page) {
        return Boolean.TRUE.equals(page.hasMoreStreams()) ? page.streamNames().getLast() : null;
    }

    private static @Nullable String lastKey(ListTagsForStreamResponse page) {
        return Boolean.TRUE.equals(page.hasMoreTags()) ? page.tags().getLast().key() : null;
    }
}
