package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.Parameters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mistakes in AWS accounts: at least one for every rule. */
final class AwsFaults {
    private static final String ACCOUNT = "aws.account";
    private static final String BUCKET = "aws.s3.bucket";
    private static final String USER = "aws.iam.user";
    private static final String KEY = "aws.kms.key";
    private static final String TRAIL = "aws.cloudtrail.trail";
    private static final String STRANGER = "998877665544";

    private final Parameters parameters;

    AwsFaults(Parameters parameters) {
        this.parameters = parameters;
    }

    List<Fault> all() {
        return Stream.of(accounts(), buckets(), bucketPolicies(), identities(), keys(), records())
                .flatMap(faults -> faults)
                .toList();
    }

    private static Stream<Fault> accounts() {
        return Stream.of(
                Fault.of(
                                "aws-s3-account-public-access-block",
                                ACCOUNT,
                                account -> account.config.put("PublicAccessBlock", null))
                        .onlyIf(AwsFaults::sandbox),
                Fault.of("aws-iam-root-access-keys", ACCOUNT, AwsFaults::giveRootAKey),
                Fault.of("aws-iam-root-mfa", ACCOUNT, AwsFaults::takeRootsSecondFactor)
                        .onlyIf(account -> !sandbox(account)),
                Fault.of(
                        "aws-iam-password-policy",
                        ACCOUNT,
                        account -> account.at("AccountPasswordPolicy", "PasswordPolicy")
                                .put("MinimumPasswordLength", 6L)));
    }

    private static boolean sandbox(Draft draft) {
        return draft.account.stage().equals("lab");
    }

    private static void giveRootAKey(Draft account) {
        account.at("AccountSummary", "SummaryMap").put("AccountAccessKeysPresent", 1L);
        row(account, 0).put("access_key_1_active", "true");
        row(account, 0).put("access_key_1_last_rotated", "2021-03-02T09:12:44+00:00");
    }

    private static void takeRootsSecondFactor(Draft account) {
        account.at("AccountSummary", "SummaryMap").put("AccountMFAEnabled", 0L);
        row(account, 0).put("mfa_active", "false");
    }

    @SuppressWarnings("unchecked") // a JSON object's keys are strings
    private static Map<String, @Nullable Object> row(Draft account, int number) {
        if (!(account.listAt("Content", "CredentialReport").get(number) instanceof Map<?, ?> row)) {
            throw new IllegalStateException("credential report of %s has no row %d".formatted(account.id, number));
        }
        return (Map<String, @Nullable Object>) row;
    }

    private static Stream<Fault> buckets() {
        return Stream.of(
                Fault.of(
                                "aws-s3-bucket-default-encryption",
                                BUCKET,
                                bucket -> bucket.config.put("BucketEncryption", null))
                        .failsToo("aws-s3-bucket-kms-encryption"),
                Fault.of("aws-s3-bucket-kms-encryption", BUCKET, AwsFaults::encryptWithoutKms),
                Fault.of(
                        "aws-s3-bucket-versioning",
                        BUCKET,
                        bucket -> bucket.at("BucketVersioning").put("Status", "Suspended")),
                Fault.of(
                        "aws-s3-bucket-mfa-delete",
                        BUCKET,
                        bucket -> bucket.at("BucketVersioning").put("MFADelete", "Disabled")),
                Fault.of(
                        "aws-s3-bucket-access-logging", BUCKET, bucket -> bucket.config.put("BucketLogging", object())),
                Fault.of(
                        "aws-s3-bucket-incomplete-uploads-expire",
                        BUCKET,
                        bucket -> bucket.config.put("BucketLifecycleConfiguration", null)),
                Fault.of("aws-s3-bucket-acl-disabled", BUCKET, AwsFaults::leavePublicAclUnderABlock));
    }

    private static void encryptWithoutKms(Draft bucket) {
        bucket.config.put(
                "BucketEncryption",
                object(
                        "ServerSideEncryptionConfiguration",
                        object(
                                "Rules",
                                list(object(
                                        "ApplyServerSideEncryptionByDefault",
                                        object("SSEAlgorithm", "AES256"),
                                        "BucketKeyEnabled",
                                        false)))));
    }

    /** Public in its ACL, and the block makes S3 ignore that: near miss of a public bucket. */
    private static void leavePublicAclUnderABlock(Draft bucket) {
        bucket.config.put("BucketOwnershipControls", AwsBuckets.ownership("ObjectWriter"));
        bucket.listAt("Grants", "BucketAcl")
                .add(object("Grantee", object("Type", "Group", "URI", AwsBuckets.ALL_USERS), "Permission", "READ"));
    }

    private static Stream<Fault> bucketPolicies() {
        return Stream.of(
                Fault.of("aws-s3-bucket-public-access", BUCKET, AwsFaults::openToAll)
                        .failsToo("aws-s3-bucket-public-access-block")
                        .onlyIf(AwsFaults::sandbox),
                Fault.of("aws-s3-bucket-tls-only", BUCKET, bucket -> bucket.config.put("BucketPolicy", null)),
                Fault.of("aws-s3-bucket-policy-cross-account", BUCKET, AwsFaults::letAStrangerRead));
    }

    private static void openToAll(Draft bucket) {
        Map<String, @Nullable Object> block = bucket.at("PublicAccessBlock", "PublicAccessBlockConfiguration");
        block.put("BlockPublicPolicy", false);
        block.put("RestrictPublicBuckets", false);
        bucket.at("BucketPolicyStatus", "PolicyStatus").put("IsPublic", true);
        allow(bucket, "PublicRead", "*", list("s3:GetObject"), list(bucket.id + "/*"));
    }

    private static void letAStrangerRead(Draft bucket) {
        Object stranger = object("AWS", "arn:aws:iam::%s:root".formatted(STRANGER));
        allow(
                bucket,
                "PartnerExchange",
                stranger,
                list("s3:GetObject", "s3:ListBucket"),
                list(bucket.id, bucket.id + "/*"));
    }

    private static void allow(Draft bucket, String sid, Object principal, Object actions, Object resources) {
        bucket.listAt("Statement", "BucketPolicy", "Policy")
                .add(object(
                        "Sid",
                        sid,
                        "Effect",
                        "Allow",
                        "Principal",
                        principal,
                        "Action",
                        actions,
                        "Resource",
                        resources));
    }

    private Stream<Fault> identities() {
        return Stream.of(
                Fault.of("aws-iam-user-mfa", USER, AwsFaults::takeSecondFactor).onlyIf(AwsFaults::person),
                Fault.of("aws-iam-access-key-age", USER, this::ageKey).onlyIf(user -> !person(user)),
                Fault.of("aws-iam-user-unused-credentials", USER, this::forgetPassword)
                        .onlyIf(AwsFaults::person),
                Fault.of("aws-iam-policy-admin", "aws.iam.policy", AwsFaults::allowEverything),
                Fault.of("aws-iam-role-trust-public", "aws.iam.role", AwsFaults::trustEverybody));
    }

    private static boolean person(Draft user) {
        return user.config.get("LoginProfile") != null;
    }

    private static void takeSecondFactor(Draft user) {
        user.config.put("MFADevices", object("MFADevices", list()));
        user.at("CredentialReport").put("mfa_active", "false");
    }

    private void ageKey(Draft user) {
        String created = parameters.daysBeforeEnd(412).toString();
        if (user.listAt("AccessKeyMetadata", "AccessKeys").getFirst() instanceof Map<?, ?> key) {
            @SuppressWarnings("unchecked") // a JSON object's keys are strings
            Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) key;
            members.put("CreateDate", created);
        }
        user.at("CredentialReport").put("access_key_1_last_rotated", CredentialRow.time(parameters.daysBeforeEnd(412)));
    }

    private void forgetPassword(Draft user) {
        user.config.put("PasswordLastUsed", parameters.daysBeforeEnd(214).toString());
        CredentialRow.password(
                user.at("CredentialReport"), parameters.daysBeforeEnd(214), parameters.daysBeforeEnd(330));
    }

    private static void allowEverything(Draft policy) {
        policy.at("PolicyVersion", "PolicyVersion")
                .put("Document", AwsBuckets.policy(object("Effect", "Allow", "Action", "*", "Resource", "*")));
    }

    private static void trustEverybody(Draft role) {
        role.config.put(
                "AssumeRolePolicyDocument",
                AwsBuckets.policy(
                        object("Effect", "Allow", "Principal", object("AWS", "*"), "Action", "sts:AssumeRole")));
    }

    private Stream<Fault> keys() {
        return Stream.of(
                Fault.of(
                        "aws-kms-key-rotation",
                        KEY,
                        key -> key.config.put("KeyRotationStatus", object("KeyRotationEnabled", false))),
                Fault.of("aws-kms-key-public", KEY, key -> share(key, "*")),
                Fault.of(
                        "aws-kms-key-policy-cross-account",
                        KEY,
                        key -> share(key, "arn:aws:iam::%s:root".formatted(STRANGER))),
                Fault.of("aws-kms-key-pending-deletion", KEY, this::scheduleDeletion));
    }

    private static void share(Draft key, String principal) {
        key.listAt("Statement", "KeyPolicy", "Policy")
                .add(object(
                        "Sid", "Allow use of the key",
                        "Effect", "Allow",
                        "Principal", object("AWS", principal),
                        "Action", list("kms:Decrypt", "kms:DescribeKey"),
                        "Resource", "*"));
    }

    private void scheduleDeletion(Draft key) {
        key.config.put("Enabled", false);
        key.config.put("KeyState", "PendingDeletion");
        key.config.put("DeletionDate", parameters.daysBeforeEnd(-6).toString());
    }

    private static Stream<Fault> records() {
        return Stream.of(
                Fault.of(
                        "aws-cloudtrail-trail-logging",
                        TRAIL,
                        trail -> trail.at("TrailStatus").put("IsLogging", false)),
                Fault.of(
                        "aws-cloudtrail-trail-log-validation",
                        TRAIL,
                        trail -> trail.config.put("LogFileValidationEnabled", false)),
                Fault.of("aws-rds-dbinstance-encryption", "aws.rds.dbinstance", AwsFaults::storeInPlain),
                Fault.of(
                        "aws-ec2-snapshot-public",
                        "aws.ec2.snapshot",
                        snapshot -> snapshot.listAt("CreateVolumePermissions", "SnapshotAttribute")
                                .add(object("Group", "all"))));
    }

    private static void storeInPlain(Draft database) {
        database.config.put("StorageEncrypted", false);
        database.config.remove("KmsKeyId");
    }
}
