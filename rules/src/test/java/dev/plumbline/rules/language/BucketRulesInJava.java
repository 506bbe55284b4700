package dev.plumbline.rules.language;

import dev.plumbline.rules.iam.Grants;
import dev.plumbline.rules.iam.PolicyDocument;
import dev.plumbline.rules.resource.Account;
import dev.plumbline.rules.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The bucket rules as a programmer would write them without a rule language: what a benchmark compares with. */
final class BucketRulesInJava {
    private static final Set<String> EVERYONE = Set.of(
            "http://acs.amazonaws.com/groups/global/AllUsers",
            "http://acs.amazonaws.com/groups/global/AuthenticatedUsers");
    private static final Set<String> KMS = Set.of("aws:kms", "aws:kms:dsse");
    private static final String LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";
    private static final List<String> FLAGS =
            List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

    private final Resource bucket;
    private final Account account;

    BucketRulesInJava(Resource bucket, Account account) {
        this.bucket = bucket;
        this.account = account;
    }

    /** How many of the eleven rules the bucket passes. */
    int passed() {
        return count(isPrivate())
                + count(FLAGS.stream().allMatch(this::blocks))
                + count(encryptsBy(algorithm -> !algorithm.isEmpty()))
                + count(encryptsBy(KMS::contains))
                + count(policy() instanceof Map<?, ?> policy
                        && grants(policy).deniesInsecureTransport(bucket.id().value()))
                + count("Enabled".equals(at("BucketVersioning", "Status")))
                + count(isLogged())
                + count(ownershipIsEnforced())
                + count(policy() == null
                        || grants(policy())
                                .otherAccounts(bucket.account().value())
                                .isEmpty())
                + count("Enabled".equals(at("BucketVersioning", "MFADelete"))
                        || "COMPLIANCE"
                                .equals(at(
                                        "ObjectLockConfiguration",
                                        "ObjectLockConfiguration",
                                        "Rule",
                                        "DefaultRetention",
                                        "Mode")))
                + count(dropsUnfinishedUploads());
    }

    private boolean isPrivate() {
        boolean privateAcl = blocks("IgnorePublicAcls") || ownershipIsEnforced() || !grantee(EVERYONE::contains);
        return privateAcl
                && (blocks("RestrictPublicBuckets")
                        || policy() == null
                        || !grants(policy()).allowsPublic());
    }

    private boolean blocks(String flag) {
        return Boolean.TRUE.equals(at("PublicAccessBlock", "PublicAccessBlockConfiguration", flag))
                || Boolean.TRUE.equals(
                        below(account.config(), "PublicAccessBlock", "PublicAccessBlockConfiguration", flag));
    }

    private boolean encryptsBy(Predicate<String> algorithm) {
        return any(
                at("BucketEncryption", "ServerSideEncryptionConfiguration", "Rules"),
                rule -> below(rule, "ApplyServerSideEncryptionByDefault", "SSEAlgorithm") instanceof String written
                        && algorithm.test(written));
    }

    private boolean isLogged() {
        return at("BucketLogging", "LoggingEnabled", "TargetBucket") != null
                || (policy() != null && grants(policy()).allowsService("logging.s3.amazonaws.com"))
                || grantee(LOG_DELIVERY::equals);
    }

    private boolean ownershipIsEnforced() {
        return any(
                at("BucketOwnershipControls", "OwnershipControls", "Rules"),
                rule -> "BucketOwnerEnforced".equals(below(rule, "ObjectOwnership")));
    }

    private boolean dropsUnfinishedUploads() {
        return any(
                at("BucketLifecycleConfiguration", "Rules"),
                rule -> "Enabled".equals(below(rule, "Status"))
                        && below(rule, "AbortIncompleteMultipartUpload") != null
                        && isBlank(below(rule, "Prefix"))
                        && isBlank(below(rule, "Filter", "Prefix"))
                        && below(rule, "Filter", "And") == null);
    }

    private boolean grantee(Predicate<String> uri) {
        return any(
                at("BucketAcl", "Grants"),
                grant -> below(grant, "Grantee", "URI") instanceof String written && uri.test(written));
    }

    private @Nullable Object policy() {
        return at("BucketPolicy", "Policy");
    }

    private static Grants grants(@Nullable Object policy) {
        return new Grants(PolicyDocument.parse(policy));
    }

    private @Nullable Object at(String... names) {
        return below(bucket.config(), names);
    }

    private static @Nullable Object below(@Nullable Object tree, String... names) {
        Object value = tree;
        for (String name : names) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static boolean any(@Nullable Object list, Predicate<@Nullable Object> test) {
        return list instanceof List<?> items && items.stream().anyMatch(test);
    }

    private static boolean isBlank(@Nullable Object text) {
        return text == null || text.equals("");
    }

    private static int count(boolean passed) {
        return passed ? 1 : 0;
    }
}
