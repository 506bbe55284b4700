package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.aws.AwsService.Making;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Every service of AWS that is asked, each told once: endpoints, permissions, budgets and settings follow from it. */
final class AwsServices {
    // Lambdas, not method references: those would load all clients at once, some with a thousand operations.
    static final AwsService<AccountClient> ACCOUNT = global("account", iam("account"), () -> AccountClient.builder());
    static final AwsService<IamClient> IAM = global("iam", iam("iam"), () -> IamClient.builder());
    static final AwsService<KmsClient> KMS = regional("kms", iam("kms"), "kms", () -> KmsClient.builder());
    static final AwsService<S3Client> S3 = regional(
            "s3",
            iam(
                    "s3",
                    Map.of(
                            "ListBuckets", "ListAllMyBuckets",
                            "GetPublicAccessBlock", "GetBucketPublicAccessBlock",
                            "GetBucketEncryption", "GetEncryptionConfiguration",
                            "GetBucketLifecycleConfiguration", "GetLifecycleConfiguration",
                            "GetBucketReplication", "GetReplicationConfiguration",
                            "GetObjectLockConfiguration", "GetBucketObjectLockConfiguration",
                            "GetBucketCors", "GetBucketCORS",
                            "GetBucketNotificationConfiguration", "GetBucketNotification")),
            "s3",
            () -> S3Client.builder());
    static final AwsService<S3ControlClient> S3CONTROL = regional(
            "s3control",
            iam("s3", Map.of("GetPublicAccessBlock", "GetAccountPublicAccessBlock")),
            "s3-control",
            () -> S3ControlClient.builder());
    static final AwsService<StsClient> STS = regional("sts", iam("sts"), "sts", () -> StsClient.builder());

    static final List<AwsService<?>> ALL = List.of(ACCOUNT, IAM, KMS, S3, S3CONTROL, STS);

    private AwsServices() {}

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> AwsService<C> regional(
            String name, UnaryOperator<String> permission, String endpoint, Supplier<B> builder) {
        return new AwsService<>(name, permission, endpoint, false, new Making<>(builder));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> AwsService<C> global(
            String name, UnaryOperator<String> permission, Supplier<B> builder) {
        return new AwsService<>(name, permission, name, true, new Making<>(builder));
    }

    private static UnaryOperator<String> iam(String prefix) {
        return iam(prefix, Map.of());
    }

    /** @param otherNames IAM's for operations, where it has names of its own */
    private static UnaryOperator<String> iam(String prefix, Map<String, String> otherNames) {
        return operation -> prefix + ":" + otherNames.getOrDefault(operation, operation);
    }
}
