package dev.plumbline.scanner.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resource as one line of JSON and back. Unknown members of a line are let be, so that later versions can add some. */
public final class ResourceJson {
    private static final int MAX_DEPTH = 200;
    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ResourceJson() {}

    /** One line without its end. */
    public static String write(Resource resource) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("cloud", resource.cloud().key());
        line.put("account", resource.account().value());
        line.put("region", resource.region());
        line.put("type", resource.type().value());
        line.put("id", resource.id().value());
        line.put("name", resource.name());
        line.put("tags", resource.tags());
        line.put("config", resource.config());
        line.put("unread", resource.unread());
        line.put("collectedAt", resource.collectedAt().toString());
        return text(line);
    }

    /** Any tree of plain values as compact JSON. */
    public static String text(@Nullable Object tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a config tree holds something that is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** A JSON object as a tree of plain values, as {@link Resource#config()} has it. */
    public static Map<String, @Nullable Object> tree(String json) {
        try {
            return MAPPER.readValue(json, TREE);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON object: " + e.getOriginalMessage(), e);
        }
    }

    /** Any JSON as a tree of plain values; empty if the text is none. */
    public static Optional<Object> value(String json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, Object.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * The resource of a line.
     *
     * @throws IllegalArgumentException saying which member is wrong and what it should be
     */
    public static Resource read(String line) {
        Map<String, @Nullable Object> tree = tree(line);
        ResourceType type = new ResourceType(string(tree, "type"));
        return new Resource(
                Cloud.of(string(tree, "cloud")),
                new AccountId(string(tree, "account")),
                string(tree, "region"),
                type,
                new ResourceId(string(tree, "id")),
                string(tree, "name"),
                tags(object(tree, "tags")),
                object(tree, "config"),
                unread(tree.get("unread")),
                instant(string(tree, "collectedAt")));
    }

    private static String string(Map<String, @Nullable Object> tree, String key) {
        if (tree.get(key) instanceof String value) {
            return value;
        }
        throw new IllegalArgumentException("member '%s' must be a string".formatted(key));
    }

    @SuppressWarnings("unchecked") // a JSON object's keys are strings
    private static Map<String, @Nullable Object> object(Map<String, @Nullable Object> tree, String key) {
        return switch (tree.get(key)) {
            case null -> Map.of();
            case Map<?, ?> map -> (Map<String, @Nullable Object>) map;
            default -> throw new IllegalArgumentException("member '%s' must be an object".formatted(key));
        };
    }

    private static Map<String, String> tags(Map<String, @Nullable Object> tree) {
        Map<String, String> tags = new LinkedHashMap<>();
        tree.forEach((key, value) -> tags.put(key, value == null ? "" : value.toString()));
        return tags;
    }

    private static List<Unread> unread(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> entries)) {
            throw new IllegalArgumentException("member 'unread' must be a list");
        }
        List<Unread> unread = new ArrayList<>();
        for (Object entry : entries) {
            unread.add(unreadEntry(entry));
        }
        return unread;
    }

    @SuppressWarnings("unchecked") // a JSON object's keys are strings
    private static Unread unreadEntry(@Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("an entry of 'unread' must be an object");
        }
        Map<String, @Nullable Object> tree = (Map<String, @Nullable Object>) map;
        return new Unread(
                string(tree, "path"), string(tree, "api"), string(tree, "errorCode"), string(tree, "permission"));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("member 'collectedAt' must be a time such as 2026-01-31T08:00:00Z", e);
        }
    }
}
