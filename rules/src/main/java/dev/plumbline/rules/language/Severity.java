package dev.plumbline.rules.language;

import java.util.Arrays;
import java.util.Locale;

/** How bad a failed rule is, worst first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean atLeast(Severity threshold) {
        return compareTo(threshold) <= 0;
    }

    /** @throws IllegalArgumentException if {@code key} names no severity */
    public static Severity of(String key) {
        return Arrays.stream(values())
                .filter(severity -> severity.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown severity '%s': use critical, high, medium or low".formatted(key)));
    }
}
