package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.RDS;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;
import software.amazon.awssdk.services.rds.model.DBProxy;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParameterGroupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParametersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbParameterGroupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbParametersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbProxiesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeEventSubscriptionsResponse;
import software.amazon.awssdk.services.rds.model.EventSubscription;
import software.amazon.awssdk.services.rds.model.Filter;

/**
 * RDS with Aurora, DocumentDB and Neptune: three services behind one API, of which each answers for all three. Whose a
 * thing is, its engine tells; it is asked for by RDS's client, whose answers have the tags in them.
 */
final class RdsTypes {
    /**
     * The parameters that say whether connections are encrypted and who connects is logged: a group has hundreds, of
     * which one that RDS does not know is not answered.
     */
    private static final Filter PARAMETERS = Filter.builder()
            .name("parameter-name")
            .values(
                    "rds.force_ssl",
                    "require_secure_transport",
                    "tls",
                    "tls_version",
                    "ssl_min_protocol_version",
                    "rds.tls10",
                    "rds.tls11",
                    "rds.tls12",
                    "neptune_enforce_ssl",
                    "audit_logs",
                    "log_connections",
                    "neptune_enable_audit_log",
                    "pgaudit.log",
                    "server_audit_logging")
            .build();

    private enum Product {
        RDS,
        DOCDB,
        NEPTUNE;

        /** @param engine such as {@code aurora-mysql}, or a parameter group's family, such as {@code docdb5.0} */
        static Product of(@Nullable String engine) {
            return Stream.of(DOCDB, NEPTUNE)
                    .filter(product -> engine != null && engine.startsWith(product.prefix()))
                    .findFirst()
                    .orElse(RDS);
        }

        private String prefix() {
            return this == DOCDB ? "docdb" : this == NEPTUNE ? "neptune" : "rds";
        }

        AwsTypeStart<RdsClient> type(String noun) {
            return AwsServices.RDS.type("aws.%s.%s".formatted(prefix(), noun));
        }
    }

    private RdsTypes() {}

    static List<AwsType<?>> all() {
        Stream<AwsType<?>> shared = Stream.of(Product.values())
                .flatMap(product -> Stream.of(
                        instance(product), cluster(product), clusterSnapshot(product), clusterParameterGroup(product)));
        Stream<AwsType<?>> own = Stream.of(snapshot(), parameterGroup(), proxy(), eventSubscription());
        return Stream.concat(shared, own).toList();
    }

    private static AwsType<?> instance(Product product) {
        return product.type("dbinstance")
                .list(
                        "DescribeDBInstances",
                        (rds, token) -> rds.describeDBInstances(r -> r.marker(token)),
                        DescribeDbInstancesResponse::marker,
                        page -> page.dbInstances().stream()
                                .filter(instance -> Product.of(instance.engine()) == product)
                                .toList())
                .id(DBInstance::dbInstanceArn)
                .name(DBInstance::dbInstanceIdentifier)
                .build();
    }

    private static AwsType<?> cluster(Product product) {
        return product.type("dbcluster")
                .list(
                        "DescribeDBClusters",
                        (rds, token) -> rds.describeDBClusters(r -> r.marker(token)),
                        DescribeDbClustersResponse::marker,
                        page -> page.dbClusters().stream()
                                .filter(cluster -> Product.of(cluster.engine()) == product)
                                .toList())
                .id(DBCluster::dbClusterArn)
                .name(DBCluster::dbClusterIdentifier)
                .build();
    }

    private static AwsType<?> snapshot() {
        return RDS.type("aws.rds.dbsnapshot")
                .list(
                        "DescribeDBSnapshots",
                        (rds, token) -> rds.describeDBSnapshots(r -> r.marker(token)),
                        DescribeDbSnapshotsResponse::marker,
                        DescribeDbSnapshotsResponse::dbSnapshots)
                .id(DBSnapshot::dbSnapshotArn)
                .name(DBSnapshot::dbSnapshotIdentifier)
                .goneIf("DBSnapshotNotFound")
                .ask(
                        "DescribeDBSnapshotAttributes",
                        (rds, snapshot) -> rds.describeDBSnapshotAttributes(
                                r -> r.dbSnapshotIdentifier(snapshot.dbSnapshotIdentifier())),
                        question -> question.onlyIf(snapshot -> canBeShared(snapshot.snapshotType())))
                .build();
    }

    private static AwsType<?> clusterSnapshot(Product product) {
        return product.type("dbclustersnapshot")
                .list(
                        "DescribeDBClusterSnapshots",
                        (rds, token) -> rds.describeDBClusterSnapshots(r -> r.marker(token)),
                        DescribeDbClusterSnapshotsResponse::marker,
                        page -> page.dbClusterSnapshots().stream()
                                .filter(snapshot -> Product.of(snapshot.engine()) == product)
                                .toList())
                .id(DBClusterSnapshot::dbClusterSnapshotArn)
                .name(DBClusterSnapshot::dbClusterSnapshotIdentifier)
                .goneIf("DBClusterSnapshotNotFoundFault")
                .ask(
                        "DescribeDBClusterSnapshotAttributes",
                        (rds, snapshot) -> rds.describeDBClusterSnapshotAttributes(
                                r -> r.dbClusterSnapshotIdentifier(snapshot.dbClusterSnapshotIdentifier())),
                        question -> question.onlyIf(snapshot -> canBeShared(snapshot.snapshotType())))
                .build();
    }

    /** Those that RDS takes by itself belong to their database and are shared with nobody. */
    private static boolean canBeShared(@Nullable String snapshotType) {
        return !"automated".equals(snapshotType);
    }

    private static AwsType<?> parameterGroup() {
        return RDS.type("aws.rds.dbparametergroup")
                .list(
                        "DescribeDBParameterGroups",
                        (rds, token) -> rds.describeDBParameterGroups(r -> r.marker(token)),
                        DescribeDbParameterGroupsResponse::marker,
                        page -> page.dbParameterGroups().stream()
                                .filter(group -> Product.of(group.dbParameterGroupFamily()) == Product.RDS)
                                .toList())
                .id(DBParameterGroup::dbParameterGroupArn)
                .name(DBParameterGroup::dbParameterGroupName)
                .goneIf("DBParameterGroupNotFound")
                .askPages(
                        "DescribeDBParameters",
                        (rds, group, token) ->
                                rds.describeDBParameters(r -> r.dbParameterGroupName(group.dbParameterGroupName())
                                        .filters(PARAMETERS)
                                        .marker(token)),
                        DescribeDbParametersResponse::marker)
                .build();
    }

    private static AwsType<?> clusterParameterGroup(Product product) {
        return product.type("dbclusterparametergroup")
                .list(
                        "DescribeDBClusterParameterGroups",
                        (rds, token) -> rds.describeDBClusterParameterGroups(r -> r.marker(token)),
                        DescribeDbClusterParameterGroupsResponse::marker,
                        page -> page.dbClusterParameterGroups().stream()
                                .filter(group -> Product.of(group.dbParameterGroupFamily()) == product)
                                .toList())
                .id(DBClusterParameterGroup::dbClusterParameterGroupArn)
                .name(DBClusterParameterGroup::dbClusterParameterGroupName)
                .goneIf("DBParameterGroupNotFound")
                .askPages(
                        "DescribeDBClusterParameters",
                        (rds, group, token) -> rds.describeDBClusterParameters(
                                r -> r.dbClusterParameterGroupName(group.dbClusterParameterGroupName())
                                        .filters(PARAMETERS)
                                        .marker(token)),
                        DescribeDbClusterParametersResponse::marker)
                .build();
    }

    private static AwsType<?> proxy() {
        return RDS.type("aws.rds.dbproxy")
                .list(
                        "DescribeDBProxies",
                        (rds, token) -> rds.describeDBProxies(r -> r.marker(token)),
                        DescribeDbProxiesResponse::marker,
                        DescribeDbProxiesResponse::dbProxies)
                .id(DBProxy::dbProxyArn)
                .name(DBProxy::dbProxyName)
                .build();
    }

    private static AwsType<?> eventSubscription() {
        return RDS.type("aws.rds.eventsubscription")
                .list(
                        "DescribeEventSubscriptions",
                        (rds, token) -> rds.describeEventSubscriptions(r -> r.marker(token)),
                        DescribeEventSubscriptionsResponse::marker,
                        DescribeEventSubscriptionsResponse::eventSubscriptionsList)
                .id(EventSubscription::eventSubscriptionArn)
                .name(EventSubscription::custSubscriptionId)
                .build();
    }
}
