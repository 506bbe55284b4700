package dev.plumbline.dashboards.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One mapping of the file with a known set of keys. What is not as it should be goes to the problems, by its path. */
final class Section {
    private final String path;
    private final Map<?, ?> keys;
    private final Collection<String> problems;

    private Section(String path, Map<?, ?> keys, Collection<String> problems) {
        this.path = path;
        this.keys = keys;
        this.problems = problems;
    }

    /** @param accepted every key it may have */
    static Section of(String path, @Nullable Object value, Collection<String> problems, String... accepted) {
        if (value == null) {
            return new Section(path, Map.of(), problems);
        }
        if (!(value instanceof Map<?, ?> keys)) {
            problems.add("%s must be a mapping with keys: %s".formatted(path, String.join(", ", accepted)));
            return new Section(path, Map.of(), problems);
        }
        List<String> known = List.of(accepted);
        keys.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !known.contains(key))
                .forEach(key -> problems.add(
                        "%s is unknown: use one of %s".formatted(join(path, key), String.join(", ", accepted))));
        return new Section(path, keys, problems);
    }

    /** The value under a key, whatever it is. */
    @Nullable
    Object value(String key) {
        return keys.get(key);
    }

    String path(String key) {
        return join(path, key);
    }

    Optional<String> text(String key) {
        return text(key, text -> text);
    }

    /** A text made into something better; what {@code make} refuses is a problem with its message. */
    <T> Optional<T> text(String key, Function<String, T> make) {
        Object value = keys.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map
                || value instanceof Collection
                || value.toString().isBlank()) {
            problems.add("%s must be text".formatted(path(key)));
            return Optional.empty();
        }
        try {
            return Optional.of(make.apply(value.toString()));
        } catch (RuntimeException refused) {
            problems.add("%s: %s".formatted(path(key), refused.getMessage()));
            return Optional.empty();
        }
    }

    /** Whether it says {@code true}. */
    boolean flag(String key) {
        Object value = keys.get(key);
        if (value != null && !(value instanceof Boolean)) {
            problems.add("%s must be true or false".formatted(path(key)));
        }
        return Boolean.TRUE.equals(value);
    }

    Optional<String> required(String key) {
        if (keys.get(key) == null) {
            problems.add("%s is missing".formatted(path(key)));
        }
        return text(key);
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    /** Every item of a list with its path, such as {@code accounts[2]}. */
    List<Map.Entry<String, Object>> items(String key) {
        List<Map.Entry<String, Object>> items = new ArrayList<>();
        for (Object item : list(key)) {
            items.add(Map.entry("%s[%d]".formatted(path(key), items.size()), item));
        }
        return items;
    }

    private List<Object> list(String key) {
        Object value = keys.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items) || items.contains(null)) {
            problems.add("%s must be a list".formatted(path(key)));
            return List.of();
        }
        return List.copyOf(items);
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
