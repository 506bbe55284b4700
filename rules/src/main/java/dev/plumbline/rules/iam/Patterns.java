package dev.plumbline.rules.iam;

import java.util.List;

/**
 * A statement's actions or resources.
 *
 * @param negated whether they stand under {@code NotAction} or {@code NotResource}: all but these are meant
 */
record Patterns(boolean negated, List<String> patterns) {
    /** What a trust policy means, which names no resource: the role itself. */
    static final Patterns EVERYTHING = new Patterns(false, List.of("*"));

    Patterns {
        patterns = List.copyOf(patterns);
    }

    boolean covers(String specific) {
        return !negated && patterns.stream().anyMatch(pattern -> Wildcard.coversIgnoringCase(pattern, specific));
    }

    /** Whether everything the other means is meant here too; a {@code false} may be too careful. */
    boolean covers(Patterns other) {
        return other.negated ? covers("*") : other.patterns.stream().allMatch(this::covers);
    }
}
