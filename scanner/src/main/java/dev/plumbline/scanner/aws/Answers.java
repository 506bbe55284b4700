package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.Unread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** Collects the answers about one resource: what was read, what there is none of, and what could not be read. */
final class Answers {
    private final Map<String, @Nullable Object> config = new LinkedHashMap<>();
    private final List<Unread> unread = new ArrayList<>();

    /** Puts the members of a list's or describe call's item at the top. */
    void spread(Map<String, @Nullable Object> item) {
        config.putAll(item);
    }

    void put(String key, @Nullable Object answer) {
        config.put(key, answer);
    }

    /**
     * Asks and puts the answer under {@code key}.
     *
     * @param none AWS's codes that mean there is no such configuration
     */
    void ask(String key, Set<String> none, Supplier<? extends @Nullable Object> question) {
        try {
            config.put(key, question.get());
        } catch (AwsFailure failure) {
            if (none.contains(failure.code())) {
                config.put(key, null);
            } else {
                unread(key, failure);
            }
        }
    }

    void ask(String key, Supplier<? extends @Nullable Object> question) {
        ask(key, Set.of(), question);
    }

    void unread(String key, AwsFailure failure) {
        unread.add(new Unread("config." + key, failure.operation().api(), failure.code(), failure.permission()));
    }

    /** Every member that an answer of this kind could have had at the top, and that is not known otherwise. */
    void unreadMembers(SdkPojo kind, AwsFailure failure) {
        kind.sdkFields().stream()
                .map(field -> field.memberName())
                .filter(member -> !config.containsKey(member))
                .forEach(member -> unread(member, failure));
    }

    /** The answer's list of {@code Key}/{@code Value} pairs as tags. */
    static Map<String, String> tags(@Nullable Object pairs, String key, String value) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (pairs instanceof List<?> list) {
            for (Object pair : list) {
                if (pair instanceof Map<?, ?> map && map.get(key) instanceof String name) {
                    tags.put(name, map.get(value) instanceof String text ? text : "");
                }
            }
        }
        return tags;
    }

    Map<String, @Nullable Object> config() {
        return Collections.unmodifiableMap(config);
    }

    List<Unread> unread() {
        return Collections.unmodifiableList(unread);
    }
}
