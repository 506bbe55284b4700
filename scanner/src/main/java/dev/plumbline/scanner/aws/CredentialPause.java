package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.collect.Timekeeper;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Expired credentials pause their account: everything that asks there waits, while one thread tries them again, ever
 * less often, until somebody has refreshed them or the patience is at its end. Waited for once: credentials that were
 * given up stay so. Thread-safe.
 */
final class CredentialPause {
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    /** For one question: a service that calls good credentials expired is not asked for ever. */
    private static final int MOST_REFRESHES = 3;

    private final String account;
    private final Duration patience;
    private final Timekeeper time;
    private final Consumer<String> notices;
    private final BooleanSupplier valid;
    private final ReentrantLock waiting = new ReentrantLock();
    private final AtomicInteger refreshed = new AtomicInteger();
    private volatile boolean givenUp;

    /**
     * @param account as the user knows it
     * @param patience how long to wait in all; none at zero
     * @param valid whether the credentials are accepted now
     * @param notices told in sentences for the user when the waiting begins and ends
     */
    CredentialPause(
            String account, Duration patience, Timekeeper time, Consumer<String> notices, BooleanSupplier valid) {
        this.account = account;
        this.patience = patience;
        this.time = time;
        this.notices = notices;
        this.valid = valid;
    }

    /**
     * Asks, and again after a refresh.
     *
     * @throws AwsFailure as {@code question} does; of expired credentials only after all patience, or where they are good
     *     for everything but this question
     */
    <R> R outlast(Supplier<R> question) {
        for (int left = MOST_REFRESHES; ; left--) {
            int before = refreshed.get();
            try {
                return question.get();
            } catch (AwsFailure failure) {
                if (!failure.expired() || left == 0 || !awaitRefresh(before)) {
                    throw failure;
                }
            }
        }
    }

    private boolean awaitRefresh(int before) {
        try {
            waiting.lockInterruptibly();
            try {
                if (refreshed.get() == before && !givenUp) {
                    poll();
                }
                return refreshed.get() != before;
            } finally {
                waiting.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("reading was interrupted");
        }
    }

    private void poll() throws InterruptedException {
        if (patience.isPositive()) {
            notices.accept(
                    "%s is paused: its AWS credentials have expired. Refresh them, for instance with 'aws sso login'; waiting up to %s"
                            .formatted(account, inWords(patience)));
        }
        long end = time.nanoTime() + patience.toNanos();
        Duration delay = FIRST_DELAY;
        while (time.nanoTime() < end) {
            time.sleep(shorter(delay, Duration.ofNanos(end - time.nanoTime())));
            if (valid.getAsBoolean()) {
                refreshed.incrementAndGet();
                notices.accept("%s goes on: its AWS credentials are good again".formatted(account));
                return;
            }
            delay = shorter(delay.multipliedBy(2), LONGEST_DELAY);
        }
        givenUp = true;
        if (patience.isPositive()) {
            notices.accept(
                    "%s is given up: its AWS credentials were not refreshed within %s; the next scan goes on there"
                            .formatted(account, inWords(patience)));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String inWords(Duration duration) {
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
