package dev.plumbline.dashboards.signin;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is signed in, held in memory by digest: a restart signs everybody out and prints a new link. A session ends at
 * sign-out, after {@link #IDLE} without a request, and after {@link #LIFETIME} in any case. Thread-safe.
 */
@Singleton
public final class Sessions {
    public static final Duration IDLE = Duration.ofHours(4);
    public static final Duration LIFETIME = Duration.ofHours(12);

    private final Map<String, Session> byDigest = new ConcurrentHashMap<>();
    private final Clock clock;
    private final SecureRandom random;

    public Sessions(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** Opens a session and gives the secret for its cookie. */
    public String open() {
        Instant now = clock.instant();
        byDigest.values().removeIf(session -> session.endedBy(now));
        String secret = Secret.generate(random);
        byDigest.put(Secret.digest(secret), new Session(now, now));
        return secret;
    }

    /** Whether the secret names a live session, which thereby stays alive for another {@link #IDLE}. */
    public boolean touch(String secret) {
        Instant now = clock.instant();
        Session session = byDigest.computeIfPresent(
                Secret.digest(secret), (digest, known) -> known.endedBy(now) ? null : new Session(known.opened(), now));
        return session != null;
    }

    public void end(String secret) {
        byDigest.remove(Secret.digest(secret));
    }

    private record Session(Instant opened, Instant seen) {
        boolean endedBy(Instant now) {
            return !now.isBefore(opened.plus(LIFETIME)) || !now.isBefore(seen.plus(IDLE));
        }
    }
}
