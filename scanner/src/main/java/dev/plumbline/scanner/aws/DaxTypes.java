package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.DAX;

import java.util.List;
import software.amazon.awssdk.services.dax.model.Cluster;
import software.amazon.awssdk.services.dax.model.DescribeClustersResponse;
import software.amazon.awssdk.services.dax.model.ListTagsResponse;

/** DynamoDB Accelerator: clusters and whether what they cache is encrypted. */
final class DaxTypes {
    private DaxTypes() {}

    static List<AwsType<?>> all() {
        return List.of(cluster());
    }

    private static AwsType<?> cluster() {
        return DAX.type("aws.dax.cluster")
                .list(
                        "DescribeClusters",
                        (dax, token) -> dax.describeClusters(r -> r.nextToken(token)),
                        DescribeClustersResponse::nextToken,
                        DescribeClustersResponse::clusters)
                .id(Cluster::clusterArn)
                .name(Cluster::clusterName)
                .goneIf("ClusterNotFoundFault")
                .askPages(
                        "ListTags",
                        (dax, cluster, arn, token) ->
                                dax.listTags(r -> r.resourceName(arn).nextToken(token)),
                        ListTagsResponse::nextToken)
                .tags()
                .build();
    }
}
