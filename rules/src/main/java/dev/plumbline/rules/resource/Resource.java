package dev.plumbline.rules.resource;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a cloud account, in its provider's own words.
 *
 * @param region the provider's region, or {@code global}
 * @param name the short name a person knows it by
 * @param config JSON as plain Java: {@code Map<String, ?>}, {@code List<?>}, {@code String}, {@code Boolean},
 *     {@code Long}, {@code Double}, and {@code null} where the provider answered that there is no such configuration.
 *     Not copied deep: whoever builds a resource hands the tree over and lets it rest.
 * @param unread what could not be read of {@code config}; never an empty answer
 */
public record Resource(
        Cloud cloud,
        AccountId account,
        String region,
        ResourceType type,
        ResourceId id,
        String name,
        Map<String, String> tags,
        Map<String, @Nullable Object> config,
        List<Unread> unread,
        Instant collectedAt) {
    public Resource {
        if (type.cloud() != cloud) {
            throw new IllegalArgumentException("%s of type %s cannot be in %s".formatted(id, type, cloud.key()));
        }
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
        unread = List.copyOf(unread);
    }

    /** Whether this is the account itself, which holds the account-level answers that rules see as {@code account}. */
    public boolean isAccount() {
        return switch (type.value()) {
            case "aws.account", "azure.subscription", "gcp.project" -> true;
            default -> false;
        };
    }
}
