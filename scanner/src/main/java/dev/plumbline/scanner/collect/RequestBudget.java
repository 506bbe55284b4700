package dev.plumbline.scanner.collect;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps one scan from starving production: how many requests a second, and how many at once, go to one service in one
 * region of one account. A token bucket that holds a single token, so that requests are spaced and in no stretch of
 * {@code t} seconds more than {@code rate · t + 1} are let through. Throttling halves the rate; it recovers in
 * {@link #RECOVERY} to what was set. First come, first served; waiting threads block and do not spin.
 *
 * <p>Thread-safe. Made for virtual threads: no monitor is held while waiting.
 */
public final class RequestBudget {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    /** From nothing back to the full rate; a halved rate is whole again in half of it. */
    private static final Duration RECOVERY = Duration.ofMinutes(1);
    /** Requests already under way when a provider first complains tell nothing new. */
    private static final Duration BETWEEN_HALVINGS = Duration.ofSeconds(1);
    /** Throttled however long, a scan still asks this share of its rate, so that it notices when it may go on. */
    private static final double FLOOR = 1.0 / 64;

    private final double fullRate;
    private final Timekeeper time;
    private final Semaphore slots;
    private final ReentrantLock queue = new ReentrantLock(true);

    private final Object state = new Object();
    private double rate;
    private long rateSince;
    private long lastHalved;
    private long lastTaken;

    /**
     * @param requestsPerSecond the full rate, above 0
     * @param inFlight requests that may wait for an answer at once, at least 1
     */
    public RequestBudget(double requestsPerSecond, int inFlight, Timekeeper time) {
        if (!(requestsPerSecond > 0) || Double.isInfinite(requestsPerSecond)) {
            throw new IllegalArgumentException(
                    "a request budget of %s a second reads nothing: use a number above 0".formatted(requestsPerSecond));
        }
        if (inFlight < 1) {
            throw new IllegalArgumentException("%d requests in flight read nothing: use 1 or more".formatted(inFlight));
        }
        this.fullRate = requestsPerSecond;
        this.rate = requestsPerSecond;
        this.time = time;
        this.slots = new Semaphore(inFlight, true);
        long now = time.nanoTime();
        this.rateSince = now;
        this.lastHalved = now - BETWEEN_HALVINGS.toNanos();
        this.lastTaken = now - (long) (NANOS / requestsPerSecond);
    }

    /** Waits for one of the places in flight; closing gives it back. Hold it over retries: they are the same work. */
    public Slot occupy() throws InterruptedException {
        slots.acquire();
        return slots::release;
    }

    /** Waits until the next request may be sent. Call it once for every attempt, just before sending. */
    public void awaitTurn() throws InterruptedException {
        queue.lockInterruptibly();
        try {
            for (Duration wait = untilNext(); wait.isPositive(); wait = untilNext()) {
                time.sleep(wait);
            }
            synchronized (state) {
                lastTaken = time.nanoTime();
            }
        } finally {
            queue.unlock();
        }
    }

    /** Tells that the provider asked for fewer requests. */
    public void throttled() {
        synchronized (state) {
            long now = time.nanoTime();
            if (now - lastHalved < BETWEEN_HALVINGS.toNanos()) {
                return;
            }
            rate = Math.max(rateAt(now) / 2, fullRate * FLOOR);
            rateSince = now;
            lastHalved = now;
        }
    }

    /** Requests a second that are let through now. */
    public double currentRate() {
        synchronized (state) {
            return rateAt(time.nanoTime());
        }
    }

    private double rateAt(long now) {
        double recovered = fullRate * (now - rateSince) / RECOVERY.toNanos();
        return Math.min(fullRate, rate + recovered);
    }

    private Duration untilNext() {
        synchronized (state) {
            long now = time.nanoTime();
            return Duration.ofNanos(lastTaken + (long) Math.ceil(NANOS / rateAt(now)) - now);
        }
    }

    /** A place in flight. */
    @FunctionalInterface
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
