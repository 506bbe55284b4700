package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.EMR;

import java.util.List;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterSummary;
import software.amazon.awssdk.services.emr.model.DescribeSecurityConfigurationResponse;
import software.amazon.awssdk.services.emr.model.ListClustersResponse;
import software.amazon.awssdk.services.emr.model.ListSecurityConfigurationsResponse;
import software.amazon.awssdk.services.emr.model.SecurityConfigurationSummary;

/** EMR: clusters that run, how they encrypt, and whether the account keeps them from the public. */
final class EmrTypes {
    /** AWS lists clusters for two months after their end. */
    private static final List<ClusterState> ALIVE = List.of(
            ClusterState.STARTING,
            ClusterState.BOOTSTRAPPING,
            ClusterState.RUNNING,
            ClusterState.WAITING,
            ClusterState.TERMINATING);

    private EmrTypes() {}

    static List<AwsType<?>> all() {
        return List.of(settings(), cluster(), securityConfiguration());
    }

    private static AwsType<?> settings() {
        return EMR.type("aws.elasticmapreduce.region")
                .settings()
                .ask(
                        "GetBlockPublicAccessConfiguration",
                        (emr, place) -> emr.getBlockPublicAccessConfiguration(r -> {}))
                .build();
    }

    private static AwsType<?> cluster() {
        return EMR.type("aws.elasticmapreduce.cluster")
                .list(
                        "ListClusters",
                        (emr, token) ->
                                emr.listClusters(r -> r.clusterStates(ALIVE).marker(token)),
                        ListClustersResponse::marker,
                        ListClustersResponse::clusters)
                .id(ClusterSummary::clusterArn)
                .name(ClusterSummary::name)
                .describe(
                        "DescribeCluster",
                        Cluster::builder,
                        (emr, cluster) -> emr.describeCluster(r -> r.clusterId(cluster.id()))
                                .cluster())
                .build();
    }

    private static AwsType<?> securityConfiguration() {
        return EMR.type("aws.elasticmapreduce.securityconfiguration")
                .list(
                        "ListSecurityConfigurations",
                        (emr, token) -> emr.listSecurityConfigurations(r -> r.marker(token)),
                        ListSecurityConfigurationsResponse::marker,
                        ListSecurityConfigurationsResponse::securityConfigurations)
                .id((configuration, place) ->
                        place.arn("elasticmapreduce", "securityconfiguration/" + configuration.name()))
                .name(SecurityConfigurationSummary::name)
                .describe(
                        "DescribeSecurityConfiguration",
                        DescribeSecurityConfigurationResponse::builder,
                        (emr, configuration) -> emr.describeSecurityConfiguration(r -> r.name(configuration.name())))
                .build();
    }
}
