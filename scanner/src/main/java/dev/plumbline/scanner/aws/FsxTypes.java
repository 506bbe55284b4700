package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.FSX;

import java.util.List;
import software.amazon.awssdk.services.fsx.model.Backup;
import software.amazon.awssdk.services.fsx.model.DescribeBackupsResponse;
import software.amazon.awssdk.services.fsx.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.fsx.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.fsx.model.FileSystem;
import software.amazon.awssdk.services.fsx.model.Volume;

/** FSx, of which the listings tell all: file systems, volumes and backups. */
final class FsxTypes {
    private FsxTypes() {}

    static List<AwsType<?>> all() {
        return List.of(fileSystem(), volume(), backup());
    }

    private static AwsType<?> fileSystem() {
        return FSX.type("aws.fsx.filesystem")
                .list(
                        "DescribeFileSystems",
                        (fsx, token) -> fsx.describeFileSystems(r -> r.nextToken(token)),
                        DescribeFileSystemsResponse::nextToken,
                        DescribeFileSystemsResponse::fileSystems)
                .id(FileSystem::resourceARN)
                .build();
    }

    private static AwsType<?> volume() {
        return FSX.type("aws.fsx.volume")
                .list(
                        "DescribeVolumes",
                        (fsx, token) -> fsx.describeVolumes(r -> r.nextToken(token)),
                        DescribeVolumesResponse::nextToken,
                        DescribeVolumesResponse::volumes)
                .id(Volume::resourceARN)
                .name(Volume::name)
                .build();
    }

    private static AwsType<?> backup() {
        return FSX.type("aws.fsx.backup")
                .list(
                        "DescribeBackups",
                        (fsx, token) -> fsx.describeBackups(r -> r.nextToken(token)),
                        DescribeBackupsResponse::nextToken,
                        DescribeBackupsResponse::backups)
                .id(Backup::resourceARN)
                .build();
    }
}
