package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.CollectedType.at;
import static dev.plumbline.scanner.aws.SmallEstate.xml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SQS, SNS, Kinesis, Firehose and MSK in their wire format. */
class MessageTypesTest {
    private static final String POLICY = "{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\"}]}";

    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = SmallEstate.identity(new LoopbackAws());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aQueueWithItsPolicyParsed() {
        aws.when(
                "sqs:ListQueues",
                request -> Answer.ok(
                        request.parameter("NextToken").isEmpty()
                                ? "{\"QueueUrls\": [\"https://sqs.eu-west-1.amazonaws.com/111122223333/orders\"], \"NextToken\": \"2\"}"
                                : "{\"QueueUrls\": [\"https://sqs.eu-west-1.amazonaws.com/111122223333/mail.fifo\"]}"));
        aws.when(
                "sqs:GetQueueAttributes",
                Answer.ok("{\"Attributes\": {\"Policy\": \"%s\", \"SqsManagedSseEnabled\": \"false\"}}"
                        .formatted(POLICY)));
        aws.when("sqs:ListQueueTags", Answer.ok("{\"Tags\": {\"team\": \"shop\"}}"));

        CollectedType queues = CollectedType.read(aws, "aws.sqs.queue");

        String arn = "arn:aws:sqs:eu-west-1:111122223333:";
        assertThat(queues.ids()).containsExactly(arn + "mail.fifo", arn + "orders");
        Resource orders = queues.resource(arn + "orders");
        assertThat(orders.name()).isEqualTo("orders");
        assertThat(orders.tags()).isEqualTo(Map.of("team", "shop"));
        assertThat(orders.config())
                .containsEntry("QueueUrl", "https://sqs.eu-west-1.amazonaws.com/111122223333/orders");
        assertThat(at(orders, "QueueAttributes.Attributes.Policy.Statement.Effect"))
                .isEqualTo("Allow");
        assertThat(at(orders, "QueueAttributes.Attributes.SqsManagedSseEnabled"))
                .isEqualTo("false");
    }

    @Test
    void aQueueThatWasDeletedSinceIsNone() {
        aws.when("sqs:ListQueues", Answer.ok("{\"QueueUrls\": [\"https://sqs/111122223333/gone\"]}"));
        aws.when(
                "sqs:GetQueueAttributes",
                LoopbackAws.jsonError(400, "com.amazonaws.sqs#QueueDoesNotExist")
                        .with("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender"));

        assertThat(CollectedType.read(aws, "aws.sqs.queue").resources()).isEmpty();
    }

    @Test
    void aTopicWithItsSubscriptionsOfOneListing() {
        String arn = "arn:aws:sns:eu-west-1:111122223333:";
        aws.when(
                "sns:ListTopics",
                request -> xml("ListTopics", (request.parameter("NextToken").isEmpty() ? """
                <Topics><member><TopicArn>%1$snews</TopicArn></member></Topics><NextToken>2</NextToken>""" : """
                <Topics><member><TopicArn>%1$squiet</TopicArn></member></Topics>""").formatted(arn)));
        aws.when("sns:GetTopicAttributes", xml("GetTopicAttributes", """
                <Attributes><entry><key>Policy</key><value>{"Statement":[{"Effect":"Allow"}]}</value></entry>
                <entry><key>KmsMasterKeyId</key><value>alias/aws/sns</value></entry></Attributes>"""));
        aws.when(
                "sns:ListSubscriptions",
                request -> xml(
                        "ListSubscriptions", (request.parameter("NextToken").isEmpty() ? """
                <Subscriptions><member><TopicArn>%1$snews</TopicArn><Protocol>http</Protocol>
                <Endpoint>http://example.org/hook</Endpoint></member></Subscriptions>
                <NextToken>2</NextToken>""" : """
                <Subscriptions><member><TopicArn>%1$snews</TopicArn><Protocol>email</Protocol>
                <Endpoint>someone@example.org</Endpoint></member></Subscriptions>
                """).formatted(arn)));
        aws.when("sns:ListTagsForResource", xml("ListTagsForResource", """
                <Tags><member><Key>team</Key><Value>web</Value></member></Tags>"""));

        CollectedType topics = CollectedType.read(aws, "aws.sns.topic");

        assertThat(topics.ids()).containsExactly(arn + "news", arn + "quiet");
        Resource news = topics.resource(arn + "news");
        assertThat(news.name()).isEqualTo("news");
        assertThat(news.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(at(news, "TopicAttributes.Attributes.Policy.Statement.Effect"))
                .isEqualTo("Allow");
        assertThat(at(news, "Subscriptions.Subscriptions"))
                .isEqualTo(List.of(
                        Map.of("TopicArn", arn + "news", "Protocol", "http", "Endpoint", "http://example.org/hook"),
                        Map.of("TopicArn", arn + "news", "Protocol", "email", "Endpoint", "(redacted)")));
        assertThat(topics.resource(arn + "quiet").config())
                .containsEntry("Subscriptions", Map.of("Subscriptions", List.of()));
        assertThat(aws.count("sns:ListSubscriptions")).isEqualTo(2);
    }

    @Test
    void aStreamOfKinesis() {
        String arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/";
        // The client asks in CBOR, so the loopback does not understand for which page.
        aws.when(
                "kinesis:ListStreams",
                request -> (aws.count("kinesis:ListStreams") == 1
                                ? Answer.ok("{\"StreamNames\": [\"clicks\"], \"HasMoreStreams\": true}")
                                : Answer.ok("{\"StreamNames\": [\"views\"], \"HasMoreStreams\": false}"))
                        .inCbor());
        aws.when("kinesis:DescribeStreamSummary", Answer.ok("""
                {"StreamDescriptionSummary": {"EncryptionType": "NONE", "RetentionPeriodHours": 24}}""").inCbor());
        aws.when(
                "kinesis:GetResourcePolicy",
                Answer.ok("{\"Policy\": \"%s\"}".formatted(POLICY)).inCbor());
        aws.when(
                "kinesis:ListTagsForStream",
                Answer.ok("{\"Tags\": [{\"Key\": \"team\", \"Value\": \"web\"}], \"HasMoreTags\": false}")
                        .inCbor());

        CollectedType streams = CollectedType.read(aws, "aws.kinesis.stream");

        assertThat(streams.ids()).containsExactly(arn + "clicks", arn + "views");
        Resource clicks = streams.resource(arn + "clicks");
        assertThat(clicks.name()).isEqualTo("clicks");
        assertThat(clicks.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(clicks.config())
                .containsEntry("StreamName", "clicks")
                .containsEntry("EncryptionType", "NONE")
                .containsEntry("RetentionPeriodHours", 24L);
        assertThat(at(clicks, "ResourcePolicy.Policy.Statement.Effect")).isEqualTo("Allow");
    }

    @Test
    void aDeliveryStreamOfFirehose() {
        String arn = "arn:aws:firehose:eu-west-1:111122223333:deliverystream/";
        aws.when(
                "firehose:ListDeliveryStreams",
                request -> Answer.ok(
                        request.parameter("ExclusiveStartDeliveryStreamName").isEmpty()
                                ? "{\"DeliveryStreamNames\": [\"archive\"], \"HasMoreDeliveryStreams\": true}"
                                : "{\"DeliveryStreamNames\": [\"search\"], \"HasMoreDeliveryStreams\": false}"));
        aws.when("firehose:DescribeDeliveryStream", Answer.ok("""
                {"DeliveryStreamDescription": {"DeliveryStreamType": "DirectPut",
                 "Destinations": [{"SplunkDestinationDescription": {"HECToken": "hunter2"}}],
                 "DeliveryStreamEncryptionConfiguration": {"Status": "DISABLED"}}}"""));
        aws.when(
                "firehose:ListTagsForDeliveryStream",
                request -> Answer.ok(
                        request.parameter("ExclusiveStartTagKey").isEmpty()
                                ? "{\"Tags\": [{\"Key\": \"team\", \"Value\": \"web\"}], \"HasMoreTags\": true}"
                                : "{\"Tags\": [{\"Key\": \"pii\", \"Value\": \"no\"}], \"HasMoreTags\": false}"));

        CollectedType streams = CollectedType.read(aws, "aws.firehose.deliverystream");

        assertThat(streams.ids()).containsExactly(arn + "archive", arn + "search");
        Resource archive = streams.resource(arn + "archive");
        assertThat(archive.name()).isEqualTo("archive");
        assertThat(archive.tags()).isEqualTo(Map.of("team", "web", "pii", "no"));
        assertThat(at(archive, "Destinations.SplunkDestinationDescription.HECToken"))
                .isEqualTo("(redacted)");
        assertThat(at(archive, "DeliveryStreamEncryptionConfiguration.Status")).isEqualTo("DISABLED");
    }

    @Test
    void aKafkaClusterWithItsPolicy() {
        String arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/";
        aws.when(
                "kafka:ListClustersV2",
                request -> Answer.ok((request.parameter("nextToken").isEmpty() ? """
                        {"clusterInfoList": [{"clusterArn": "%1$sevents/1", "clusterName": "events",
                         "tags": {"team": "web"}, "provisioned": {"encryptionInfo": {"encryptionInTransit":
                         {"clientBroker": "TLS_PLAINTEXT"}}}}], "nextToken": "2"}""" : """
                        {"clusterInfoList": [{"clusterArn": "%1$slight/2", "clusterName": "light"}]}""").formatted(arn)));
        aws.when(
                "kafka:GetClusterPolicy",
                request -> aws.count("kafka:GetClusterPolicy") == 1
                        ? Answer.ok("{\"policy\": \"%s\"}".formatted(POLICY))
                        : LoopbackAws.jsonError(404, "NotFoundException"));

        CollectedType clusters = CollectedType.read(aws, "aws.kafka.cluster");

        assertThat(clusters.ids()).containsExactly(arn + "events/1", arn + "light/2");
        Resource events = clusters.resource(arn + "events/1");
        assertThat(events.name()).isEqualTo("events");
        assertThat(events.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(at(events, "Provisioned.EncryptionInfo.EncryptionInTransit.ClientBroker"))
                .isEqualTo("TLS_PLAINTEXT");
        assertThat(at(events, "ClusterPolicy.Policy.Statement.Effect")).isEqualTo("Allow");
        assertThat(clusters.resource(arn + "light/2").config()).containsEntry("ClusterPolicy", null);
    }
}
