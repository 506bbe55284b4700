package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.REDSHIFT;

import java.util.List;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterParameterGroup;
import software.amazon.awssdk.services.redshift.model.DataShare;
import software.amazon.awssdk.services.redshift.model.DescribeClusterParameterGroupsResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClusterParametersResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSnapshotsResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;
import software.amazon.awssdk.services.redshift.model.DescribeDataSharesForProducerResponse;
import software.amazon.awssdk.services.redshift.model.Snapshot;

/** Redshift: clusters and whether they are logged, what they share, and what their snapshots let others restore. */
final class RedshiftTypes {
    private RedshiftTypes() {}

    static List<AwsType<?>> all() {
        return List.of(cluster(), parameterGroup(), snapshot(), dataShare());
    }

    private static AwsType<?> cluster() {
        return REDSHIFT.type("aws.redshift.cluster")
                .list(
                        "DescribeClusters",
                        (redshift, token) -> redshift.describeClusters(r -> r.marker(token)),
                        DescribeClustersResponse::marker,
                        DescribeClustersResponse::clusters)
                .id((cluster, place) -> place.arn("redshift", "cluster:" + cluster.clusterIdentifier()))
                .name(Cluster::clusterIdentifier)
                .goneIf("ClusterNotFound")
                .ask(
                        "DescribeLoggingStatus",
                        (redshift, cluster) ->
                                redshift.describeLoggingStatus(r -> r.clusterIdentifier(cluster.clusterIdentifier())))
                .build();
    }

    private static AwsType<?> parameterGroup() {
        return REDSHIFT.type("aws.redshift.clusterparametergroup")
                .list(
                        "DescribeClusterParameterGroups",
                        (redshift, token) -> redshift.describeClusterParameterGroups(r -> r.marker(token)),
                        DescribeClusterParameterGroupsResponse::marker,
                        DescribeClusterParameterGroupsResponse::parameterGroups)
                .id((group, place) -> place.arn("redshift", "parametergroup:" + group.parameterGroupName()))
                .name(ClusterParameterGroup::parameterGroupName)
                .goneIf("ClusterParameterGroupNotFound")
                .askPages(
                        "DescribeClusterParameters",
                        (redshift, group, token) -> redshift.describeClusterParameters(r ->
                                r.parameterGroupName(group.parameterGroupName()).marker(token)),
                        DescribeClusterParametersResponse::marker)
                .build();
    }

    private static AwsType<?> snapshot() {
        return REDSHIFT.type("aws.redshift.snapshot")
                .list(
                        "DescribeClusterSnapshots",
                        (redshift, token) -> redshift.describeClusterSnapshots(r -> r.marker(token)),
                        DescribeClusterSnapshotsResponse::marker,
                        DescribeClusterSnapshotsResponse::snapshots)
                .id((snapshot, place) -> place.arn(
                        "redshift",
                        "snapshot:%s/%s".formatted(snapshot.clusterIdentifier(), snapshot.snapshotIdentifier())))
                .name(Snapshot::snapshotIdentifier)
                .build();
    }

    private static AwsType<?> dataShare() {
        return REDSHIFT.type("aws.redshift.datashare")
                .list(
                        "DescribeDataSharesForProducer",
                        (redshift, token) -> redshift.describeDataSharesForProducer(r -> r.marker(token)),
                        DescribeDataSharesForProducerResponse::marker,
                        DescribeDataSharesForProducerResponse::dataShares)
                .id(DataShare::dataShareArn)
                .build();
    }
}
