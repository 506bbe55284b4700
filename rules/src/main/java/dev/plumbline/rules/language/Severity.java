package dev.plumbline.rules.language;

import java.util.Arrays;
import java.util.Locale;

/** How bad a failed rule is, worst first. */
public enum Severity {
    CRITICAL(1),
    HIGH(2),
    MEDIUM(3),
    LOW(4);

    private final int rank;

    Severity(int rank) {
        this.rank = rank;
    }

    /** 1 for the worst; stands in databases, so it does not follow the order of the constants. */
    public int rank() {
        return rank;
    }

    /** The severity of a {@link #rank()}. */
    public static Severity ofRank(int rank) {
        return Arrays.stream(values())
                .filter(severity -> severity.rank == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no severity has rank " + rank));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean atLeast(Severity threshold) {
        return rank <= threshold.rank;
    }

    /**
     * The severity of a {@link #key()}.
     *
     * @throws IllegalArgumentException if {@code key} names no severity
     */
    public static Severity of(String key) {
        return Arrays.stream(values())
                .filter(severity -> severity.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown severity '%s': use critical, high, medium or low".formatted(key)));
    }
}
