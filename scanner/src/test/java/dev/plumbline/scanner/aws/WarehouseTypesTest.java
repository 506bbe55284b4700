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

/** Redshift and Redshift Serverless in their wire format. */
class WarehouseTypesTest {
    private static final String REDSHIFT = "arn:aws:redshift:eu-west-1:111122223333:";
    private static final String SERVERLESS = "arn:aws:redshift-serverless:eu-west-1:111122223333:";

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
    void aClusterWithItsLogging() {
        pages("DescribeClusters", """
                <Clusters><Cluster><ClusterIdentifier>sales</ClusterIdentifier><Encrypted>false</Encrypted>
                <ClusterParameterGroups><ClusterParameterGroup><ParameterGroupName>loose</ParameterGroupName>
                </ClusterParameterGroup></ClusterParameterGroups>
                <Tags><Tag><Key>team</Key><Value>bi</Value></Tag></Tags></Cluster></Clusters>""", """
                <Clusters><Cluster><ClusterIdentifier>stock</ClusterIdentifier></Cluster></Clusters>""");
        aws.when("redshift:DescribeLoggingStatus", xml("DescribeLoggingStatus", """
                <LoggingEnabled>true</LoggingEnabled><BucketName>logs</BucketName>"""));

        CollectedType clusters = CollectedType.read(aws, "aws.redshift.cluster");

        assertThat(clusters.ids()).containsExactly(REDSHIFT + "cluster:sales", REDSHIFT + "cluster:stock");
        Resource sales = clusters.resource(REDSHIFT + "cluster:sales");
        assertThat(sales.name()).isEqualTo("sales");
        assertThat(sales.tags()).isEqualTo(Map.of("team", "bi"));
        assertThat(sales.config())
                .containsEntry("Encrypted", false)
                .containsEntry("LoggingStatus", Map.of("LoggingEnabled", true, "BucketName", "logs"));
        assertThat(at(sales, "ClusterParameterGroups.ParameterGroupName")).isEqualTo("loose");
    }

    @Test
    void aParameterGroupWithAllItsParameters() {
        pages("DescribeClusterParameterGroups", """
                <ParameterGroups><ClusterParameterGroup><ParameterGroupName>loose</ParameterGroupName>
                </ClusterParameterGroup></ParameterGroups>""", "<ParameterGroups/>");
        pages("DescribeClusterParameters", """
                <Parameters><Parameter><ParameterName>require_ssl</ParameterName><ParameterValue>false</ParameterValue>
                </Parameter></Parameters>""", """
                <Parameters><Parameter><ParameterName>use_fips_ssl</ParameterName><ParameterValue>false</ParameterValue>
                </Parameter></Parameters>""");

        Resource loose = CollectedType.read(aws, "aws.redshift.clusterparametergroup")
                .resource(REDSHIFT + "parametergroup:loose");

        assertThat(at(loose, "ClusterParameters.Parameters"))
                .isEqualTo(List.of(
                        Map.of("ParameterName", "require_ssl", "ParameterValue", "false"),
                        Map.of("ParameterName", "use_fips_ssl", "ParameterValue", "false")));
    }

    @Test
    void snapshotsAndDataSharesWithThoseTheyAreOpenTo() {
        pages("DescribeClusterSnapshots", """
                <Snapshots><Snapshot><SnapshotIdentifier>eve</SnapshotIdentifier>
                <ClusterIdentifier>sales</ClusterIdentifier><AccountsWithRestoreAccess><AccountWithRestoreAccess>
                <AccountId>444455556666</AccountId></AccountWithRestoreAccess></AccountsWithRestoreAccess></Snapshot>
                </Snapshots>""", "<Snapshots/>");
        pages("DescribeDataSharesForProducer", """
                <DataShares><member><DataShareArn>%1$sdatashare:5a/numbers</DataShareArn>
                <AllowPubliclyAccessibleConsumers>true</AllowPubliclyAccessibleConsumers></member></DataShares>
                """, "<DataShares/>");

        Resource eve = CollectedType.read(aws, "aws.redshift.snapshot").resource(REDSHIFT + "snapshot:sales/eve");
        assertThat(eve.name()).isEqualTo("eve");
        assertThat(at(eve, "AccountsWithRestoreAccess.AccountId")).isEqualTo("444455556666");
        Resource numbers =
                CollectedType.read(aws, "aws.redshift.datashare").resource(REDSHIFT + "datashare:5a/numbers");
        assertThat(numbers.name()).isEqualTo("numbers");
        assertThat(numbers.config()).containsEntry("AllowPubliclyAccessibleConsumers", true);
    }

    @Test
    void workgroupsNamespacesAndSnapshotsOfServerless() {
        jsonPages("ListWorkgroups", """
                {"workgroups": [{"workgroupName": "ask", "workgroupArn": "%1$sworkgroup/1", "publiclyAccessible": true,
                 "configParameters": [{"parameterKey": "require_ssl", "parameterValue": "true"}]}], "nextToken": "2"}""", """
                {"workgroups": [{"workgroupName": "tell", "workgroupArn": "%1$sworkgroup/2"}]}""");
        jsonPages("ListNamespaces", """
                {"namespaces": [{"namespaceName": "facts", "namespaceArn": "%1$snamespace/1", "adminUsername": "admin",
                 "logExports": ["userlog"]}], "nextToken": "2"}""", "{\"namespaces\": []}");
        jsonPages("ListSnapshots", """
                {"snapshots": [{"snapshotName": "eve", "snapshotArn": "%1$ssnapshot/1",
                 "accountsWithRestoreAccess": ["444455556666"]}], "nextToken": "2"}""", "{\"snapshots\": []}");
        aws.when(
                "redshiftserverless:ListTagsForResource",
                Answer.ok("{\"tags\": [{\"key\": \"team\", \"value\": \"bi\"}]}"));

        CollectedType workgroups = CollectedType.read(aws, "aws.redshiftserverless.workgroup");
        assertThat(workgroups.ids()).containsExactly(SERVERLESS + "workgroup/1", SERVERLESS + "workgroup/2");
        Resource ask = workgroups.resource(SERVERLESS + "workgroup/1");
        assertThat(ask.name()).isEqualTo("ask");
        assertThat(ask.tags()).isEqualTo(Map.of("team", "bi"));
        assertThat(at(ask, "configParameters.parameterKey")).isEqualTo("require_ssl");
        Resource facts =
                CollectedType.read(aws, "aws.redshiftserverless.namespace").resource(SERVERLESS + "namespace/1");
        assertThat(facts.config()).containsEntry("logExports", List.of("userlog"));
        assertThat(CollectedType.read(aws, "aws.redshiftserverless.snapshot")
                        .resource(SERVERLESS + "snapshot/1")
                        .config())
                .containsEntry("accountsWithRestoreAccess", List.of("444455556666"));
    }

    private void pages(String operation, String first, String second) {
        Answer one = xml(operation, first.formatted(REDSHIFT) + "<Marker>second</Marker>");
        Answer two = xml(operation, second);
        aws.when("redshift:" + operation, request -> request.parameter("Marker").isEmpty() ? one : two);
    }

    private void jsonPages(String operation, String first, String second) {
        Answer one = Answer.ok(first.formatted(SERVERLESS));
        Answer two = Answer.ok(second.formatted(SERVERLESS));
        aws.when(
                "redshiftserverless:" + operation,
                request -> request.parameter("nextToken").isEmpty() ? one : two);
    }
}
