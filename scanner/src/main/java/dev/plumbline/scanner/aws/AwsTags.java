package dev.plumbline.scanner.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tags in the shapes that AWS's services give them: pairs with names of their own, a plain map, or either of these one
 * level down (CloudTrail's {@code ResourceTagList}, CloudFront's {@code Items}).
 */
final class AwsTags {
    private static final List<String> MEMBERS =
            List.of("Tags", "TagList", "TagSet", "TagsList", "tags", "ResourceTags", "ResourceTagList");
    private static final List<String> KEYS = List.of("Key", "TagKey", "key");
    private static final List<String> VALUES = List.of("Value", "TagValue", "value");

    private AwsTags() {}

    /** The tags among the members of an item or answer; none if it has no such member. */
    static Map<String, String> in(@Nullable Object answer) {
        if (!(answer instanceof Map<?, ?> members)) {
            return Map.of();
        }
        return MEMBERS.stream()
                .filter(members::containsKey)
                .findFirst()
                .map(member -> of(members.get(member)))
                .orElse(Map.of());
    }

    static Map<String, String> of(@Nullable Object tags) {
        Map<String, String> plain = new LinkedHashMap<>();
        switch (tags) {
            case List<?> pairs -> pairs.forEach(pair -> put(plain, pair));
            case Map<?, ?> wrapper when wrapper.get("Items") instanceof List<?> pairs -> plain.putAll(of(pairs));
            case Map<?, ?> entries -> entries.forEach((key, value) -> plain.put(String.valueOf(key), text(value)));
            case null, default -> {}
        }
        return plain;
    }

    private static void put(Map<String, String> tags, @Nullable Object pair) {
        if (pair instanceof Map<?, ?> map && first(map, KEYS) instanceof String key) {
            tags.put(key, text(first(map, VALUES)));
        } else {
            tags.putAll(in(pair));
        }
    }

    private static @Nullable Object first(Map<?, ?> map, List<String> names) {
        return names.stream()
                .filter(map::containsKey)
                .findFirst()
                .<@Nullable Object>map(map::get)
                .orElse(null);
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
