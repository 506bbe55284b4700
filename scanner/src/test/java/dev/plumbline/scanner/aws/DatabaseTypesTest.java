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

/** RDS, Aurora, DocumentDB, Neptune, DynamoDB and DAX in their wire format. */
class DatabaseTypesTest {
    private static final String RDS = "arn:aws:rds:eu-west-1:111122223333:";
    private static final String TABLE = "arn:aws:dynamodb:eu-west-1:111122223333:table/";

    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = DatabaseEstate.tell(SmallEstate.identity(new LoopbackAws()));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void anInstanceBelongsToTheServiceOfItsEngine() {
        CollectedType instances = CollectedType.read(aws, "aws.rds.dbinstance");

        assertThat(instances.ids()).containsExactly(RDS + "db:orders");
        Resource orders = instances.resource(RDS + "db:orders");
        assertThat(orders.name()).isEqualTo("orders");
        assertThat(orders.tags()).isEqualTo(Map.of("team", "shop"));
        assertThat(orders.config()).containsEntry("PubliclyAccessible", true).containsEntry("StorageEncrypted", false);
        assertThat(at(orders, "DBParameterGroups.DBParameterGroupName")).isEqualTo("strict");
        assertThat(CollectedType.read(aws, "aws.docdb.dbinstance").ids()).containsExactly(RDS + "db:letters");
        assertThat(CollectedType.read(aws, "aws.neptune.dbinstance").ids()).containsExactly(RDS + "db:friends");
    }

    @Test
    void aClusterBelongsToTheServiceOfItsEngine() {
        CollectedType clusters = CollectedType.read(aws, "aws.docdb.dbcluster");

        assertThat(clusters.ids()).containsExactly(RDS + "cluster:letters");
        assertThat(clusters.resource(RDS + "cluster:letters").tags()).isEqualTo(Map.of("team", "post"));
        assertThat(CollectedType.read(aws, "aws.rds.dbcluster").ids()).containsExactly(RDS + "cluster:orders");
        assertThat(CollectedType.read(aws, "aws.neptune.dbcluster").ids()).containsExactly(RDS + "cluster:friends");
    }

    @Test
    void onlySnapshotsThatCanBeSharedAreAskedWithWhom() {
        CollectedType snapshots = CollectedType.read(aws, "aws.rds.dbsnapshot");

        assertThat(snapshots.ids()).containsExactly(RDS + "snapshot:byhand", RDS + "snapshot:rds:nightly");
        Resource byHand = snapshots.resource(RDS + "snapshot:byhand");
        assertThat(byHand.name()).isEqualTo("byhand");
        assertThat(byHand.tags()).isEqualTo(Map.of("team", "shop"));
        assertThat(at(byHand, "DBSnapshotAttributes.DBSnapshotAttributesResult.DBSnapshotAttributes.AttributeValues"))
                .isEqualTo(List.of("all"));
        assertThat(snapshots.resource(RDS + "snapshot:rds:nightly").config())
                .containsEntry("DBSnapshotAttributes", null);
        assertThat(aws.count("rds:DescribeDBSnapshotAttributes")).isEqualTo(1);
    }

    @Test
    void clusterSnapshotsWithThoseTheyAreSharedWith() {
        CollectedType snapshots = CollectedType.read(aws, "aws.neptune.dbclustersnapshot");

        assertThat(snapshots.ids()).containsExactly(RDS + "cluster-snapshot:friends");
        assertThat(
                        at(
                                snapshots.resource(RDS + "cluster-snapshot:friends"),
                                "DBClusterSnapshotAttributes.DBClusterSnapshotAttributesResult.DBClusterSnapshotAttributes.AttributeValues"))
                .isEqualTo(List.of("444455556666"));
    }

    @Test
    void parameterGroupsTellTheFewParametersThatWereAskedFor() {
        Resource strict = CollectedType.read(aws, "aws.rds.dbparametergroup").resource(RDS + "pg:strict");

        assertThat(at(strict, "DBParameters.Parameters"))
                .isEqualTo(List.of(
                        Map.of("ParameterName", "rds.force_ssl", "ParameterValue", "1"),
                        Map.of("ParameterName", "log_connections", "ParameterValue", "0")));
        assertThat(aws.requests())
                .filteredOn(request -> request.operation().equals("DescribeDBParameters"))
                .hasSize(2)
                .allMatch(request -> request.parameter("Filters.Filter.1.Name").equals("parameter-name"));
        Resource letters =
                CollectedType.read(aws, "aws.docdb.dbclusterparametergroup").resource(RDS + "cluster-pg:letters");
        assertThat(at(letters, "DBClusterParameters.Parameters.ParameterName")).isEqualTo("tls");
    }

    @Test
    void proxiesAndEventSubscriptions() {
        aws.when("rds:DescribeDBProxies", xml("DescribeDBProxies", """
                <DBProxies><member><DBProxyName>front</DBProxyName><DBProxyArn>%sdb-proxy:prx-1</DBProxyArn>
                <RequireTLS>false</RequireTLS></member></DBProxies>""".formatted(RDS)));
        aws.when("rds:DescribeEventSubscriptions", xml("DescribeEventSubscriptions", """
                <EventSubscriptionsList><EventSubscription><CustSubscriptionId>failures</CustSubscriptionId>
                <EventSubscriptionArn>%ses:failures</EventSubscriptionArn><Enabled>true</Enabled>
                <EventCategoriesList><EventCategory>failure</EventCategory></EventCategoriesList>
                </EventSubscription></EventSubscriptionsList>""".formatted(RDS)));

        Resource front = CollectedType.read(aws, "aws.rds.dbproxy").resource(RDS + "db-proxy:prx-1");
        assertThat(front.name()).isEqualTo("front");
        assertThat(front.config()).containsEntry("RequireTLS", false);
        Resource failures = CollectedType.read(aws, "aws.rds.eventsubscription").resource(RDS + "es:failures");
        assertThat(failures.name()).isEqualTo("failures");
        assertThat(failures.config()).containsEntry("EventCategoriesList", List.of("failure"));
    }

    @Test
    void aTableWithItsPolicyAndBackups() {
        aws.when(
                "dynamodb:ListTables",
                request -> Answer.ok(
                        request.parameter("ExclusiveStartTableName").isEmpty()
                                ? "{\"TableNames\": [\"orders\"], \"LastEvaluatedTableName\": \"orders\"}"
                                : "{\"TableNames\": [\"plain\"]}"));
        aws.when("dynamodb:DescribeTable", Answer.ok("""
                {"Table": {"TableStatus": "ACTIVE", "SSEDescription": {"SSEType": "KMS", "Status": "ENABLED"}}}"""));
        aws.when("dynamodb:DescribeContinuousBackups", Answer.ok("""
                {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED"}}"""));
        aws.when("dynamodb:DescribeTimeToLive", Answer.ok("""
                {"TimeToLiveDescription": {"TimeToLiveStatus": "ENABLED", "AttributeName": "until"}}"""));
        aws.when(
                "dynamodb:GetResourcePolicy",
                request -> request.parameter("ResourceArn").endsWith("/orders")
                        ? Answer.ok("{\"Policy\": \"{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\"}]}\"}")
                        : LoopbackAws.jsonError(400, "PolicyNotFoundException"));
        aws.when(
                "dynamodb:ListTagsOfResource",
                request -> Answer.ok(
                        request.parameter("NextToken").isEmpty()
                                ? "{\"Tags\": [{\"Key\": \"team\", \"Value\": \"shop\"}], \"NextToken\": \"2\"}"
                                : "{\"Tags\": [{\"Key\": \"pii\", \"Value\": \"\"}]}"));

        CollectedType tables = CollectedType.read(aws, "aws.dynamodb.table");

        assertThat(tables.ids()).containsExactly(TABLE + "orders", TABLE + "plain");
        Resource orders = tables.resource(TABLE + "orders");
        assertThat(orders.unread()).isEmpty();
        assertThat(orders.name()).isEqualTo("orders");
        assertThat(orders.tags()).isEqualTo(Map.of("team", "shop", "pii", ""));
        assertThat(orders.config()).containsEntry("TableName", "orders").containsEntry("TableStatus", "ACTIVE");
        assertThat(at(orders, "SSEDescription.SSEType")).isEqualTo("KMS");
        assertThat(at(orders, "ResourcePolicy.Policy.Statement.Effect")).isEqualTo("Allow");
        assertThat(at(orders, "ContinuousBackups.ContinuousBackupsDescription.ContinuousBackupsStatus"))
                .isEqualTo("ENABLED");
        assertThat(at(orders, "TimeToLive.TimeToLiveDescription.AttributeName")).isEqualTo("until");
        assertThat(tables.resource(TABLE + "plain").config()).containsEntry("ResourcePolicy", null);
    }

    @Test
    void acceleratorClusters() {
        String cluster = "arn:aws:dax:eu-west-1:111122223333:cache/";
        aws.when(
                "dax:DescribeClusters",
                request -> Answer.ok((request.parameter("NextToken").isEmpty() ? """
                        {"Clusters": [{"ClusterName": "hot", "ClusterArn": "%shot",
                         "SSEDescription": {"Status": "DISABLED"}}], "NextToken": "2"}""" : """
                        {"Clusters": [{"ClusterName": "cold", "ClusterArn": "%scold"}]}""").formatted(cluster)));
        aws.when("dax:ListTags", Answer.ok("{\"Tags\": [{\"Key\": \"team\", \"Value\": \"shop\"}]}"));

        CollectedType clusters = CollectedType.read(aws, "aws.dax.cluster");

        assertThat(clusters.ids()).containsExactly(cluster + "cold", cluster + "hot");
        assertThat(clusters.resource(cluster + "hot").tags()).isEqualTo(Map.of("team", "shop"));
        assertThat(at(clusters.resource(cluster + "hot"), "SSEDescription.Status"))
                .isEqualTo("DISABLED");
    }
}
