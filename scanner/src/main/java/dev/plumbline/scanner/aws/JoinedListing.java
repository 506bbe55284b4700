package dev.plumbline.scanner.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What one listing tells of many things at once, or why it tells nothing.
 *
 * @param member the listing's name for what it lists
 */
record JoinedListing(String member, Map<String, List<SdkPojo>> byKey, Optional<AwsFailure> failure) {
    /** @param key which thing an item is about; {@code null} if none */
    static <R extends SdkPojo, J extends SdkPojo> JoinedListing read(
            AwsOperation operation,
            Function<@Nullable String, R> page,
            Function<R, @Nullable String> next,
            Function<R, List<J>> items,
            Function<J, @Nullable String> key) {
        Map<String, List<SdkPojo>> byKey = new HashMap<>();
        List<String> member = new ArrayList<>();
        try {
            AwsPages.forEach(operation, page, next, answer -> {
                member.add(PagedAnswer.listMember(answer));
                for (J item : items.apply(answer)) {
                    String thing = key.apply(item);
                    if (thing != null) {
                        byKey.computeIfAbsent(thing, none -> new ArrayList<>()).add(item);
                    }
                }
            });
            return new JoinedListing(member.getFirst(), byKey, Optional.empty());
        } catch (AwsFailure failure) {
            return new JoinedListing("", Map.of(), Optional.of(failure));
        }
    }

    /**
     * As the listing would answer about one thing alone.
     *
     * @throws AwsFailure if it could not be read
     */
    Map<String, @Nullable Object> of(String thing) {
        if (failure.isPresent()) {
            throw failure.get();
        }
        return Map.of(member, AwsJson.trees(byKey.getOrDefault(thing, List.of())));
    }
}
