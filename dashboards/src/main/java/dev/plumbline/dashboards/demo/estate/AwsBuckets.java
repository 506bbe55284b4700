package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Parameters;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Store;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Buckets as a careful team keeps them. */
final class AwsBuckets {
    static final String ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";

    private final Company company;
    private final Parameters parameters;
    private final Seeds seeds;

    AwsBuckets(Company company) {
        this.company = company;
        this.parameters = company.parameters();
        this.seeds = parameters.seeds();
    }

    static String nameOf(Company company, CloudAccount account, String dataset) {
        return company.stores(account).stream()
                .filter(store -> store.is(dataset))
                .findFirst()
                .map(Store::name)
                .orElse("meridian-central-" + dataset);
    }

    static Map<String, @Nullable Object> everythingBlocked() {
        return object(
                "BlockPublicAcls", true,
                "IgnorePublicAcls", true,
                "BlockPublicPolicy", true,
                "RestrictPublicBuckets", true);
    }

    Stream<Draft> drafts(CloudAccount account) {
        return company.stores(account).stream().map(this::bucket);
    }

    private Draft bucket(Store store) {
        CloudAccount account = store.account();
        String owner = seeds.hex(64, "canonical", account.id());
        SplittableRandom random = seeds.random("bucket", store.name());
        Map<String, @Nullable Object> config = object(
                "Name", store.name(),
                "CreationDate",
                        parameters.daysBeforeEnd(40 + random.nextInt(1800)).toString(),
                "BucketLocation", object("LocationConstraint", account.region()),
                "BucketPolicy", object("Policy", policy(tlsOnly(store))),
                "BucketPolicyStatus", object("PolicyStatus", object("IsPublic", false)),
                "BucketAcl", acl(owner),
                "BucketOwnershipControls", ownership("BucketOwnerEnforced"),
                "PublicAccessBlock", object("PublicAccessBlockConfiguration", everythingBlocked()),
                "BucketEncryption", encryption(store),
                "BucketVersioning", object("Status", "Enabled", "MFADelete", "Enabled"),
                "BucketLogging", logging(store),
                "BucketLifecycleConfiguration", lifecycle(),
                "BucketReplication", null,
                "ObjectLockConfiguration", null,
                "BucketWebsite", null,
                "BucketCors", null,
                "BucketNotificationConfiguration", object(),
                "BucketTagging", tagging(store));
        return new Draft(account, account.region(), "aws.s3.bucket", store.resourceId(), store.name(), config)
                .tagged(store.tags());
    }

    static Map<String, @Nullable Object> policy(@Nullable Object... statements) {
        return object("Version", "2012-10-17", "Statement", list(statements));
    }

    static Map<String, @Nullable Object> tlsOnly(Store store) {
        return tlsOnly(store.resourceId());
    }

    static Map<String, @Nullable Object> tlsOnly(String arn) {
        return object(
                "Sid", "DenyInsecureTransport",
                "Effect", "Deny",
                "Principal", "*",
                "Action", "s3:*",
                "Resource", list(arn, arn + "/*"),
                "Condition", object("Bool", object("aws:SecureTransport", "false")));
    }

    static Map<String, @Nullable Object> ownership(String objectOwnership) {
        return object("OwnershipControls", object("Rules", list(object("ObjectOwnership", objectOwnership))));
    }

    private static Map<String, @Nullable Object> acl(String owner) {
        return object(
                "Owner",
                object("ID", owner),
                "Grants",
                list(object("Grantee", object("Type", "CanonicalUser", "ID", owner), "Permission", "FULL_CONTROL")));
    }

    private Map<String, @Nullable Object> encryption(Store store) {
        String key = AwsKeys.arnOf(company, store.account(), store.team().key());
        return object(
                "ServerSideEncryptionConfiguration",
                object(
                        "Rules",
                        list(object(
                                "ApplyServerSideEncryptionByDefault",
                                object("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", key),
                                "BucketKeyEnabled",
                                true))));
    }

    private Map<String, @Nullable Object> logging(Store store) {
        String target = store.is("access-logs") ? "audit-archive" : "access-logs";
        return object(
                "LoggingEnabled",
                object(
                        "TargetBucket",
                        nameOf(company, store.account(), target),
                        "TargetPrefix",
                        "s3/" + store.name() + "/"));
    }

    private static Map<String, @Nullable Object> lifecycle() {
        return object(
                "Rules",
                list(object(
                        "ID",
                        "abort-incomplete-uploads",
                        "Status",
                        "Enabled",
                        "Filter",
                        object("Prefix", ""),
                        "AbortIncompleteMultipartUpload",
                        object("DaysAfterInitiation", 7L))));
    }

    private static Map<String, @Nullable Object> tagging(Store store) {
        List<@Nullable Object> tags = list();
        store.tags().forEach((key, value) -> tags.add(object("Key", key, "Value", value)));
        return object("TagSet", tags);
    }
}
