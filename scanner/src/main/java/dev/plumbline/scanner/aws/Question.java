package dev.plumbline.scanner.aws;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One question about one thing.
 *
 * @param key where its answer stands: the operation without its verb
 * @param none what AWS says when there is no such thing, which is an answer: {@code null}
 * @param applies to which things; to the others the answer is {@code null} unasked
 * @param unlessNone the key of an earlier answer: where that is {@code null}, so is this one, unasked
 */
record Question<T>(
        String key,
        AwsOperation operation,
        Refusals none,
        Predicate<T> applies,
        Optional<String> unlessNone,
        BiFunction<Reading, T, @Nullable Object> asking) {
    static <T> Question<T> of(AwsOperation operation, BiFunction<Reading, T, @Nullable Object> asking) {
        return new Question<>(
                operation.withoutVerb(), operation, Refusals.NONE, thing -> true, Optional.empty(), asking);
    }

    /** @param refusals error codes, or {@code Code: words of the message} */
    Question<T> orNone(String... refusals) {
        return new Question<>(key, operation, Refusals.of(refusals), applies, unlessNone, asking);
    }

    Question<T> onlyIf(Predicate<T> condition) {
        return new Question<>(key, operation, none, condition, unlessNone, asking);
    }

    /** Where the service is asked in vain unless an earlier question found it switched on. */
    Question<T> onlyWith(String earlierKey) {
        return new Question<>(key, operation, none, applies, Optional.of(earlierKey), asking);
    }

    boolean applies(T thing, Map<String, @Nullable Object> answered) {
        return applies.test(thing)
                && unlessNone
                        .filter(earlier -> answered.containsKey(earlier) && answered.get(earlier) == null)
                        .isEmpty();
    }

    /** Where two operations without their verbs have one name. */
    Question<T> as(String otherKey) {
        return new Question<>(otherKey, operation, none, applies, unlessNone, asking);
    }
}
