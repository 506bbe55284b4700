package dev.plumbline.scanner.aws.export;

import dev.plumbline.scanner.aws.export.Told.Missing;
import dev.plumbline.scanner.inventory.PolicyText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket's answers as {@code GetBucket…} would give them. Config writes them in the words of an old SDK, and leaves out
 * those that there are none of; where it is not known that leaving out means this, the answer is unread.
 */
final class BucketItem {
    static final ApiWords WORDS = ApiWords.of(
            "KMSMasterKeyID", "SSEAlgorithm", "ID", "CORSRules", "HttpErrorCodeReturnedEquals", "HttpRedirectCode");

    private static final Missing POLICY = new Missing("BucketPolicy", "s3:GetBucketPolicy");
    private static final Missing ACL = new Missing("BucketAcl", "s3:GetBucketAcl");
    private static final Missing BLOCK = new Missing("PublicAccessBlock", "s3:GetBucketPublicAccessBlock");
    private static final Missing ENCRYPTION = new Missing("BucketEncryption", "s3:GetEncryptionConfiguration");
    private static final Missing VERSIONING = new Missing("BucketVersioning", "s3:GetBucketVersioning");
    private static final Missing LOGGING = new Missing("BucketLogging", "s3:GetBucketLogging");
    private static final Missing LIFECYCLE =
            new Missing("BucketLifecycleConfiguration", "s3:GetLifecycleConfiguration");
    private static final Missing LOCK = new Missing("ObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration");
    private static final Missing REPLICATION = new Missing("BucketReplication", "s3:GetReplicationConfiguration");
    private static final Missing WEBSITE = new Missing("BucketWebsite", "s3:GetBucketWebsite");
    private static final Missing CORS = new Missing("BucketCors", "s3:GetBucketCORS");
    private static final Missing NOTIFICATION =
            new Missing("BucketNotificationConfiguration", "s3:GetBucketNotification");

    /** AWS Config has recorded the block since December 2018; a bucket recorded later without one has none. */
    private static final Instant BLOCKS_RECORDED = Instant.parse("2019-01-01T00:00:00Z");

    private static final Map<String, String> GROUPS = Map.of(
            "AllUsers", "http://acs.amazonaws.com/groups/global/AllUsers",
            "AuthenticatedUsers", "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
            "LogDelivery", "http://acs.amazonaws.com/groups/s3/LogDelivery");
    private static final Map<String, String> PERMISSIONS = Map.of(
            "FullControl", "FULL_CONTROL",
            "Read", "READ",
            "Write", "WRITE",
            "ReadAcp", "READ_ACP",
            "WriteAcp", "WRITE_ACP");

    private final ConfigItem item;
    private final Told told;

    private BucketItem(ConfigItem item, Told told) {
        this.item = item;
        this.told = told;
    }

    static void tell(ConfigItem item, Told told) {
        new BucketItem(item, told).tell();
    }

    private void tell() {
        Map<String, @Nullable Object> listed = WORDS.map(item.configuration());
        // It stands in the ACL, where S3 tells it.
        listed.remove("Owner");
        told.spread(listed);
        told.put("BucketLocation", location());
        answer(POLICY, "BucketPolicy", BucketItem::policy);
        answer(ACL, "AccessControlList", BucketItem::acl);
        answer(VERSIONING, "BucketVersioningConfiguration", BucketItem::versioning);
        answer(LOGGING, "BucketLoggingConfiguration", BucketItem::logging);
        answer(NOTIFICATION, "BucketNotificationConfiguration", BucketItem::notification);
        answer(ENCRYPTION, "ServerSideEncryptionConfiguration", wrapped("ServerSideEncryptionConfiguration"));
        answer(LOCK, "ObjectLockConfiguration", wrapped("ObjectLockConfiguration"));
        if (item.captured().isBefore(BLOCKS_RECORDED)) {
            answer(BLOCK, "PublicAccessBlockConfiguration", wrapped("PublicAccessBlockConfiguration"));
        } else {
            answerOrNone(BLOCK, "PublicAccessBlockConfiguration", wrapped("PublicAccessBlockConfiguration"));
        }
        answerOrNone(LIFECYCLE, "BucketLifecycleConfiguration", BucketLifecycle::answer);
        answerOrNone(CORS, "BucketCrossOriginConfiguration", BucketItem::cors);
        // Config tells less of these two than S3 would: only that there are none.
        answerOrNone(REPLICATION, "BucketReplicationConfiguration", some -> Optional.empty());
        answerOrNone(WEBSITE, "BucketWebsiteConfiguration", some -> Optional.empty());
        told.put("BucketTagging", tagging());
    }

    /** Of an answer that Config always writes. */
    private void answer(Missing answer, String supplement, Conversion conversion) {
        if (item.supplement().get(supplement) == null) {
            told.missing(answer);
        } else {
            answerOrNone(answer, supplement, conversion);
        }
    }

    /** Of an answer that Config leaves out where there is none. */
    private void answerOrNone(Missing answer, String supplement, Conversion conversion) {
        Object value = item.supplement().get(supplement);
        if (value == null) {
            told.put(answer.key(), null);
            return;
        }
        Optional<Answer> converted = value instanceof Map<?, ?> map ? conversion.of(map) : Optional.empty();
        converted.ifPresentOrElse(known -> told.put(answer.key(), known.tree()), () -> told.notUnderstood(answer));
    }

    /** An answer in S3's words; empty if something in it has no known counterpart. */
    interface Conversion {
        Optional<Answer> of(Map<?, ?> supplement);
    }

    /** @param tree {@code null} where there is no such configuration */
    record Answer(@Nullable Map<String, @Nullable Object> tree) {
        static Optional<Answer> of(String key, @Nullable Object value) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put(key, value);
            return Optional.of(new Answer(tree));
        }
    }

    private Map<String, @Nullable Object> location() {
        // The first region has no name there.
        return item.region().equals("us-east-1") ? Map.of() : Map.of("LocationConstraint", item.region());
    }

    private static Conversion wrapped(String member) {
        return supplement -> Answer.of(member, WORDS.map(supplement));
    }

    private static Optional<Answer> policy(Map<?, ?> supplement) {
        return switch (supplement.get("policyText")) {
            case null -> Optional.of(new Answer(null));
            case String text -> Answer.of("Policy", PolicyText.parsed(text));
            case Map<?, ?> parsed -> Answer.of("Policy", parsed);
            default -> Optional.empty();
        };
    }

    private static Optional<Answer> versioning(Map<?, ?> supplement) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        // Config says Off where S3 says nothing: versions were never kept.
        Trees.text(supplement, "status").filter(status -> !status.equals("Off")).ifPresent(status -> {
            answer.put("Status", status);
            if (supplement.get("isMfaDeleteEnabled") instanceof Boolean needed) {
                answer.put("MFADelete", needed ? "Enabled" : "Disabled");
            }
        });
        return Optional.of(new Answer(answer));
    }

    private static Optional<Answer> logging(Map<?, ?> supplement) {
        Optional<String> bucket = Trees.text(supplement, "destinationBucketName");
        if (bucket.isEmpty()) {
            return Optional.of(new Answer(Map.of()));
        }
        return Answer.of(
                "LoggingEnabled",
                Trees.pair(
                        "TargetBucket",
                        bucket.get(),
                        "TargetPrefix",
                        Trees.text(supplement, "logFilePrefix").orElse("")));
    }

    private static Optional<Answer> notification(Map<?, ?> supplement) {
        boolean none =
                Trees.object(supplement, "configurations").filter(Map::isEmpty).isPresent();
        return none ? Optional.of(new Answer(Map.of())) : Optional.empty();
    }

    private static Optional<Answer> cors(Map<?, ?> supplement) {
        List<Object> rules = new ArrayList<>();
        for (Map<?, ?> rule : Trees.objects(supplement, "rules")) {
            Map<String, @Nullable Object> api = WORDS.map(rule);
            Object exposed = api.remove("ExposedHeaders");
            if (exposed != null) {
                api.put("ExposeHeaders", exposed);
            }
            rules.add(api);
        }
        return Answer.of("CORSRules", rules);
    }

    private static Optional<Answer> acl(Map<?, ?> supplement) {
        List<Map<?, ?>> given = Trees.objects(supplement, "grantList");
        List<Object> grants = new ArrayList<>();
        for (Map<?, ?> grant : given.isEmpty() ? Trees.objects(supplement, "grantSet") : given) {
            Optional<Map<String, @Nullable Object>> grantee = grantee(grant.get("grantee"));
            Optional<String> permission = Trees.text(grant, "permission").map(PERMISSIONS::get);
            if (grantee.isEmpty() || permission.isEmpty()) {
                return Optional.empty();
            }
            grants.add(Trees.pair("Grantee", grantee.get(), "Permission", permission.get()));
        }
        Map<String, @Nullable Object> acl = new LinkedHashMap<>();
        Trees.object(supplement, "owner").ifPresent(owner -> acl.put("Owner", WORDS.map(owner)));
        acl.put("Grants", grants);
        return Optional.of(new Answer(acl));
    }

    private static Optional<Map<String, @Nullable Object>> grantee(@Nullable Object grantee) {
        return switch (grantee) {
            case String group
            when GROUPS.containsKey(group) -> Optional.of(Trees.pair("Type", "Group", "URI", GROUPS.get(group)));
            case Map<?, ?> user
            when user.get("id") instanceof String -> {
                Map<String, @Nullable Object> api = WORDS.map(user);
                api.put("Type", "CanonicalUser");
                yield Optional.of(api);
            }
            case null, default -> Optional.empty();
        };
    }

    private @Nullable Map<String, @Nullable Object> tagging() {
        if (item.allTags().isEmpty()) {
            return null;
        }
        List<Object> pairs = new ArrayList<>();
        item.allTags().forEach((key, value) -> pairs.add(Trees.pair("Key", key, "Value", value)));
        return Map.of("TagSet", pairs);
    }
}
