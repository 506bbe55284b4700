package dev.plumbline.scanner.aws.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Files as AWS Config delivers them, written for these tests. */
final class Items {
    static final String ACCOUNT = "111122223333";
    static final String NOON = "2026-03-02T12:00:00.000Z";

    private Items() {}

    static Path snapshot(Path file, String... items) throws IOException {
        return Files.writeString(file, """
                {"fileVersion": "1.0", "configSnapshotId": "0f1d63cc-aee4-48b8-82ab-4f38087be14e",
                 "configurationItems": [%s]}
                """.formatted(String.join(",\n", items)));
    }

    static Path history(Path file, String... items) throws IOException {
        return Files.writeString(
                file, "{\"fileVersion\": \"1.0\", \"configurationItems\": [%s]}".formatted(String.join(",\n", items)));
    }

    static Path gzipped(Path plain, Path packed) throws IOException {
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(plain, bytes);
        }
        return packed;
    }

    static String item(String type, String arn, String configuration, String supplement) {
        return item(type, "eu-west-1", arn, NOON, configuration, supplement);
    }

    static String item(
            String type, String region, String arn, String captured, String configuration, String supplement) {
        return """
                {"relatedEvents": [], "relationships": [], "configuration": %s, "supplementaryConfiguration": %s,
                 "tags": {"team": "data"}, "configurationItemVersion": "1.3", "configurationItemCaptureTime": "%s",
                 "configurationStateId": 1646222400000, "awsAccountId": "%s", "configurationItemStatus": "OK",
                 "resourceType": "%s", "resourceId": "%s", "resourceName": "%s", "ARN": "%s", "awsRegion": "%s",
                 "availabilityZone": "Regional", "configurationStateMd5Hash": ""}""".formatted(configuration, supplement, captured, ACCOUNT, type, nameOf(arn), nameOf(arn), arn, region);
    }

    static String bucket(String name, String captured, String versioning) {
        return item(
                "AWS::S3::Bucket",
                "eu-west-1",
                "arn:aws:s3:::" + name,
                captured,
                "{\"name\": \"%s\", \"owner\": {\"id\": \"75aa\"}, \"creationDate\": \"2024-02-03T04:05:06.000Z\"}"
                        .formatted(name),
                "{\"BucketVersioningConfiguration\": {\"status\": \"%s\", \"isMfaDeleteEnabled\": null}}"
                        .formatted(versioning));
    }

    /** As it stands after a deletion: without ARN and configuration. */
    static String deleted(String type, String name, String captured) {
        return """
                {"configuration": null, "supplementaryConfiguration": {}, "tags": {},
                 "configurationItemCaptureTime": "%s", "awsAccountId": "%s", "configurationItemStatus": "ResourceDeleted",
                 "resourceType": "%s", "resourceId": "%s", "awsRegion": "eu-west-1"}""".formatted(captured, ACCOUNT, type, name);
    }

    private static String nameOf(String arn) {
        return ConfigType.lastPart(arn);
    }

    static String accountBlock(boolean restricted) {
        return """
                {"configuration": {"blockPublicAcls": true, "ignorePublicAcls": true, "blockPublicPolicy": true,
                 "restrictPublicBuckets": %s}, "supplementaryConfiguration": {}, "tags": {},
                 "configurationItemCaptureTime": "%s", "awsAccountId": "%s", "configurationItemStatus": "ResourceDiscovered",
                 "resourceType": "AWS::S3::AccountPublicAccessBlock", "resourceId": "%s", "awsRegion": "us-east-1"}""".formatted(restricted, NOON, ACCOUNT, ACCOUNT);
    }
}
