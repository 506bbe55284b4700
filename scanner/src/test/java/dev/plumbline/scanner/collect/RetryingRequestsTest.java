package dev.plumbline.scanner.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.scanner.collect.RequestFailure.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RetryingRequestsTest {
    private static final RetryPolicy THREE_ATTEMPTS = new RetryPolicy(
            3,
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));

    private final PassingTime time = new PassingTime();
    private final RequestBudget budget = new RequestBudget(1_000, 4, time);
    private final Deque<RequestFailure> failures = new ArrayDeque<>();
    private int sent;

    @Test
    void repeatsWhatPassesAndGivesTheAnswer() {
        failures.addAll(List.of(failure(Kind.PASSING), failure(Kind.THROTTLED)));

        assertThat(send(THREE_ATTEMPTS)).isEqualTo("answer");
        assertThat(sent).isEqualTo(3);
    }

    @Test
    void givesUpAfterItsAttempts() {
        failures.addAll(List.of(failure(Kind.PASSING), failure(Kind.PASSING), failure(Kind.PASSING)));

        assertThatThrownBy(() -> send(THREE_ATTEMPTS)).isInstanceOf(RequestFailedException.class);
        assertThat(sent).isEqualTo(3);
    }

    @Test
    void neverRepeatsARefusal() {
        failures.add(failure(Kind.DENIED));

        assertThatThrownBy(() -> send(THREE_ATTEMPTS))
                .isInstanceOfSatisfying(
                        RequestFailedException.class,
                        e -> assertThat(e.failure().kind()).isEqualTo(Kind.DENIED));
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void waitsNoShorterThanTheProviderAsks() {
        long started = time.nanoTime();
        failures.add(new RequestFailure(Kind.THROTTLED, "429", "slow", Optional.of(Duration.ofSeconds(20))));

        send(THREE_ATTEMPTS);

        assertThat(Duration.ofNanos(time.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void givesUpAtOnceWhereTheProviderAsksForMoreThanAllItsTime() {
        long started = time.nanoTime();
        failures.add(new RequestFailure(Kind.THROTTLED, "429", "never", Optional.of(Duration.ofDays(30_000))));

        assertThatThrownBy(() -> send(THREE_ATTEMPTS)).isInstanceOf(RequestFailedException.class);
        assertThat(Duration.ofNanos(time.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void throttlingHalvesTheBudget() {
        time.pass(Duration.ofMinutes(1));
        double before = budget.currentRate();
        failures.add(failure(Kind.THROTTLED));

        send(THREE_ATTEMPTS);

        assertThat(budget.currentRate()).isLessThan(before);
    }

    @Test
    void interruptsAnAttemptThatTakesTooLong() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        RetryPolicy brief = new RetryPolicy(
                1,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMillis(50),
                Duration.ofSeconds(1));

        assertThatThrownBy(() -> requests(brief).send(() -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                    return "never";
                }))
                .isInstanceOfSatisfying(
                        RequestFailedException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("Timeout"));
        interrupted.await();
    }

    @Test
    void anInterruptedScanStops() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> send(THREE_ATTEMPTS)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent).isZero();
    }

    @Test
    void anErrorIsNoFailureOfTheProvider() {
        assertThatThrownBy(() -> requests(THREE_ATTEMPTS).send(() -> {
                    throw new NoSuchMethodError("of a mixed class path");
                }))
                .isInstanceOf(NoSuchMethodError.class);
    }

    private String send(RetryPolicy policy) {
        return requests(policy).send(() -> {
            sent++;
            if (!failures.isEmpty()) {
                throw new IllegalStateException("told by the test");
            }
            return "answer";
        });
    }

    private RetryingRequests requests(RetryPolicy policy) {
        return new RetryingRequests(policy, budget, time, new Random(1), thrown -> failures.remove());
    }

    private static RequestFailure failure(Kind kind) {
        return new RequestFailure(kind, kind.name(), "told by the test");
    }
}
