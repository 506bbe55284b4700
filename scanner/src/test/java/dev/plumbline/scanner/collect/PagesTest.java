package dev.plumbline.scanner.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.scanner.collect.Pages.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PagesTest {
    @Test
    void anEmptyTokenEndsTheListingAsWellAsNone() {
        List<String> seen = new ArrayList<>();

        Pages.follow(
                token -> new Page<>(List.of("a"), token.isEmpty() ? Optional.of("2") : Optional.of("")), seen::addAll);

        assertThat(seen).containsExactly("a", "a");
    }

    @Test
    void aTokenThatComesBackIsACircle() {
        List<String> tokens = List.of("1", "2", "3", "1");
        AtomicInteger page = new AtomicInteger();

        assertThatThrownBy(() -> Pages.follow(
                        token -> new Page<>(List.of("item"), Optional.of(tokens.get(page.getAndIncrement()))),
                        items -> {}))
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("EndlessListing");
    }

    @Test
    void tokensThatNeverRepeatDoNotLastForEver() {
        AtomicInteger page = new AtomicInteger();

        assertThatThrownBy(() -> Pages.follow(
                        token -> new Page<>(List.of(), Optional.of("t" + page.incrementAndGet())), items -> {}))
                .isInstanceOf(RequestFailedException.class);
    }
}
