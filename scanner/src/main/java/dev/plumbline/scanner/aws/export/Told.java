package dev.plumbline.scanner.aws.export;

import dev.plumbline.rules.resource.Unread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an export tells of one resource, in the words of the API, and what it does not. */
final class Told {
    private final String missingCode;
    private final Map<String, @Nullable Object> config = new LinkedHashMap<>();
    private final List<Unread> unread = new ArrayList<>();

    /** @param missingCode of {@link Unread#errorCode()} for an answer that this kind of export does not hold */
    Told(String missingCode) {
        this.missingCode = missingCode;
    }

    /** Puts the members of a described item at the top. */
    void spread(Map<String, @Nullable Object> item) {
        config.putAll(item);
    }

    void put(String key, @Nullable Object answer) {
        config.put(key, answer);
    }

    /** Puts what an export holds in the shape of the API's answer; what it does not hold is missing. */
    void answer(Missing answer, @Nullable Object held, Shape shape) {
        if (held == null) {
            missing(answer);
        } else {
            config.put(answer.key(), shape.of(held));
        }
    }

    /** Turns what an export holds into the API's answer. */
    interface Shape {
        Map<String, @Nullable Object> of(Object held);
    }

    /** Marks an answer as one that the export does not hold. */
    void missing(Missing answer) {
        unread(answer, missingCode);
    }

    /** Marks an answer that the export holds in a shape that nobody has described. */
    void notUnderstood(Missing answer) {
        unread(answer, "MalformedAnswer");
    }

    private void unread(Missing answer, String code) {
        unread.add(new Unread("config." + answer.key(), answer.api(), code, ""));
    }

    Map<String, @Nullable Object> config() {
        return Collections.unmodifiableMap(config);
    }

    List<Unread> unread() {
        return Collections.unmodifiableList(unread);
    }

    /**
     * An answer that an export does not hold.
     *
     * @param key where it would stand, such as {@code LoginProfile}
     * @param api what would be asked, such as {@code iam:GetLoginProfile}
     */
    record Missing(String key, String api) {}
}
