package dev.plumbline.scanner.collect;

import dev.plumbline.scanner.collect.RequestFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests through a {@link RequestBudget} and repeats them as a {@link RetryPolicy} says, for clients whose own
 * retry cannot: Azure's storage client and Google's both pass over {@code Retry-After}, and neither bounds the time of
 * a whole answer. Their own retry is switched off.
 *
 * <p>Each attempt runs on a virtual thread of its own. When its time is up the thread is interrupted, which closes the
 * socket it reads from, so that neither a silent nor a dripping server holds a scan. Thread-safe.
 */
public final class RetryingRequests {
    private final RetryPolicy policy;
    private final RequestBudget budget;
    private final Timekeeper time;
    private final RandomGenerator jitter;
    private final Function<Exception, RequestFailure> judge;

    /**
     * @param jitter spreads repeats out, so that many scans do not come back at the same moment; thread-safe, as
     *     {@link java.util.Random} is
     * @param judge reads the client's exceptions; never sees a timeout of ours
     */
    public RetryingRequests(
            RetryPolicy policy,
            RequestBudget budget,
            Timekeeper time,
            RandomGenerator jitter,
            Function<Exception, RequestFailure> judge) {
        this.policy = policy;
        this.budget = budget;
        this.time = time;
        this.jitter = jitter;
        this.judge = judge;
    }

    /**
     * @param request sends exactly one request and reads its answer whole; must give up when interrupted
     * @throws RequestFailedException if it fails for good
     * @throws CancellationException if the calling thread is interrupted, with its flag set
     */
    public <T> T send(Callable<T> request) {
        try (RequestBudget.Slot slot = budget.occupy()) {
            return repeat(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("reading was interrupted");
        }
    }

    private <T> T repeat(Callable<T> request) throws InterruptedException {
        long started = time.nanoTime();
        for (int attempt = 1; ; attempt++) {
            budget.awaitTurn();
            try {
                return attempt(request);
            } catch (RequestFailedException e) {
                RequestFailure failure = e.failure();
                if (failure.kind() == Kind.THROTTLED) {
                    budget.throttled();
                }
                Duration wait = delay(attempt, failure.retryAfter());
                if (!failure.kind().worthRepeating() || attempt == policy.maxAttempts() || tooLate(started, wait)) {
                    throw e;
                }
                time.sleep(wait);
            }
        }
    }

    private <T> T attempt(Callable<T> request) throws InterruptedException {
        FutureTask<T> answer = new FutureTask<>(request);
        Thread.ofVirtual().name("request").start(answer);
        try {
            return answer.get(policy.attemptTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            String words = "no whole answer within %s ms"
                    .formatted(policy.attemptTimeout().toMillis());
            throw new RequestFailedException(new RequestFailure(Kind.PASSING, "Timeout", words), e);
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private RequestFailedException failed(@Nullable Throwable cause) {
        return switch (cause) {
            case Error error -> throw error;
            case Exception exception -> new RequestFailedException(judge.apply(exception), exception);
            case null, default -> throw new IllegalStateException(cause);
        };
    }

    /** Full jitter over a doubling span, and never sooner than the provider asked. */
    private Duration delay(int attempt, Optional<Duration> retryAfter) {
        double span = Math.min(
                policy.firstDelay().toNanos() * Math.pow(2, attempt - 1.0),
                policy.longestDelay().toNanos());
        Duration spread = Duration.ofNanos((long) (span * jitter.nextDouble()));
        return retryAfter.filter(asked -> asked.compareTo(spread) > 0).orElse(spread);
    }

    private boolean tooLate(long started, Duration wait) {
        Duration passed = Duration.ofNanos(time.nanoTime() - started);
        return passed.plus(wait).compareTo(policy.totalTime()) > 0;
    }
}
