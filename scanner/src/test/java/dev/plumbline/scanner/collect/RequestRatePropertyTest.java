package dev.plumbline.scanner.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RequestRatePropertyTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Property(tries = 200)
    void noStretchOfASecondHoldsMoreThanTheRateAndOne(
            @ForAll @DoubleRange(min = 0.5, max = 500) double rate,
            @ForAll List<@IntRange(max = 3_000) Integer> idleMillis)
            throws InterruptedException {
        PassingTime own = new PassingTime();
        RequestBudget budget = new RequestBudget(rate, 1, own);

        List<Long> sent = new ArrayList<>();
        for (int idle : idleMillis) {
            own.pass(Duration.ofMillis(idle));
            for (int i = 0; i < 5; i++) {
                budget.awaitTurn();
                sent.add(own.nanoTime());
            }
        }

        for (long start : sent) {
            long within = sent.stream()
                    .filter(at -> at >= start && at < start + SECOND)
                    .count();
            assertThat(within).isLessThanOrEqualTo((long) Math.floor(rate) + 1);
        }
    }
}
