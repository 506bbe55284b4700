package dev.plumbline.scanner.collect;

import java.time.Duration;

/**
 * How often and how long a request that failed for a passing reason is tried again. Delays double from
 * {@code firstDelay} up to {@code longestDelay} with full jitter; a provider's {@code Retry-After} lengthens them.
 * Every cloud's client is set up from this one record.
 *
 * @param maxAttempts of one request, the first included
 * @param attemptTimeout for one attempt from sending to the last byte of the answer, so that neither a silent nor a
 *     dripping server holds a scan
 * @param totalTime after which no further attempt is begun; a {@code Retry-After} beyond it ends the request at once
 */
public record RetryPolicy(
        int maxAttempts,
        Duration firstDelay,
        Duration longestDelay,
        Duration connectTimeout,
        Duration attemptTimeout,
        Duration totalTime) {
    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts is %d: at least 1 is needed".formatted(maxAttempts));
        }
        requirePositive("firstDelay", firstDelay);
        requirePositive("longestDelay", longestDelay);
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("attemptTimeout", attemptTimeout);
        requirePositive("totalTime", totalTime);
    }

    /** Six attempts within two minutes: outlasts a burst of throttling, not an outage. */
    public static RetryPolicy standard() {
        return new RetryPolicy(
                6,
                Duration.ofMillis(200),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2));
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("%s is %s: a positive duration is needed".formatted(name, value));
        }
    }
}
