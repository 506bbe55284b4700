package dev.plumbline.detectors.log;

import static dev.plumbline.detectors.log.KeptFields.slotOf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The stores an AWS event touched, as ARNs in the inventory's form: objects cut to their bucket. IAM users and roles
 * are left out on purpose: their ARNs are names of people.
 */
final class CloudTrailResources {
    private static final int ARN = slotOf("resources.ARN");
    private static final int BUCKET = slotOf("requestParameters.bucketName");
    private static final int SNAPSHOT = slotOf("requestParameters.snapshotId");
    private static final int VOLUME = slotOf("requestParameters.volumeId");
    private static final int IMAGE = slotOf("requestParameters.imageId");
    private static final int KEY = slotOf("requestParameters.keyId");
    private static final int SECRET = slotOf("requestParameters.secretId");
    private static final int TABLE = slotOf("requestParameters.tableName");
    private static final int DATABASE = slotOf("requestParameters.dBInstanceIdentifier");
    private static final int DATABASE_SNAPSHOT = slotOf("requestParameters.dBSnapshotIdentifier");
    private static final int CLUSTER_SNAPSHOT = slotOf("requestParameters.dBClusterSnapshotIdentifier");
    private static final int NAME = slotOf("requestParameters.name");
    private static final int TRAIL = slotOf("requestParameters.trailName");

    private static final Set<String> STORE_SERVICES = Set.of(
            "s3",
            "ec2",
            "rds",
            "kms",
            "cloudtrail",
            "dynamodb",
            "secretsmanager",
            "redshift",
            "elasticfilesystem",
            "logs",
            "backup",
            "es",
            "kinesis",
            "sqs",
            "sns",
            "glacier",
            "fsx",
            "elasticache",
            "docdb",
            "athena",
            "glue",
            "ssm");

    List<String> of(FieldBag fields, String service, String region, String account) {
        Set<String> found = new LinkedHashSet<>(4);
        for (String arn : fields.values(ARN)) {
            addArn(found, arn);
        }
        for (String bucket : fields.values(BUCKET)) {
            found.add("arn:aws:s3:::" + bucket);
        }
        var place = new Place(found, region, account);
        switch (service) {
            case "ec2" -> {
                place.add("ec2", "snapshot/", fields.values(SNAPSHOT));
                place.add("ec2", "volume/", fields.values(VOLUME));
                place.add("ec2", "image/", fields.values(IMAGE));
            }
            case "rds" -> {
                place.add("rds", "db:", fields.values(DATABASE));
                place.add("rds", "snapshot:", fields.values(DATABASE_SNAPSHOT));
                place.add("rds", "cluster-snapshot:", fields.values(CLUSTER_SNAPSHOT));
            }
            case "kms" -> place.add("kms", "key/", keys(fields.values(KEY)));
            case "secretsmanager" -> place.add("secretsmanager", "secret:", fields.values(SECRET));
            case "dynamodb" -> place.add("dynamodb", "table/", fields.values(TABLE));
            case "cloudtrail" -> {
                place.add("cloudtrail", "trail/", fields.values(NAME));
                place.add("cloudtrail", "trail/", fields.values(TRAIL));
            }
            default -> {}
        }
        return List.copyOf(found);
    }

    /** An alias is no key id: which key it stands for is the inventory's to say, so it is not made into one. */
    private static List<String> keys(List<String> ids) {
        List<String> keys = new ArrayList<>(ids.size());
        for (String id : ids) {
            if (!id.startsWith("alias/") && !id.contains(":alias/")) {
                keys.add(id);
            }
        }
        return keys;
    }

    private static void addArn(Set<String> found, String arn) {
        if (!arn.startsWith("arn:")) {
            return;
        }
        String[] parts = arn.split(":", 6);
        if (parts.length < 6 || !STORE_SERVICES.contains(parts[2])) {
            return;
        }
        if (parts[2].equals("s3")) {
            int object = parts[5].indexOf('/');
            boolean bucket = object != 0 && !parts[5].startsWith("accesspoint");
            found.add(bucket && object > 0 ? arn.substring(0, arn.length() - parts[5].length() + object) : arn);
        } else {
            found.add(arn);
        }
    }

    /** Where a bare id belongs. */
    private record Place(Set<String> found, String region, String account) {
        void add(String service, String kind, List<String> ids) {
            for (String id : ids) {
                found.add(
                        id.startsWith("arn:")
                                ? id
                                : "arn:aws:" + service + ':' + region + ':' + account + ':' + kind + id);
            }
        }
    }
}
