package dev.plumbline.dashboards.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dashboards.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private final Sessions sessions = new Sessions(clock, new SecureRandom());

    @Test
    void openSessionIsLive() {
        assertThat(sessions.touch(sessions.open())).isTrue();
    }

    @Test
    void idleSessionEnds() {
        String secret = sessions.open();

        clock.advance(Sessions.IDLE);

        assertThat(sessions.touch(secret)).isFalse();
    }

    @Test
    void usedSessionOutlivesTheIdleTimeButNotItsLifetime() {
        String secret = sessions.open();
        Duration step = Sessions.IDLE.minus(Duration.ofMinutes(1));

        for (Duration age = step; age.compareTo(Sessions.LIFETIME) < 0; age = age.plus(step)) {
            clock.advance(step);
            assertThat(sessions.touch(secret)).as("after %s", age).isTrue();
        }
        clock.advance(step);

        assertThat(sessions.touch(secret)).isFalse();
    }

    @Test
    void endedSessionStaysEnded() {
        String secret = sessions.open();

        sessions.end(secret);

        assertThat(sessions.touch(secret)).isFalse();
    }

    @Test
    void inventedSecretIsNoSession() {
        sessions.open();

        assertThat(sessions.touch("A".repeat(43))).isFalse();
    }
}
