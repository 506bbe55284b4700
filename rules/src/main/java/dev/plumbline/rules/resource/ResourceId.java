package dev.plumbline.rules.resource;

import java.util.Locale;

/**
 * The provider's own full name of a resource: an ARN, a lower-cased ARM id, a Google Cloud full resource name.
 * ARM ids are compared without case by Azure, so they are lower-cased here once.
 */
public record ResourceId(String value) implements Comparable<ResourceId> {
    public ResourceId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a resource id must not be blank");
        }
        if (value.regionMatches(true, 0, "/subscriptions/", 0, "/subscriptions/".length())) {
            value = value.toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int compareTo(ResourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
