package dev.plumbline.scanner.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final PassingTime time = new PassingTime();

    @Test
    void manyThreadsTogetherKeepToTheRate() {
        RequestBudget budget = new RequestBudget(50, 8, time);
        List<Long> sent = Collections.synchronizedList(new ArrayList<>());

        Fanout.forEach(IntStream.range(0, 500).boxed().toList(), 100, i -> {
            awaitTurn(budget);
            sent.add(time.nanoTime());
        });

        assertThat(time.nanoTime()).isGreaterThanOrEqualTo(499 * SECOND / 50);
        assertThat(sent).hasSize(500);
    }

    @Test
    void throttlingHalvesTheRate() throws InterruptedException {
        RequestBudget budget = new RequestBudget(40, 1, time);

        budget.throttled();

        assertThat(budget.currentRate()).isEqualTo(20);
        budget.awaitTurn();
        long first = time.nanoTime();
        budget.awaitTurn();
        assertThat(time.nanoTime() - first).isCloseTo(SECOND / 20, within(SECOND / 200));
    }

    @Test
    void aBurstOfThrottledAnswersHalvesItOnce() {
        RequestBudget budget = new RequestBudget(40, 1, time);

        IntStream.range(0, 32).forEach(i -> budget.throttled());

        assertThat(budget.currentRate()).isEqualTo(20);
    }

    @Test
    void anEndlessStormLeavesAFloorAndTheRateComesBackSlowly() {
        RequestBudget budget = new RequestBudget(64, 1, time);
        for (int i = 0; i < 100; i++) {
            time.pass(Duration.ofSeconds(1));
            budget.throttled();
        }
        double floor = budget.currentRate();
        time.pass(Duration.ofSeconds(15));
        double quarterMinuteLater = budget.currentRate();
        time.pass(Duration.ofMinutes(1));

        assertThat(floor).isBetween(1.0, 2.0);
        assertThat(quarterMinuteLater).isCloseTo(floor + 16, within(0.01));
        assertThat(budget.currentRate()).isEqualTo(64);
    }

    @Test
    void noMoreThanTheSetNumberIsInFlight() {
        RequestBudget budget = new RequestBudget(1_000, 3, time);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        Fanout.forEach(IntStream.range(0, 100).boxed().toList(), 50, i -> {
            try (RequestBudget.Slot slot = budget.occupy()) {
                most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                inFlight.decrementAndGet();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(most.get()).isBetween(1, 3);
        assertThat(inFlight).hasValue(0);
    }

    @Test
    void waitingEndsWhenInterrupted() throws Exception {
        RequestBudget budget = new RequestBudget(0.001, 1, Timekeeper.system());
        budget.awaitTurn();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                budget.awaitTurn();
                interrupted.complete(false);
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
        });
        waiting.interrupt();

        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void defaultsAreHalfOfThePublishedQuotaOrFifty() {
        RequestQuotas quotas = new RequestQuotas(List.of(new RequestQuotas.Quota("aws", "kms", 100, "ListGrants", "")));

        assertThat(quotas.requestsPerSecond(Cloud.AWS, "kms")).isEqualTo(50);
        assertThat(quotas.requestsPerSecond(Cloud.AWS, "s3")).isEqualTo(50);
        assertThat(quotas.requestsPerSecond(Cloud.GCP, "kms")).isEqualTo(50);
    }

    @Test
    void everyPublishedQuotaNamesItsSource() {
        assertThat(RequestQuotas.published().quotas()).isNotEmpty().allSatisfy(quota -> {
            assertThat(Cloud.of(quota.cloud())).isNotNull();
            assertThat(quota.requestsPerSecond()).isPositive();
            assertThat(quota.of()).isNotBlank();
            assertThat(quota.source()).startsWith("https://");
        });
    }

    @Test
    void eachAccountServiceAndRegionHasItsOwnBudget() {
        RequestBudgets budgets = new RequestBudgets(RequestQuotas.published(), OptionalDouble.of(7), time);
        AccountId account = new AccountId("111122223333");

        RequestBudget budget = budgets.of(Cloud.AWS, account, "kms", "eu-west-1");

        assertThat(budget.currentRate()).isEqualTo(7);
        assertThat(budgets.of(Cloud.AWS, account, "kms", "eu-west-1")).isSameAs(budget);
        assertThat(budgets.of(Cloud.AWS, account, "kms", "eu-west-2")).isNotSameAs(budget);
        assertThat(budgets.of(Cloud.AWS, account, "s3", "eu-west-1")).isNotSameAs(budget);
        assertThat(budgets.of(Cloud.AWS, new AccountId("444455556666"), "kms", "eu-west-1"))
                .isNotSameAs(budget);
    }

    @Test
    void aBudgetOfNothingIsRefused() {
        assertThatThrownBy(() -> new RequestBudget(0, 1, time)).hasMessageContaining("use a number above 0");
        assertThatThrownBy(() -> new RequestBudget(Double.NaN, 1, time)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new RequestBudget(1, 0, time)).hasMessageContaining("use 1 or more");
    }

    private static void awaitTurn(RequestBudget budget) {
        try {
            budget.awaitTurn();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
