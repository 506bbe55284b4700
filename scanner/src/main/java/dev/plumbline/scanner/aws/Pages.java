package dev.plumbline.scanner.aws;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows a listing to its last page, and notices one that has none. */
final class Pages {
    /** With a thousand items a page far more than AWS lets anybody have. */
    private static final int MOST = 100_000;

    private Pages() {}

    /**
     * @param page asks for the page that a token stands for; {@code null} for the first
     * @param next the next page's token; {@code null} or empty on the last
     * @throws AwsFailure with code {@code EndlessPagination} if a token comes back
     */
    static <R> void forEach(
            AwsOperation operation,
            Function<@Nullable String, R> page,
            Function<R, @Nullable String> next,
            Consumer<R> sink) {
        Set<String> seen = new HashSet<>();
        String token = null;
        do {
            R answer = page.apply(token);
            sink.accept(answer);
            token = next.apply(answer);
            if (token != null && !token.isEmpty() && (!seen.add(token) || seen.size() > MOST)) {
                throw new AwsFailure(
                        operation, "EndlessPagination", "page token no. %d came back".formatted(seen.size()));
            }
        } while (token != null && !token.isEmpty());
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
