package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.SQS;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** SQS: queues with their policies and encryption. */
final class SqsTypes {
    private SqsTypes() {}

    static List<AwsType<?>> all() {
        return List.of(queue());
    }

    private static AwsType<?> queue() {
        return SQS.type("aws.sqs.queue")
                .list(
                        "ListQueues",
                        // SQS gives a token only to those who say how many they want.
                        (sqs, token) -> sqs.listQueues(r -> r.maxResults(1_000).nextToken(token)),
                        ListQueuesResponse::nextToken,
                        ListQueuesResponse::queueUrls)
                .id((url, place) -> place.arn("sqs", url.substring(url.lastIndexOf('/') + 1)))
                .members(url -> Map.of("QueueUrl", url))
                .goneIf("AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist")
                .ask(
                        "GetQueueAttributes",
                        (sqs, url) ->
                                sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL)))
                .ask("ListQueueTags", (sqs, url) -> sqs.listQueueTags(r -> r.queueUrl(url)))
                .tags()
                .build();
    }
}
