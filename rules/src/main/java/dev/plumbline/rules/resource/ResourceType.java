package dev.plumbline.rules.resource;

import java.util.regex.Pattern;

/** {@code <cloud>.<service>.<noun>} or {@code <cloud>.<scope>}, such as {@code aws.s3.bucket} and {@code aws.account}. */
public record ResourceType(String value) implements Comparable<ResourceType> {
    private static final Pattern SHAPE = Pattern.compile("(aws|azure|gcp)(\\.[a-z0-9]+){1,2}");

    public ResourceType {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no resource type: write <cloud>.<service>.<noun>, such as aws.s3.bucket".formatted(value));
        }
    }

    public Cloud cloud() {
        return Cloud.of(value.substring(0, value.indexOf('.')));
    }

    /** The middle part; for an account-level type such as {@code aws.account} its last part. */
    public String service() {
        int start = value.indexOf('.') + 1;
        int end = value.indexOf('.', start);
        return end < 0 ? value.substring(start) : value.substring(start, end);
    }

    @Override
    public int compareTo(ResourceType other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
