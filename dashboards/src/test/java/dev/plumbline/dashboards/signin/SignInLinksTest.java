package dev.plumbline.dashboards.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dashboards.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInLinksTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private final SignInLinks links = new SignInLinks(clock, new SecureRandom());

    @Test
    void tokenOpensTheDoorOnce() {
        String token = links.issue();

        assertThat(links.redeem(token)).isTrue();
        assertThat(links.redeem(token)).isFalse();
    }

    @Test
    void tokenEndsAfterItsLifetime() {
        String token = links.issue();

        clock.advance(SignInLinks.LIFETIME);

        assertThat(links.redeem(token)).isFalse();
    }

    @Test
    void tokenStillWorksJustBefore() {
        String token = links.issue();

        clock.advance(SignInLinks.LIFETIME.minus(Duration.ofSeconds(1)));

        assertThat(links.redeem(token)).isTrue();
    }

    @Test
    void inventedTokenIsRefused() {
        links.issue();

        assertThat(links.redeem("")).isFalse();
        assertThat(links.redeem("A".repeat(43))).isFalse();
    }

    @Test
    void tokensCarry256BitsAndDiffer() {
        String first = links.issue();
        String second = links.issue();

        assertThat(first).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(second);
        assertThat(links.redeem(first)).isTrue();
        assertThat(links.redeem(second)).isTrue();
    }
}
