package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.EC2;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Snapshot;

/** EC2's stores: volumes, snapshots and images, and what a region does with new ones. */
final class Ec2StorageTypes {
    private static final String OWN = "self";

    private Ec2StorageTypes() {}

    static List<AwsType<?>> all() {
        return List.of(volume(), snapshot(), image(), region());
    }

    private static AwsType<?> volume() {
        return EC2.type("aws.ec2.volume")
                .list(
                        "DescribeVolumes",
                        (ec2, token) ->
                                ec2.describeVolumes(r -> r.maxResults(500).nextToken(token)),
                        DescribeVolumesResponse::nextToken,
                        DescribeVolumesResponse::volumes)
                .id((volume, place) -> place.arn("ec2", "volume/" + volume.volumeId()))
                .build();
    }

    /**
     * Who may restore a snapshot, EC2 tells for one at a time only, at ten a second: hours for those who keep many.
     * Which ones everybody may restore, it lists.
     */
    private static AwsType<?> snapshot() {
        return EC2.type("aws.ec2.snapshot")
                .list(
                        "DescribeSnapshots",
                        (ec2, token) -> ec2.describeSnapshots(
                                r -> r.ownerIds(OWN).maxResults(1_000).nextToken(token)),
                        DescribeSnapshotsResponse::nextToken,
                        DescribeSnapshotsResponse::snapshots)
                .id((snapshot, place) -> place.sharedArn("ec2", "snapshot/" + snapshot.snapshotId()))
                .join(
                        "DescribeSnapshots",
                        (ec2, token) -> ec2.describeSnapshots(r -> r.ownerIds(OWN)
                                .restorableByUserIds("all")
                                .maxResults(1_000)
                                .nextToken(token)),
                        DescribeSnapshotsResponse::nextToken,
                        DescribeSnapshotsResponse::snapshots,
                        Snapshot::snapshotId,
                        Snapshot::snapshotId,
                        question -> question.as("SnapshotsRestorableByAll"))
                .build();
    }

    private static AwsType<?> image() {
        return EC2.type("aws.ec2.image")
                .list(
                        "DescribeImages",
                        (ec2, token) -> ec2.describeImages(r -> r.owners(OWN)
                                .includeDeprecated(true)
                                .includeDisabled(true)
                                .maxResults(1_000)
                                .nextToken(token)),
                        DescribeImagesResponse::nextToken,
                        DescribeImagesResponse::images)
                .id((image, place) -> place.sharedArn("ec2", "image/" + image.imageId()))
                .name(Image::name)
                .members(Ec2StorageTypes::asDocumented)
                .build();
    }

    /** The SDK has a name of its own for the API's {@code Public}. */
    private static Map<String, @Nullable Object> asDocumented(Image image) {
        Map<String, @Nullable Object> members = AwsJson.tree(image);
        members.put("Public", members.remove("PublicLaunchPermissions"));
        return members;
    }

    private static AwsType<?> region() {
        return EC2.type("aws.ec2.region")
                .settings()
                .ask("GetEbsEncryptionByDefault", (ec2, place) -> ec2.getEbsEncryptionByDefault(r -> {}))
                .ask("GetEbsDefaultKmsKeyId", (ec2, place) -> ec2.getEbsDefaultKmsKeyId(r -> {}))
                .ask(
                        "GetSnapshotBlockPublicAccessState",
                        (ec2, place) -> ec2.getSnapshotBlockPublicAccessState(r -> {}))
                .ask("GetImageBlockPublicAccessState", (ec2, place) -> ec2.getImageBlockPublicAccessState(r -> {}))
                .ask("GetInstanceMetadataDefaults", (ec2, place) -> ec2.getInstanceMetadataDefaults(r -> {}))
                .build();
    }
}
