package dev.plumbline.scanner.aws.export;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.inventory.ResourceJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One resource as AWS Config recorded it at one time. Files and API answers spell the envelope differently
 * ({@code awsAccountId} and {@code accountId}); both are read.
 *
 * @param type such as {@code AWS::S3::Bucket}
 * @param arn empty for what has none, such as the account's block of public access
 * @param configuration in Config's words; empty if the item is {@link #gone}
 * @param supplement further answers by Config's names; those that are JSON in a string, once or twice, are parsed
 * @see <a href="https://docs.aws.amazon.com/config/latest/developerguide/config-item-table.html">AWS: components of a
 *     configuration item</a>
 */
record ConfigItem(
        String type,
        AccountId account,
        String region,
        String resourceId,
        Optional<String> arn,
        Optional<String> resourceName,
        Instant captured,
        boolean gone,
        Map<String, String> tags,
        Map<String, @Nullable Object> configuration,
        Map<String, @Nullable Object> supplement) {
    private static final Set<String> GONE =
            Set.of("ResourceDeleted", "ResourceDeletedNotRecorded", "ResourceNotRecorded");
    private static final int DAY_DIGITS = "2026-01-31".length();

    /** @throws IllegalArgumentException saying which member is wrong */
    static ConfigItem of(Map<?, ?> item) {
        boolean gone = Trees.text(item, "configurationItemStatus")
                .filter(GONE::contains)
                .isPresent();
        Map<String, @Nullable Object> supplement = new LinkedHashMap<>();
        parsed("supplementaryConfiguration", item.get("supplementaryConfiguration"))
                .forEach((key, value) -> supplement.put(key, unpacked(value)));
        return new ConfigItem(
                required(item, "resourceType"),
                new AccountId(either(item, "awsAccountId", "accountId")
                        .orElseThrow(() -> new IllegalArgumentException("member 'awsAccountId' must be a string"))),
                required(item, "awsRegion"),
                required(item, "resourceId"),
                either(item, "ARN", "arn"),
                Trees.text(item, "resourceName"),
                captured(item.get("configurationItemCaptureTime")),
                gone,
                Trees.tags(item.get("tags")),
                gone ? Map.of() : parsed("configuration", item.get("configuration")),
                supplement);
    }

    /** The same for every version of a resource, also for one that has no ARN any more. */
    String key() {
        return String.join("|", account.value(), region, type, resourceId);
    }

    /** The tags of the envelope, or where it has none, those among the answers. */
    Map<String, String> allTags() {
        return tags.isEmpty() ? Trees.tags(supplement.get("Tags")) : tags;
    }

    private static String required(Map<?, ?> item, String key) {
        return Trees.text(item, key)
                .orElseThrow(() -> new IllegalArgumentException("member '%s' must be a string".formatted(key)));
    }

    private static Optional<String> either(Map<?, ?> item, String key, String other) {
        return Trees.text(item, key).or(() -> Trees.text(item, other));
    }

    /** Text with any offset, or seconds since 1970 as the command line writes them. */
    private static Instant captured(@Nullable Object time) {
        try {
            return switch (time) {
                case String text
                when text.length() > DAY_DIGITS -> OffsetDateTime.parse(text).toInstant();
                case Number seconds -> Instant.ofEpochMilli(Math.round(seconds.doubleValue() * 1_000));
                case null, default -> throw new DateTimeException("no time");
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "member 'configurationItemCaptureTime' must be a time such as 2026-01-31T08:00:00Z", e);
        }
    }

    @SuppressWarnings("unchecked") // a JSON object's keys are strings
    private static Map<String, @Nullable Object> parsed(String member, @Nullable Object value) {
        return switch (unpacked(value)) {
            case null -> Map.of();
            case Map<?, ?> map -> (Map<String, @Nullable Object>) map;
            default -> throw new IllegalArgumentException("member '%s' must be an object".formatted(member));
        };
    }

    /** Config packs many answers as JSON in a string, and lists of grants in a string within that string. */
    private static @Nullable Object unpacked(@Nullable Object value) {
        Object once = value instanceof String text ? unpacked(text) : value;
        return once instanceof String text ? unpacked(text) : once;
    }

    private static @Nullable Object unpacked(String text) {
        return text.equals("null") ? null : ResourceJson.value(text).orElse(text);
    }
}
