package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.ELASTICACHE;

import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSubnetGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeServerlessCachesResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeUsersResponse;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.User;

/** ElastiCache: replication groups, clusters, serverless caches, where they stand and who may use them. */
final class ElastiCacheTypes {
    private ElastiCacheTypes() {}

    static List<AwsType<?>> all() {
        return List.of(replicationGroup(), cluster(), serverlessCache(), subnetGroup(), user());
    }

    private static AwsType<?> replicationGroup() {
        return ELASTICACHE
                .type("aws.elasticache.replicationgroup")
                .list(
                        "DescribeReplicationGroups",
                        (cache, token) -> cache.describeReplicationGroups(r -> r.marker(token)),
                        DescribeReplicationGroupsResponse::marker,
                        DescribeReplicationGroupsResponse::replicationGroups)
                .id(ReplicationGroup::arn)
                .name(ReplicationGroup::replicationGroupId)
                .goneIf("ReplicationGroupNotFoundFault")
                .ask("ListTagsForResource", (cache, group, arn) -> cache.listTagsForResource(r -> r.resourceName(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> cluster() {
        return ELASTICACHE
                .type("aws.elasticache.cachecluster")
                .list(
                        "DescribeCacheClusters",
                        (cache, token) -> cache.describeCacheClusters(
                                r -> r.showCacheNodeInfo(true).marker(token)),
                        DescribeCacheClustersResponse::marker,
                        DescribeCacheClustersResponse::cacheClusters)
                .id(CacheCluster::arn)
                .name(CacheCluster::cacheClusterId)
                .goneIf("CacheClusterNotFound")
                .ask(
                        "ListTagsForResource",
                        (cache, cluster, arn) -> cache.listTagsForResource(r -> r.resourceName(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> serverlessCache() {
        return ELASTICACHE
                .type("aws.elasticache.serverlesscache")
                .list(
                        "DescribeServerlessCaches",
                        (cache, token) -> cache.describeServerlessCaches(r -> r.nextToken(token)),
                        DescribeServerlessCachesResponse::nextToken,
                        DescribeServerlessCachesResponse::serverlessCaches)
                .id(ServerlessCache::arn)
                .name(ServerlessCache::serverlessCacheName)
                .goneIf("ServerlessCacheNotFoundFault")
                .ask(
                        "ListTagsForResource",
                        (cache, serverless, arn) -> cache.listTagsForResource(r -> r.resourceName(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> subnetGroup() {
        return ELASTICACHE
                .type("aws.elasticache.cachesubnetgroup")
                .list(
                        "DescribeCacheSubnetGroups",
                        (cache, token) -> cache.describeCacheSubnetGroups(r -> r.marker(token)),
                        DescribeCacheSubnetGroupsResponse::marker,
                        DescribeCacheSubnetGroupsResponse::cacheSubnetGroups)
                .id((group, place) -> place.arn("elasticache", "subnetgroup:" + group.cacheSubnetGroupName()))
                .name(CacheSubnetGroup::cacheSubnetGroupName)
                .build();
    }

    private static AwsType<?> user() {
        return ELASTICACHE
                .type("aws.elasticache.user")
                .list(
                        "DescribeUsers",
                        (cache, token) -> cache.describeUsers(r -> r.marker(token)),
                        DescribeUsersResponse::marker,
                        DescribeUsersResponse::users)
                .id(User::arn)
                .name(User::userId)
                .build();
    }
}
