package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.KAFKA;

import java.util.List;
import software.amazon.awssdk.services.kafka.model.Cluster;
import software.amazon.awssdk.services.kafka.model.ListClustersV2Response;

/** Managed Streaming for Kafka: clusters, provisioned and serverless, and who outside the account may connect. */
final class KafkaTypes {
    private KafkaTypes() {}

    static List<AwsType<?>> all() {
        return List.of(cluster());
    }

    private static AwsType<?> cluster() {
        return KAFKA.type("aws.kafka.cluster")
                .list(
                        "ListClustersV2",
                        (kafka, token) -> kafka.listClustersV2(r -> r.nextToken(token)),
                        ListClustersV2Response::nextToken,
                        ListClustersV2Response::clusterInfoList)
                .id(Cluster::clusterArn)
                .name(Cluster::clusterName)
                .ask(
                        "GetClusterPolicy",
                        (kafka, cluster, arn) -> kafka.getClusterPolicy(r -> r.clusterArn(arn)),
                        question -> question.orNone("NotFoundException"))
                .build();
    }
}
