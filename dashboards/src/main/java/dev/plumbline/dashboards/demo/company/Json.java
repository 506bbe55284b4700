package dev.plumbline.dashboards.demo.company;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees of plain values in a fixed order, that can still be changed when a fault is planted. */
public final class Json {
    private Json() {}

    /** An object of a string, its value, a string, its value, and so on. */
    public static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (!(keysAndValues[i] instanceof String key)) {
                throw new IllegalArgumentException("argument %d must be a key".formatted(i));
            }
            object.put(key, keysAndValues[i + 1]);
        }
        return object;
    }

    public static List<@Nullable Object> list(@Nullable Object... values) {
        return new ArrayList<@Nullable Object>(Arrays.asList(values));
    }
}
