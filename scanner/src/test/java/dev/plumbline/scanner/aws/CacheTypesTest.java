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

/** ElastiCache and MemoryDB in their wire format. */
class CacheTypesTest {
    private static final String CACHE = "arn:aws:elasticache:eu-west-1:111122223333:";
    private static final String MEMORY = "arn:aws:memorydb:eu-west-1:111122223333:";

    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = SmallEstate.identity(new LoopbackAws());
        aws.when("elasticache:ListTagsForResource", xml("ListTagsForResource", """
                <TagList><Tag><Key>team</Key><Value>web</Value></Tag></TagList>"""));
        aws.when("memorydb:ListTags", Answer.ok("{\"TagList\": [{\"Key\": \"team\", \"Value\": \"web\"}]}"));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void replicationGroupsAndTheirClusters() {
        pages("DescribeReplicationGroups", """
                <ReplicationGroups><ReplicationGroup><ReplicationGroupId>hot</ReplicationGroupId>
                <ARN>%1$sreplicationgroup:hot</ARN><TransitEncryptionEnabled>false</TransitEncryptionEnabled>
                <MemberClusters><ClusterId>hot-001</ClusterId></MemberClusters></ReplicationGroup>
                </ReplicationGroups>""", "<ReplicationGroups/>");
        pages("DescribeCacheClusters", """
                <CacheClusters><CacheCluster><CacheClusterId>hot-001</CacheClusterId><ARN>%1$scluster:hot-001</ARN>
                <CacheNodes><CacheNode><Endpoint><Port>6379</Port></Endpoint></CacheNode></CacheNodes></CacheCluster>
                </CacheClusters>""", """
                <CacheClusters><CacheCluster><CacheClusterId>old</CacheClusterId><ARN>%1$scluster:old</ARN>
                </CacheCluster></CacheClusters>""");

        Resource hot =
                CollectedType.read(aws, "aws.elasticache.replicationgroup").resource(CACHE + "replicationgroup:hot");
        assertThat(hot.name()).isEqualTo("hot");
        assertThat(hot.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(hot.config())
                .containsEntry("TransitEncryptionEnabled", false)
                .containsEntry("MemberClusters", List.of("hot-001"));
        CollectedType clusters = CollectedType.read(aws, "aws.elasticache.cachecluster");
        assertThat(clusters.ids()).containsExactly(CACHE + "cluster:hot-001", CACHE + "cluster:old");
        assertThat(at(clusters.resource(CACHE + "cluster:hot-001"), "CacheNodes.Endpoint.Port"))
                .isEqualTo(6379L);
    }

    @Test
    void serverlessCachesSubnetGroupsAndUsers() {
        aws.when(
                "elasticache:DescribeServerlessCaches",
                request -> xml(
                        "DescribeServerlessCaches",
                        (request.parameter("NextToken").isEmpty() ? """
                <ServerlessCaches><member><ServerlessCacheName>light</ServerlessCacheName>
                <ARN>%1$sserverlesscache:light</ARN><KmsKeyId>k</KmsKeyId></member></ServerlessCaches>
                <NextToken>2</NextToken>""" : "<ServerlessCaches/>").formatted(CACHE)));
        pages("DescribeCacheSubnetGroups", """
                <CacheSubnetGroups><CacheSubnetGroup><CacheSubnetGroupName>inside</CacheSubnetGroupName>
                <Subnets><Subnet><SubnetIdentifier>subnet-1</SubnetIdentifier></Subnet></Subnets></CacheSubnetGroup>
                </CacheSubnetGroups>""", "<CacheSubnetGroups/>");
        pages("DescribeUsers", """
                <Users><member><UserId>default</UserId><ARN>%1$suser:default</ARN><AccessString>on ~* +@all</AccessString>
                <Authentication><Type>no-password</Type></Authentication></member></Users>""", "<Users/>");

        Resource light =
                CollectedType.read(aws, "aws.elasticache.serverlesscache").resource(CACHE + "serverlesscache:light");
        assertThat(light.config()).containsEntry("KmsKeyId", "k");
        assertThat(light.tags()).isEqualTo(Map.of("team", "web"));
        Resource inside =
                CollectedType.read(aws, "aws.elasticache.cachesubnetgroup").resource(CACHE + "subnetgroup:inside");
        assertThat(at(inside, "Subnets.SubnetIdentifier")).isEqualTo("subnet-1");
        Resource user = CollectedType.read(aws, "aws.elasticache.user").resource(CACHE + "user:default");
        assertThat(at(user, "Authentication.Type")).isEqualTo("no-password");
    }

    @Test
    void memoryDbClustersAndWhoTheyLetIn() {
        memoryPages("DescribeClusters", """
                {"Clusters": [{"Name": "carts", "ARN": "%1$scluster/carts", "TLSEnabled": false, "ACLName": "open-access"}],
                 "NextToken": "2"}""", """
                {"Clusters": [{"Name": "visits", "ARN": "%1$scluster/visits"}]}""");
        memoryPages("DescribeACLs", """
                {"ACLs": [{"Name": "open-access", "ARN": "%1$sacl/open-access", "UserNames": ["default"]}],
                 "NextToken": "2"}""", "{\"ACLs\": []}");
        memoryPages("DescribeUsers", """
                {"Users": [{"Name": "default", "ARN": "%1$suser/default", "Authentication": {"Type": "no-password"}}],
                 "NextToken": "2"}""", "{\"Users\": []}");

        CollectedType clusters = CollectedType.read(aws, "aws.memorydb.cluster");
        assertThat(clusters.ids()).containsExactly(MEMORY + "cluster/carts", MEMORY + "cluster/visits");
        Resource carts = clusters.resource(MEMORY + "cluster/carts");
        assertThat(carts.tags()).isEqualTo(Map.of("team", "web"));
        assertThat(carts.config()).containsEntry("TLSEnabled", false).containsEntry("ACLName", "open-access");
        assertThat(CollectedType.read(aws, "aws.memorydb.acl")
                        .resource(MEMORY + "acl/open-access")
                        .config())
                .containsEntry("UserNames", List.of("default"));
        Resource user = CollectedType.read(aws, "aws.memorydb.user").resource(MEMORY + "user/default");
        assertThat(at(user, "Authentication.Type")).isEqualTo("no-password");
    }

    private void pages(String operation, String first, String second) {
        Answer one = xml(operation, first.formatted(CACHE) + "<Marker>second</Marker>");
        Answer two = xml(operation, second.formatted(CACHE));
        aws.when(
                "elasticache:" + operation,
                request -> request.parameter("Marker").isEmpty() ? one : two);
    }

    private void memoryPages(String operation, String first, String second) {
        Answer one = Answer.ok(first.formatted(MEMORY));
        Answer two = Answer.ok(second.formatted(MEMORY));
        aws.when(
                "memorydb:" + operation,
                request -> request.parameter("NextToken").isEmpty() ? one : two);
    }
}
