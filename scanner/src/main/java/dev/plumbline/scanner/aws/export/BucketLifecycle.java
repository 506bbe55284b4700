package dev.plumbline.scanner.aws.export;

import dev.plumbline.scanner.aws.export.BucketItem.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lifecycle rules of a bucket, which Config writes flat and with predicates, as {@code GetBucketLifecycleConfiguration} does. */
final class BucketLifecycle {
    private static final ApiWords WORDS = ApiWords.of("ID");

    private BucketLifecycle() {}

    static Optional<Answer> answer(Map<?, ?> supplement) {
        List<Object> rules = new ArrayList<>();
        for (Map<?, ?> rule : Trees.objects(supplement, "rules")) {
            Optional<Map<String, @Nullable Object>> converted = rule(rule);
            if (converted.isEmpty()) {
                return Optional.empty();
            }
            rules.add(converted.get());
        }
        return Answer.of("Rules", rules);
    }

    private static Optional<Map<String, @Nullable Object>> rule(Map<?, ?> rule) {
        Map<String, @Nullable Object> api = new LinkedHashMap<>();
        Trees.text(rule, "id").ifPresent(id -> api.put("ID", id));
        Trees.text(rule, "status").ifPresent(status -> api.put("Status", status));
        Trees.text(rule, "prefix").ifPresent(prefix -> api.put("Prefix", prefix));
        Optional<Map<?, ?>> filter = Trees.object(rule, "filter");
        if (filter.isPresent()) {
            Optional<Map<String, @Nullable Object>> converted = filter(filter.get());
            if (converted.isEmpty()) {
                return Optional.empty();
            }
            api.put("Filter", converted.get());
        }
        expiry(rule, api);
        transitions(rule, api);
        Trees.object(rule, "abortIncompleteMultipartUpload")
                .ifPresent(abort -> api.put("AbortIncompleteMultipartUpload", WORDS.map(abort)));
        return Optional.of(api);
    }

    private static void expiry(Map<?, ?> rule, Map<String, @Nullable Object> api) {
        Map<String, @Nullable Object> expiration = new LinkedHashMap<>();
        days(rule, "expirationInDays").ifPresent(days -> expiration.put("Days", days));
        Trees.text(rule, "expirationDate").ifPresent(date -> expiration.put("Date", WORDS.value("Date", date)));
        if (Boolean.TRUE.equals(rule.get("expiredObjectDeleteMarker"))) {
            expiration.put("ExpiredObjectDeleteMarker", true);
        }
        if (!expiration.isEmpty()) {
            api.put("Expiration", expiration);
        }
        Trees.object(rule, "noncurrentVersionExpiration")
                .ifPresentOrElse(
                        newer -> api.put("NoncurrentVersionExpiration", WORDS.map(newer)),
                        () -> days(rule, "noncurrentVersionExpirationInDays")
                                .ifPresent(days ->
                                        api.put("NoncurrentVersionExpiration", Map.of("NoncurrentDays", days))));
    }

    private static void transitions(Map<?, ?> rule, Map<String, @Nullable Object> api) {
        List<Object> transitions = new ArrayList<>();
        Trees.objects(rule, "transitions").forEach(transition -> transitions.add(WORDS.map(transition)));
        if (!transitions.isEmpty()) {
            api.put("Transitions", transitions);
        }
        List<Object> noncurrent = new ArrayList<>();
        for (Map<?, ?> transition : Trees.objects(rule, "noncurrentVersionTransitions")) {
            Map<String, @Nullable Object> converted = WORDS.map(transition);
            Object days = converted.remove("Days");
            if (days != null) {
                converted.put("NoncurrentDays", days);
            }
            noncurrent.add(converted);
        }
        if (!noncurrent.isEmpty()) {
            api.put("NoncurrentVersionTransitions", noncurrent);
        }
    }

    /** Config says -1 where S3 says nothing. */
    private static Optional<Long> days(Map<?, ?> rule, String key) {
        return rule.get(key) instanceof Number days && days.longValue() > 0
                ? Optional.of(days.longValue())
                : Optional.empty();
    }

    private static Optional<Map<String, @Nullable Object>> filter(Map<?, ?> filter) {
        Object predicate = filter.get("predicate");
        if (predicate == null) {
            return Optional.of(Map.of());
        }
        if (!(predicate instanceof Map<?, ?> tree)) {
            return Optional.empty();
        }
        if (!"LifecycleAndOperator".equals(tree.get("type"))) {
            return single(tree);
        }
        return and(Trees.objects(tree, "operands")).map(all -> {
            Map<String, @Nullable Object> api = new LinkedHashMap<>();
            api.put("And", all);
            return api;
        });
    }

    private static Optional<Map<String, @Nullable Object>> and(List<Map<?, ?>> operands) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        List<Object> tags = new ArrayList<>();
        for (Map<?, ?> operand : operands) {
            Optional<Map<String, @Nullable Object>> one = single(operand);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            Object tag = one.get().get("Tag");
            if (tag == null) {
                all.putAll(one.get());
            } else {
                tags.add(tag);
            }
        }
        if (!tags.isEmpty()) {
            all.put("Tags", tags);
        }
        return Optional.of(all);
    }

    private static Optional<Map<String, @Nullable Object>> single(Map<?, ?> predicate) {
        Map<String, @Nullable Object> api = new LinkedHashMap<>();
        switch (String.valueOf(predicate.get("type"))) {
            case "LifecyclePrefixPredicate" ->
                api.put("Prefix", Trees.text(predicate, "prefix").orElse(""));
            case "LifecycleTagPredicate" ->
                Trees.object(predicate, "tag").ifPresent(tag -> api.put("Tag", WORDS.map(tag)));
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(api);
    }
}
