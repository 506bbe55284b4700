package dev.plumbline.rules.language;

import java.util.regex.Pattern;

/** Kebab case, cloud first: {@code aws-s3-bucket-public-access-block}. Never reused for another question. */
public record RuleId(String value) implements Comparable<RuleId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");

    public RuleId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no rule id: write lower-case words joined by hyphens".formatted(value));
        }
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
