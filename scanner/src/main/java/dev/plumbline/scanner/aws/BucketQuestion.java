package dev.plumbline.scanner.aws;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One question about a bucket.
 *
 * @param key where its answer stands in the resource
 * @param none S3's codes that mean there is no such configuration
 * @param call asks about the bucket of that name
 */
record BucketQuestion(String key, AwsOperation operation, Refusals none, BiFunction<S3Client, String, SdkPojo> call) {
    /** S3 has neither of these for a bucket that never had versions. */
    private static final Set<String> OF_VERSIONS = Set.of("BucketReplication", "ObjectLockConfiguration");

    static final List<BucketQuestion> ALL = List.of(
            question(
                    "BucketPolicy",
                    "NoSuchBucketPolicy",
                    (s3, bucket) -> s3.getBucketPolicy(request -> request.bucket(bucket))),
            question(
                    "BucketPolicyStatus",
                    "NoSuchBucketPolicy",
                    (s3, bucket) -> s3.getBucketPolicyStatus(request -> request.bucket(bucket))),
            question("BucketAcl", (s3, bucket) -> s3.getBucketAcl(request -> request.bucket(bucket))),
            question(
                    "BucketOwnershipControls",
                    "OwnershipControlsNotFoundError",
                    (s3, bucket) -> s3.getBucketOwnershipControls(request -> request.bucket(bucket))),
            question(
                    "PublicAccessBlock",
                    "NoSuchPublicAccessBlockConfiguration",
                    (s3, bucket) -> s3.getPublicAccessBlock(request -> request.bucket(bucket))),
            question(
                    "BucketEncryption",
                    "ServerSideEncryptionConfigurationNotFoundError",
                    (s3, bucket) -> s3.getBucketEncryption(request -> request.bucket(bucket))),
            question("BucketVersioning", (s3, bucket) -> s3.getBucketVersioning(request -> request.bucket(bucket))),
            question("BucketLogging", (s3, bucket) -> s3.getBucketLogging(request -> request.bucket(bucket))),
            question(
                    "BucketLifecycleConfiguration",
                    "NoSuchLifecycleConfiguration",
                    (s3, bucket) -> s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket))),
            question(
                    "BucketReplication",
                    "ReplicationConfigurationNotFoundError",
                    (s3, bucket) -> s3.getBucketReplication(request -> request.bucket(bucket))),
            question(
                    "ObjectLockConfiguration",
                    "ObjectLockConfigurationNotFoundError",
                    (s3, bucket) -> s3.getObjectLockConfiguration(request -> request.bucket(bucket))),
            question(
                    "BucketWebsite",
                    "NoSuchWebsiteConfiguration",
                    (s3, bucket) -> s3.getBucketWebsite(request -> request.bucket(bucket))),
            question(
                    "BucketCors",
                    "NoSuchCORSConfiguration",
                    (s3, bucket) -> s3.getBucketCors(request -> request.bucket(bucket))),
            question(
                    "BucketNotificationConfiguration",
                    (s3, bucket) -> s3.getBucketNotificationConfiguration(request -> request.bucket(bucket))),
            question(
                    "BucketTagging",
                    "NoSuchTagSet",
                    (s3, bucket) -> s3.getBucketTagging(request -> request.bucket(bucket))));

    /** Whether the earlier answers already say that there is no such configuration: thousands of requests need not be sent. */
    boolean isAnsweredBy(Map<String, @Nullable Object> earlier) {
        if (key.equals("BucketPolicyStatus")) {
            return earlier.containsKey("BucketPolicy") && earlier.get("BucketPolicy") == null;
        }
        return OF_VERSIONS.contains(key)
                && earlier.get("BucketVersioning") instanceof Map<?, ?> versioning
                && versioning.get("Status") == null;
    }

    private static BucketQuestion question(String key, String none, BiFunction<S3Client, String, SdkPojo> call) {
        return new BucketQuestion(key, AwsServices.S3.operation("Get" + key), Refusals.of(none), call);
    }

    private static BucketQuestion question(String key, BiFunction<S3Client, String, SdkPojo> call) {
        return new BucketQuestion(key, AwsServices.S3.operation("Get" + key), Refusals.NONE, call);
    }
}
