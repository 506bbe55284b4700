package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.MEMORYDB;

import java.util.List;
import software.amazon.awssdk.services.memorydb.model.ACL;
import software.amazon.awssdk.services.memorydb.model.Cluster;
import software.amazon.awssdk.services.memorydb.model.DescribeAcLsResponse;
import software.amazon.awssdk.services.memorydb.model.DescribeClustersResponse;
import software.amazon.awssdk.services.memorydb.model.DescribeUsersResponse;
import software.amazon.awssdk.services.memorydb.model.User;

/** MemoryDB: clusters, and the users and access control lists that they let in. */
final class MemoryDbTypes {
    private MemoryDbTypes() {}

    static List<AwsType<?>> all() {
        return List.of(cluster(), accessControlList(), user());
    }

    private static AwsType<?> cluster() {
        return MEMORYDB.type("aws.memorydb.cluster")
                .list(
                        "DescribeClusters",
                        (memory, token) -> memory.describeClusters(r -> r.nextToken(token)),
                        DescribeClustersResponse::nextToken,
                        DescribeClustersResponse::clusters)
                .id(Cluster::arn)
                .name(Cluster::name)
                .goneIf("ClusterNotFoundFault")
                .ask("ListTags", (memory, cluster, arn) -> memory.listTags(r -> r.resourceArn(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> accessControlList() {
        return MEMORYDB.type("aws.memorydb.acl")
                .list(
                        "DescribeACLs",
                        (memory, token) -> memory.describeACLs(r -> r.nextToken(token)),
                        DescribeAcLsResponse::nextToken,
                        DescribeAcLsResponse::acLs)
                .id(ACL::arn)
                .name(ACL::name)
                .build();
    }

    private static AwsType<?> user() {
        return MEMORYDB.type("aws.memorydb.user")
                .list(
                        "DescribeUsers",
                        (memory, token) -> memory.describeUsers(r -> r.nextToken(token)),
                        DescribeUsersResponse::nextToken,
                        DescribeUsersResponse::users)
                .id(User::arn)
                .name(User::name)
                .build();
    }
}
