package dev.plumbline.scanner.aws.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into trees that may hold anything. */
final class Trees {
    private Trees() {}

    static Optional<String> text(Map<?, ?> tree, String key) {
        return tree.get(key) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    static Optional<Map<?, ?>> object(Map<?, ?> tree, String key) {
        return tree.get(key) instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }

    /** Two members in their order, which {@code Map.of} would change with every run, and with it the evidence shown. */
    static Map<String, @Nullable Object> pair(
            String key, @Nullable Object value, String otherKey, @Nullable Object otherValue) {
        Map<String, @Nullable Object> pair = new LinkedHashMap<>();
        pair.put(key, value);
        pair.put(otherKey, otherValue);
        return pair;
    }

    /** Empty where there is no list. */
    static List<?> list(Map<?, ?> tree, String key) {
        return tree.get(key) instanceof List<?> list ? list : List.of();
    }

    /** Those items of a list that are objects. */
    static List<Map<?, ?>> objects(Map<?, ?> tree, String key) {
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object item : list(tree, key)) {
            if (item instanceof Map<?, ?> map) {
                objects.add(map);
            }
        }
        return objects;
    }

    /** Pairs of any of AWS's spellings as tags. */
    static Map<String, String> tags(@Nullable Object pairs) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (pairs instanceof Map<?, ?> map) {
            map.forEach((key, value) -> tags.put(String.valueOf(key), value == null ? "" : value.toString()));
        } else if (pairs instanceof List<?> list) {
            list.forEach(pair -> tag(pair, tags));
        }
        return tags;
    }

    private static void tag(@Nullable Object pair, Map<String, String> tags) {
        if (!(pair instanceof Map<?, ?> map)) {
            return;
        }
        for (List<String> spelling : List.of(
                List.of("Key", "Value"),
                List.of("key", "value"),
                List.of("TagKey", "TagValue"),
                List.of("tagKey", "tagValue"))) {
            if (map.get(spelling.getFirst()) instanceof String key) {
                tags.put(key, map.get(spelling.getLast()) instanceof String value ? value : "");
                return;
            }
        }
    }
}
