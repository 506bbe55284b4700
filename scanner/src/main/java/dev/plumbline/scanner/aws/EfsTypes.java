package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.EFS;

import java.util.List;
import software.amazon.awssdk.services.efs.model.AccessPointDescription;
import software.amazon.awssdk.services.efs.model.DescribeAccessPointsResponse;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.efs.model.DescribeMountTargetsResponse;
import software.amazon.awssdk.services.efs.model.DescribeReplicationConfigurationsResponse;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.ReplicationConfigurationDescription;

/** EFS: file systems, who may mount them and from where, whether and whereto they are copied. */
final class EfsTypes {
    private static final int PAGE = 100;

    private EfsTypes() {}

    static List<AwsType<?>> all() {
        return List.of(fileSystem(), accessPoint());
    }

    private static AwsType<?> fileSystem() {
        return EFS.type("aws.elasticfilesystem.filesystem")
                .list(
                        "DescribeFileSystems",
                        (efs, token) ->
                                efs.describeFileSystems(r -> r.maxItems(PAGE).marker(token)),
                        DescribeFileSystemsResponse::nextMarker,
                        DescribeFileSystemsResponse::fileSystems)
                .id(FileSystemDescription::fileSystemArn)
                .goneIf("FileSystemNotFound")
                .name(FileSystemDescription::name)
                .ask(
                        "DescribeFileSystemPolicy",
                        (efs, system) -> efs.describeFileSystemPolicy(r -> r.fileSystemId(system.fileSystemId())),
                        question -> question.orNone("PolicyNotFound"))
                .ask(
                        "DescribeBackupPolicy",
                        (efs, system) -> efs.describeBackupPolicy(r -> r.fileSystemId(system.fileSystemId())),
                        question -> question.orNone("PolicyNotFound"))
                .askPages(
                        "DescribeMountTargets",
                        (efs, system, token) -> efs.describeMountTargets(r -> r.fileSystemId(system.fileSystemId())
                                .maxItems(PAGE)
                                .marker(token)),
                        DescribeMountTargetsResponse::nextMarker)
                .join(
                        "DescribeReplicationConfigurations",
                        (efs, token) -> efs.describeReplicationConfigurations(
                                r -> r.maxResults(PAGE).nextToken(token)),
                        DescribeReplicationConfigurationsResponse::nextToken,
                        DescribeReplicationConfigurationsResponse::replications,
                        ReplicationConfigurationDescription::sourceFileSystemId,
                        FileSystemDescription::fileSystemId,
                        question -> question.orNone("ReplicationNotFound"))
                .build();
    }

    private static AwsType<?> accessPoint() {
        return EFS.type("aws.elasticfilesystem.accesspoint")
                .list(
                        "DescribeAccessPoints",
                        (efs, token) ->
                                efs.describeAccessPoints(r -> r.maxResults(PAGE).nextToken(token)),
                        DescribeAccessPointsResponse::nextToken,
                        DescribeAccessPointsResponse::accessPoints)
                .id(AccessPointDescription::accessPointArn)
                .name(AccessPointDescription::name)
                .build();
    }
}
