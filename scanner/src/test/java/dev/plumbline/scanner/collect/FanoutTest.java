package dev.plumbline.scanner.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FanoutTest {
    @Test
    void doesItForEveryItemOnce() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        AtomicInteger runs = new AtomicInteger();

        Fanout.forEach(IntStream.range(0, 1_000).boxed().toList(), 7, i -> {
            done.add(i);
            runs.incrementAndGet();
        });

        assertThat(done).hasSize(1_000);
        assertThat(runs).hasValue(1_000);
    }

    @Test
    void runsNoMoreThanAllowedAtOnceAndDrawsNoFurtherAhead() {
        AtomicInteger drawn = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger furthest = new AtomicInteger();
        Iterable<Integer> items = () -> IntStream.range(0, 200)
                .peek(i -> drawn.incrementAndGet())
                .boxed()
                .iterator();

        Fanout.forEach(items, 3, i -> {
            furthest.accumulateAndGet(drawn.get() - done.get(), Math::max);
            done.incrementAndGet();
        });

        // three in flight, one more drawn and waiting for a place, and one handed over before its count
        assertThat(furthest.get()).isLessThanOrEqualTo(3 + 2);
    }

    @Test
    void theFirstFailureEndsItAndIsPassedOn() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger started = new AtomicInteger();

        assertThatThrownBy(() -> Fanout.forEach(Collections.nCopies(1_000_000, "item"), 2, item -> {
                    int i = started.getAndIncrement();
                    if (i == 5) {
                        throw new IllegalStateException("item 5");
                    }
                    if (i == 4) {
                        awaitForever(never);
                    }
                }))
                .hasMessage("item 5");
        assertThat(started.get()).isLessThan(1_000_000);
    }

    @Test
    void interruptionCancelsAndKeepsTheFlag() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Fanout.forEach(IntStream.range(0, 3).boxed().toList(), 1, i -> {}))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void awaitForever(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
