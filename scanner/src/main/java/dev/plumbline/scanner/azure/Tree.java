package dev.plumbline.scanner.azure;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds one level of a config tree; members that the provider did not send stay away. */
final class Tree {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    Tree with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    Tree with(String name, @Nullable Integer value) {
        return value == null ? this : with(name, (Object) value.longValue());
    }

    Tree with(String name, @Nullable OffsetDateTime value) {
        return value == null ? this : with(name, (Object) value.toInstant().toString());
    }

    Map<String, @Nullable Object> members() {
        return members;
    }
}
