package dev.plumbline.scanner.aws;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One question about one thing.
 *
 * @param key where its answer stands: the operation without its verb
 * @param none what AWS says when there is no such thing, which is an answer: {@code null}
 * @param applies to which things; to the others the answer is {@code null} unasked
 */
record Question<T>(
        String key,
        AwsOperation operation,
        Refusals none,
        Predicate<T> applies,
        BiFunction<Reading, T, @Nullable Object> asking) {
    static <T> Question<T> of(AwsOperation operation, BiFunction<Reading, T, @Nullable Object> asking) {
        return new Question<>(operation.withoutVerb(), operation, Refusals.NONE, thing -> true, asking);
    }

    /** @param refusals error codes, or {@code Code: words of the message} */
    Question<T> orNone(String... refusals) {
        return new Question<>(key, operation, Refusals.of(refusals), applies, asking);
    }

    Question<T> onlyIf(Predicate<T> condition) {
        return new Question<>(key, operation, none, condition, asking);
    }

    /** Where two operations without their verbs have one name. */
    Question<T> as(String otherKey) {
        return new Question<>(otherKey, operation, none, applies, asking);
    }
}
