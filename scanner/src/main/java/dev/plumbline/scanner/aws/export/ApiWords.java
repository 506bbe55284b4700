package dev.plumbline.scanner.aws.export;

import dev.plumbline.scanner.inventory.PolicyText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the names of AWS Config into those of the API. Config starts a member's name with a small letter; where the name
 * begins with an abbreviation it may have put the whole of it in small letters, and the API's name must be given:
 * {@code dbclusterArn} is {@code DBClusterArn}. What Config writes otherwise than the API would is set right besides:
 * {@code null} for what was not sent, a lone string in an object of its own, times in milliseconds, policies in strings.
 */
final class ApiWords {
    /** Below these stand names of the customer's, or of IAM's policy language. */
    private static final Set<String> KEPT = Set.of("Variables", "AdvancedOptions");

    private static final Set<String> POLICIES =
            Set.of("Policy", "PolicyDocument", "AssumeRolePolicyDocument", "Document", "AccessPolicies", "PolicyText");
    private static final Pattern TIME_NAME = Pattern.compile(".*(Date|Time|DateTime|Timestamp|At|Before|After)");
    private static final Pattern ISO_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-]\\d\\d:\\d\\d)");
    /** In seconds this were the year 5138, in milliseconds it is 1973: before AWS. */
    private static final long LEAST_MILLIS = 100_000_000_000L;

    private final Map<String, String> irregular;

    private ApiWords(Map<String, String> irregular) {
        this.irregular = irregular;
    }

    /** @param irregular names of the API that the rule does not give */
    static ApiWords of(String... irregular) {
        Map<String, String> byLowerCase = new HashMap<>();
        for (String name : irregular) {
            byLowerCase.put(name.toLowerCase(Locale.ROOT), name);
        }
        return new ApiWords(byLowerCase);
    }

    Map<String, @Nullable Object> map(Map<?, ?> config) {
        Map<String, @Nullable Object> api = new LinkedHashMap<>();
        config.forEach((key, value) -> {
            String member = member(String.valueOf(key));
            Object converted = value(member, value);
            if (converted != null) {
                api.put(member, converted);
            }
        });
        return api;
    }

    /** Any value that stands under {@code member}. */
    @Nullable
    Object value(String member, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> object(member, map);
            case List<?> list -> list(member, list);
            case String text when POLICIES.contains(member) -> PolicyText.parsed(text);
            case String text when isTime(member) && ISO_TIME.matcher(text).matches() -> time(text);
            case Long millis
            when isTime(member) && millis >= LEAST_MILLIS ->
                Instant.ofEpochMilli(millis).toString();
            default -> value;
        };
    }

    private @Nullable Object object(String member, Map<?, ?> map) {
        if (KEPT.contains(member) || POLICIES.contains(member)) {
            return map;
        }
        boolean wrapped = map.size() == 1 && map.containsKey("value");
        return wrapped ? value(member, map.get("value")) : map(map);
    }

    private List<@Nullable Object> list(String member, List<?> items) {
        List<@Nullable Object> api = new ArrayList<>(items.size());
        items.forEach(item -> api.add(value(member, item)));
        return api;
    }

    private String member(String name) {
        String known = irregular.get(name.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static boolean isTime(String member) {
        return TIME_NAME.matcher(member).matches();
    }

    /** As collectors write it: in UTC, without fractions that are nought. */
    private static String time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
