package dev.plumbline.scanner.aws;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One question about a bucket.
 *
 * @param key where its answer stands in the resource
 * @param none S3's codes that mean there is no such configuration
 * @param call asks about the bucket of that name
 */
record BucketQuestion(
        String key, AwsOperation operation, Set<String> none, BiFunction<S3Client, String, SdkPojo> call) {
    /** IAM has names of its own for many of S3's operations. */
    static final List<BucketQuestion> ALL = List.of(
            question(
                    "BucketPolicy",
                    "s3:GetBucketPolicy",
                    "NoSuchBucketPolicy",
                    (s3, bucket) -> s3.getBucketPolicy(request -> request.bucket(bucket))),
            question(
                    "BucketPolicyStatus",
                    "s3:GetBucketPolicyStatus",
                    "NoSuchBucketPolicy",
                    (s3, bucket) -> s3.getBucketPolicyStatus(request -> request.bucket(bucket))),
            question(
                    "BucketAcl", "s3:GetBucketAcl", (s3, bucket) -> s3.getBucketAcl(request -> request.bucket(bucket))),
            question(
                    "BucketOwnershipControls",
                    "s3:GetBucketOwnershipControls",
                    "OwnershipControlsNotFoundError",
                    (s3, bucket) -> s3.getBucketOwnershipControls(request -> request.bucket(bucket))),
            question(
                    "PublicAccessBlock",
                    "s3:GetBucketPublicAccessBlock",
                    "NoSuchPublicAccessBlockConfiguration",
                    (s3, bucket) -> s3.getPublicAccessBlock(request -> request.bucket(bucket))),
            question(
                    "BucketEncryption",
                    "s3:GetEncryptionConfiguration",
                    "ServerSideEncryptionConfigurationNotFoundError",
                    (s3, bucket) -> s3.getBucketEncryption(request -> request.bucket(bucket))),
            question(
                    "BucketVersioning",
                    "s3:GetBucketVersioning",
                    (s3, bucket) -> s3.getBucketVersioning(request -> request.bucket(bucket))),
            question(
                    "BucketLogging",
                    "s3:GetBucketLogging",
                    (s3, bucket) -> s3.getBucketLogging(request -> request.bucket(bucket))),
            question(
                    "BucketLifecycleConfiguration",
                    "s3:GetLifecycleConfiguration",
                    "NoSuchLifecycleConfiguration",
                    (s3, bucket) -> s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket))),
            question(
                    "BucketReplication",
                    "s3:GetReplicationConfiguration",
                    "ReplicationConfigurationNotFoundError",
                    (s3, bucket) -> s3.getBucketReplication(request -> request.bucket(bucket))),
            question(
                    "ObjectLockConfiguration",
                    "s3:GetBucketObjectLockConfiguration",
                    "ObjectLockConfigurationNotFoundError",
                    (s3, bucket) -> s3.getObjectLockConfiguration(request -> request.bucket(bucket))),
            question(
                    "BucketWebsite",
                    "s3:GetBucketWebsite",
                    "NoSuchWebsiteConfiguration",
                    (s3, bucket) -> s3.getBucketWebsite(request -> request.bucket(bucket))),
            question(
                    "BucketCors",
                    "s3:GetBucketCORS",
                    "NoSuchCORSConfiguration",
                    (s3, bucket) -> s3.getBucketCors(request -> request.bucket(bucket))),
            question(
                    "BucketNotificationConfiguration",
                    "s3:GetBucketNotification",
                    (s3, bucket) -> s3.getBucketNotificationConfiguration(request -> request.bucket(bucket))),
            question(
                    "BucketTagging",
                    "s3:GetBucketTagging",
                    "NoSuchTagSet",
                    (s3, bucket) -> s3.getBucketTagging(request -> request.bucket(bucket))));

    private static BucketQuestion question(
            String key, String permission, String none, BiFunction<S3Client, String, SdkPojo> call) {
        return new BucketQuestion(key, new AwsOperation("s3", "Get" + key, permission), Set.of(none), call);
    }

    private static BucketQuestion question(String key, String permission, BiFunction<S3Client, String, SdkPojo> call) {
        return new BucketQuestion(key, new AwsOperation("s3", "Get" + key, permission), Set.of(), call);
    }
}
