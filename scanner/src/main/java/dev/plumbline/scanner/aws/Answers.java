package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.Unread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param none what AWS says when there is no such configuration
     * @return why the key is unread, if it is
     */
    Optional<AwsFailure> ask(String key, Refusals none, Supplier<? extends @Nullable Object> question) {
        try {
            config.put(key, question.get());
        } catch (AwsFailure failure) {
            if (!none.include(failure)) {
                unread(key, failure);
                return Optional.of(failure);
            }
            config.put(key, null);
        }
        return Optional.empty();
    }

    Optional<AwsFailure> ask(String key, Supplier<? extends @Nullable Object> question) {
        return ask(key, Refusals.NONE, question);
    }

    /** @throws AwsFailure if the credentials have expired: the thing is not half read, but read again after refresh */
    void unread(String key, AwsFailure failure) {
        if (failure.expired()) {
            throw failure;
        }
        unread.add(new Unread("config." + key, failure.operation().api(), failure.code(), failure.permission()));
    }

    /** Every member that an answer of this kind could have had at the top, and that is not known otherwise. */
    void unreadMembers(SdkPojo kind, AwsFailure failure) {
        kind.sdkFields().stream()
                .map(field -> field.memberName())
                .filter(member -> !config.containsKey(member))
                .forEach(member -> unread(member, failure));
    }

    Map<String, @Nullable Object> config() {
        return Collections.unmodifiableMap(config);
    }

    List<Unread> unread() {
        return Collections.unmodifiableList(unread);
    }
}
