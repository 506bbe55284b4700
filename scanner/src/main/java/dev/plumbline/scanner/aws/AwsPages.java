package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.collect.Pages;
import dev.plumbline.scanner.collect.RequestFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link Pages} for AWS, whose clients take and give tokens that may be {@code null}. */
final class AwsPages {
    private AwsPages() {}

    /**
     * Hands over every page as it comes.
     *
     * @param page asks for the page that a token stands for; {@code null} for the first
     * @param next the next page's token; {@code null} or empty on the last
     * @throws AwsFailure if {@code page} does, or with code {@code EndlessListing} if AWS turns in a circle
     */
    static <R> void forEach(
            AwsOperation operation,
            Function<@Nullable String, R> page,
            Function<R, @Nullable String> next,
            Consumer<R> sink) {
        try {
            Pages.<R>follow(
                    token -> {
                        R answer = page.apply(token.orElse(null));
                        return new Pages.Page<>(List.of(answer), Optional.ofNullable(next.apply(answer)));
                    },
                    answers -> answers.forEach(sink));
        } catch (RequestFailedException e) {
            throw new AwsFailure(operation, e.failure().code(), e.failure().message());
        }
    }

    /** All items of all pages of a listing that is known to be short. */
    static <R, T> List<T> items(
            AwsOperation operation,
            Function<@Nullable String, R> page,
            Function<R, @Nullable String> next,
            Function<R, List<T>> items) {
        List<T> all = new ArrayList<>();
        forEach(operation, page, next, answer -> all.addAll(items.apply(answer)));
        return all;
    }
}
