package dev.plumbline.dashboards.signin;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One-time sign-in tokens: whoever reads the server's terminal may come in once with each. Thread-safe. */
@Singleton
public final class SignInLinks {
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private final Map<String, Instant> expiryByDigest = new ConcurrentHashMap<>();
    private final Clock clock;
    private final SecureRandom random;

    public SignInLinks(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** A fresh token; kept only as its digest, valid once and for {@link #LIFETIME}. */
    public String issue() {
        Instant now = clock.instant();
        expiryByDigest.values().removeIf(expiry -> !now.isBefore(expiry));
        String token = Secret.generate(random);
        expiryByDigest.put(Secret.digest(token), now.plus(LIFETIME));
        return token;
    }

    /** Whether the token opens the door; it never does so twice. */
    public boolean redeem(String token) {
        Instant expiry = expiryByDigest.remove(Secret.digest(token));
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
