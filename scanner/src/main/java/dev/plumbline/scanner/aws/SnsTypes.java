package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.SNS;

import dev.plumbline.scanner.inventory.Redaction;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Topic;

/** SNS: topics with their policies and encryption, and the account's own subscriptions to them. */
final class SnsTypes {
    private static final Set<String> PERSONAL = Set.of("email", "email-json", "sms");

    private SnsTypes() {}

    static List<AwsType<?>> all() {
        return List.of(topic());
    }

    private static AwsType<?> topic() {
        return SNS.type("aws.sns.topic")
                .list(
                        "ListTopics",
                        (sns, token) -> sns.listTopics(r -> r.nextToken(token)),
                        ListTopicsResponse::nextToken,
                        ListTopicsResponse::topics)
                .id(Topic::topicArn)
                .goneIf("NotFound", "ResourceNotFound")
                .ask("GetTopicAttributes", (sns, topic, arn) -> sns.getTopicAttributes(r -> r.topicArn(arn)))
                // A hundred at a time for all topics, where ListSubscriptionsByTopic is a call or more for each.
                .join(
                        "ListSubscriptions",
                        (sns, token) -> sns.listSubscriptions(r -> r.nextToken(token)),
                        ListSubscriptionsResponse::nextToken,
                        page -> page.subscriptions().stream()
                                .map(SnsTypes::withoutPerson)
                                .toList(),
                        Subscription::topicArn,
                        Topic::topicArn)
                .ask("ListTagsForResource", (sns, topic, arn) -> sns.listTagsForResource(r -> r.resourceArn(arn)))
                .tags()
                .build();
    }

    /** People's addresses and telephones are not configuration. */
    private static Subscription withoutPerson(Subscription subscription) {
        return PERSONAL.contains(String.valueOf(subscription.protocol()))
                ? subscription.toBuilder().endpoint(Redaction.MARK).build()
                : subscription;
    }
}
