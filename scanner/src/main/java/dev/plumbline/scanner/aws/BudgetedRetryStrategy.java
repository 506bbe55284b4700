package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.collect.RequestBudget;
import dev.plumbline.scanner.collect.RetryPolicy;
import dev.plumbline.scanner.collect.Timekeeper;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.retries.LegacyRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * The SDK's retry strategy, which knows what may be tried again, with our manners around it: every attempt waits for
 * its turn in the budget, throttled answers halve the budget, {@code Retry-After} is obeyed, and no attempt begins
 * after the policy's total time. Delays are waited for here rather than by the SDK, so that the turn is taken last,
 * just before sending.
 *
 * <p>Of the SDK's strategies it takes the one whose circuit breaker does not count throttled answers: those are dealt
 * with by the budget, while a service that fails otherwise is soon no longer pestered with repetitions.
 */
final class BudgetedRetryStrategy implements RetryStrategy {
    private final RetryStrategy strategy;
    private final RetryPolicy policy;
    private final RequestBudget budget;
    private final Timekeeper time;

    BudgetedRetryStrategy(RetryPolicy policy, RequestBudget budget, Timekeeper time) {
        LegacyRetryStrategy.Builder builder = AwsRetryStrategy.legacyRetryStrategy().toBuilder();
        BackoffStrategy fullJitter = BackoffStrategy.exponentialDelay(policy.firstDelay(), policy.longestDelay());
        this.strategy = builder.maxAttempts(policy.maxAttempts())
                .backoffStrategy(fullJitter)
                .throttlingBackoffStrategy(fullJitter)
                .build();
        this.policy = policy;
        this.budget = budget;
        this.time = time;
    }

    @Override
    public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
        RetryToken token = strategy.acquireInitialToken(request).token();
        waitFor(Duration.ZERO);
        return AcquireInitialTokenResponse.create(new TimedToken(token, time.nanoTime()), Duration.ZERO);
    }

    @Override
    public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
        if (request.failure() instanceof SdkException failure && RetryUtils.isThrottlingException(failure)) {
            budget.throttled();
        }
        TimedToken timed = (TimedToken) request.token();
        RefreshRetryTokenResponse response = strategy.refreshRetryToken(
                request.toBuilder().token(timed.token()).build());
        Duration asked = request.suggestedDelay().orElse(Duration.ZERO);
        Duration delay = asked.compareTo(response.delay()) > 0 ? asked : response.delay();
        Duration spent = Duration.ofNanos(time.nanoTime() - timed.startNanos());
        if (spent.plus(delay).compareTo(policy.totalTime()) > 0) {
            throw new TokenAcquisitionFailedException(
                    "the next attempt would begin after %s".formatted(policy.totalTime()), request.failure());
        }
        waitFor(delay);
        return RefreshRetryTokenResponse.create(new TimedToken(response.token(), timed.startNanos()), Duration.ZERO);
    }

    private void waitFor(Duration delay) {
        try {
            time.sleep(delay);
            budget.awaitTurn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted while waiting for the next request's turn", e);
        }
    }

    @Override
    public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
        TimedToken timed = (TimedToken) request.token();
        RecordSuccessResponse response = strategy.recordSuccess(RecordSuccessRequest.create(timed.token()));
        return RecordSuccessResponse.create(new TimedToken(response.token(), timed.startNanos()));
    }

    @Override
    public int maxAttempts() {
        return strategy.maxAttempts();
    }

    /** It is complete: the SDK need not rebuild it with its own additions. */
    @Override
    public boolean useClientDefaults() {
        return false;
    }

    @Override
    public Builder<?, ?> toBuilder() {
        throw new UnsupportedOperationException("a budgeted strategy is made once per client");
    }

    private record TimedToken(RetryToken token, long startNanos) implements RetryToken {}
}
