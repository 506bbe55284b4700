package dev.plumbline.dashboards.http;

import dev.plumbline.dashboards.signin.SignInLinks;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Prints fresh sign-in links to the terminal when strangers ask, once a minute at most. Thread-safe. */
@Singleton
final class Doorbell {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final SignInLinks links;
    private final Front front;
    private final Terminal terminal;
    private final Clock clock;
    private Instant quietUntil = Instant.MIN;

    Doorbell(SignInLinks links, Front front, Terminal terminal, Clock clock) {
        this.links = links;
        this.front = front;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Whether a link was printed; not so if the last one is less than a minute old. */
    synchronized boolean ring() {
        Instant now = clock.instant();
        if (now.isBefore(quietUntil)) {
            return false;
        }
        quietUntil = now.plus(PAUSE);
        URI link = front.signInLink(links.issue());
        terminal.println("Sign in: " + link);
        return true;
    }
}
