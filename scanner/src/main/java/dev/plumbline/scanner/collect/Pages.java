package dev.plumbline.scanner.collect;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Follows a listing to its last page, and notices one that has none. */
public final class Pages {
    /** Far beyond any account: at the providers' page sizes some ten million things. */
    private static final int MOST = 10_000;

    private Pages() {}

    /**
     * @param items of this page
     * @param next the token of the page after it; empty on the last
     */
    public record Page<T>(List<T> items, Optional<String> next) {
        public Page {
            items = List.copyOf(items);
            // Providers send an empty token on the last page.
            next = next.filter(token -> !token.isEmpty());
        }
    }

    /**
     * Hands every page to {@code sink} as it comes.
     *
     * @param fetch gives the page that a token stands for; no token stands for the first
     * @throws RequestFailedException if {@code fetch} does, or if the provider turns in a circle
     */
    public static <T> void follow(Function<Optional<String>, Page<T>> fetch, Consumer<List<T>> sink) {
        Set<String> seen = new HashSet<>();
        Optional<String> token = Optional.empty();
        do {
            Page<T> page = fetch.apply(token);
            sink.accept(page.items());
            token = page.next();
            if (token.isPresent() && (!seen.add(token.get()) || seen.size() >= MOST)) {
                throw endless(seen.size());
            }
        } while (token.isPresent());
    }

    private static RequestFailedException endless(int pages) {
        String words = "after %d pages the provider still names a next one, or one it named before".formatted(pages);
        RequestFailure failure = new RequestFailure(RequestFailure.Kind.LASTING, "EndlessListing", words);
        return new RequestFailedException(failure, new IllegalStateException(words));
    }
}
