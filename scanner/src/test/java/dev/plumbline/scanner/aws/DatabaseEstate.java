package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.SmallEstate.xml;

import dev.plumbline.scanner.aws.LoopbackAws.Answer;

/** An instance, a cluster, a snapshot and a parameter group of each of the three services behind RDS's API. */
final class DatabaseEstate {
    private static final String RDS = "arn:aws:rds:eu-west-1:111122223333:";

    private DatabaseEstate() {}

    static LoopbackAws tell(LoopbackAws aws) {
        pages(aws, "DescribeDBInstances", """
                <DBInstances><DBInstance><DBInstanceIdentifier>orders</DBInstanceIdentifier><Engine>postgres</Engine>
                <DBInstanceArn>%1$sdb:orders</DBInstanceArn><PubliclyAccessible>true</PubliclyAccessible>
                <StorageEncrypted>false</StorageEncrypted><DBParameterGroups><DBParameterGroup>
                <DBParameterGroupName>strict</DBParameterGroupName></DBParameterGroup></DBParameterGroups>
                <TagList><Tag><Key>team</Key><Value>shop</Value></Tag></TagList></DBInstance></DBInstances>""", """
                <DBInstances><DBInstance><DBInstanceIdentifier>letters</DBInstanceIdentifier><Engine>docdb</Engine>
                <DBInstanceArn>%1$sdb:letters</DBInstanceArn></DBInstance>
                <DBInstance><DBInstanceIdentifier>friends</DBInstanceIdentifier><Engine>neptune</Engine>
                <DBInstanceArn>%1$sdb:friends</DBInstanceArn></DBInstance></DBInstances>""");
        pages(aws, "DescribeDBClusters", """
                <DBClusters><DBCluster><DBClusterIdentifier>orders</DBClusterIdentifier><Engine>aurora-mysql</Engine>
                <DBClusterArn>%1$scluster:orders</DBClusterArn></DBCluster></DBClusters>""", """
                <DBClusters><DBCluster><DBClusterIdentifier>letters</DBClusterIdentifier><Engine>docdb</Engine>
                <DBClusterArn>%1$scluster:letters</DBClusterArn>
                <TagList><Tag><Key>team</Key><Value>post</Value></Tag></TagList></DBCluster>
                <DBCluster><DBClusterIdentifier>friends</DBClusterIdentifier><Engine>neptune</Engine>
                <DBClusterArn>%1$scluster:friends</DBClusterArn></DBCluster></DBClusters>""");
        snapshots(aws);
        parameterGroups(aws);
        return aws;
    }

    private static void snapshots(LoopbackAws aws) {
        pages(aws, "DescribeDBSnapshots", """
                <DBSnapshots><DBSnapshot><DBSnapshotIdentifier>byhand</DBSnapshotIdentifier>
                <SnapshotType>manual</SnapshotType><DBSnapshotArn>%1$ssnapshot:byhand</DBSnapshotArn>
                <TagList><Tag><Key>team</Key><Value>shop</Value></Tag></TagList></DBSnapshot></DBSnapshots>""", """
                <DBSnapshots><DBSnapshot><DBSnapshotIdentifier>rds:nightly</DBSnapshotIdentifier>
                <SnapshotType>automated</SnapshotType><DBSnapshotArn>%1$ssnapshot:rds:nightly</DBSnapshotArn>
                </DBSnapshot></DBSnapshots>""");
        aws.when("rds:DescribeDBSnapshotAttributes", xml("DescribeDBSnapshotAttributes", """
                <DBSnapshotAttributesResult><DBSnapshotAttributes><DBSnapshotAttribute>
                <AttributeName>restore</AttributeName><AttributeValues><AttributeValue>all</AttributeValue>
                </AttributeValues></DBSnapshotAttribute></DBSnapshotAttributes></DBSnapshotAttributesResult>"""));
        pages(aws, "DescribeDBClusterSnapshots", """
                <DBClusterSnapshots><DBClusterSnapshot><SnapshotType>manual</SnapshotType><Engine>aurora-mysql</Engine>
                <DBClusterSnapshotArn>%1$scluster-snapshot:orders</DBClusterSnapshotArn></DBClusterSnapshot>
                <DBClusterSnapshot><SnapshotType>manual</SnapshotType><Engine>docdb</Engine>
                <DBClusterSnapshotArn>%1$scluster-snapshot:letters</DBClusterSnapshotArn></DBClusterSnapshot>
                </DBClusterSnapshots>""", """
                <DBClusterSnapshots><DBClusterSnapshot><SnapshotType>manual</SnapshotType><Engine>neptune</Engine>
                <DBClusterSnapshotArn>%1$scluster-snapshot:friends</DBClusterSnapshotArn></DBClusterSnapshot>
                </DBClusterSnapshots>""");
        aws.when("rds:DescribeDBClusterSnapshotAttributes", xml("DescribeDBClusterSnapshotAttributes", """
                <DBClusterSnapshotAttributesResult><DBClusterSnapshotAttributes><DBClusterSnapshotAttribute>
                <AttributeName>restore</AttributeName><AttributeValues><AttributeValue>444455556666</AttributeValue>
                </AttributeValues></DBClusterSnapshotAttribute></DBClusterSnapshotAttributes>
                </DBClusterSnapshotAttributesResult>"""));
    }

    private static void parameterGroups(LoopbackAws aws) {
        pages(aws, "DescribeDBParameterGroups", """
                <DBParameterGroups><DBParameterGroup><DBParameterGroupName>strict</DBParameterGroupName>
                <DBParameterGroupFamily>postgres16</DBParameterGroupFamily>
                <DBParameterGroupArn>%1$spg:strict</DBParameterGroupArn></DBParameterGroup></DBParameterGroups>""", """
                <DBParameterGroups><DBParameterGroup><DBParameterGroupName>friends</DBParameterGroupName>
                <DBParameterGroupFamily>neptune1.3</DBParameterGroupFamily>
                <DBParameterGroupArn>%1$spg:friends</DBParameterGroupArn></DBParameterGroup></DBParameterGroups>""");
        pages(aws, "DescribeDBParameters", parameter("rds.force_ssl", "1"), parameter("log_connections", "0"));
        pages(aws, "DescribeDBClusterParameterGroups", """
                <DBClusterParameterGroups><DBClusterParameterGroup>
                <DBParameterGroupFamily>aurora-mysql8.0</DBParameterGroupFamily>
                <DBClusterParameterGroupArn>%1$scluster-pg:orders</DBClusterParameterGroupArn></DBClusterParameterGroup>
                </DBClusterParameterGroups>""", """
                <DBClusterParameterGroups><DBClusterParameterGroup>
                <DBParameterGroupFamily>docdb5.0</DBParameterGroupFamily>
                <DBClusterParameterGroupArn>%1$scluster-pg:letters</DBClusterParameterGroupArn></DBClusterParameterGroup>
                <DBClusterParameterGroup><DBParameterGroupFamily>neptune1.3</DBParameterGroupFamily>
                <DBClusterParameterGroupArn>%1$scluster-pg:friends</DBClusterParameterGroupArn></DBClusterParameterGroup>
                </DBClusterParameterGroups>""");
        pages(aws, "DescribeDBClusterParameters", parameter("tls", "disabled"), parameter("audit_logs", "none"));
    }

    private static String parameter(String name, String value) {
        return """
                <Parameters><Parameter><ParameterName>%s</ParameterName><ParameterValue>%s</ParameterValue></Parameter>
                </Parameters>""".formatted(name, value);
    }

    private static void pages(LoopbackAws aws, String operation, String first, String second) {
        Answer one = xml(operation, first.formatted(RDS) + "<Marker>second</Marker>");
        Answer two = xml(operation, second.formatted(RDS));
        aws.when("rds:" + operation, request -> request.parameter("Marker").isEmpty() ? one : two);
    }
}
