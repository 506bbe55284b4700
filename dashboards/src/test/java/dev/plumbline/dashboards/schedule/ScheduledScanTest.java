package dev.plumbline.dashboards.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dashboards.MutableClock;
import io.micronaut.scheduling.ScheduledExecutorTaskScheduler;
import io.micronaut.scheduling.TaskScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScheduledScanTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    private final MutableClock clock = new MutableClock(NOW);
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
    private final TaskScheduler scheduler = new ScheduledExecutorTaskScheduler(executor);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void withoutAJobNothingStarts() {
        ScheduledScan scan = scan(ScanPlan.NONE);

        assertThat(scan.startNow()).isFalse();
        assertThat(scan.state()).isEqualTo(ScheduleState.NONE);
    }

    @Test
    void secondStartIsRefusedWhileOneRuns() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        ScheduledScan scan = scan(plan(() -> {
            runs.incrementAndGet();
            release.await();
        }));

        assertThat(scan.startNow()).isTrue();
        assertThat(scan.startNow()).isFalse();
        assertThat(scan.state().runningSince()).contains(NOW);
        release.countDown();
        scan.awaitEnd();

        assertThat(runs).hasValue(1);
        assertThat(scan.startNow()).isTrue();
    }

    @Test
    void resultTellsHowLongItTook() throws InterruptedException {
        ScheduledScan scan = scan(plan(() -> clock.advance(Duration.ofMinutes(3))));

        scan.startNow();
        scan.awaitEnd();

        assertThat(scan.state().last()).contains(new ScheduleState.Run(NOW, Duration.ofMinutes(3), ""));
    }

    @Test
    void failureIsShownAndTheNextRunStillHappens() throws InterruptedException {
        ScheduledScan scan = scan(plan(() -> {
            throw new IllegalStateException("no credentials for account 111122223333");
        }));

        scan.startNow();
        scan.awaitEnd();

        assertThat(scan.state().last().orElseThrow().failure()).isEqualTo("no credentials for account 111122223333");
        assertThat(scan.startNow()).isTrue();
    }

    @Test
    void tellsWhenTheNextScanIsDueInItsZone() {
        ScheduledScan scan = scan(new ScanPlan(Optional.of("0 6 * * *"), ZoneOffset.ofHours(1), Optional.of(() -> {})));

        assertThat(scan.state().next()).contains(Instant.parse("2026-11-23T05:00:00Z"));
    }

    @Test
    void startsByItselfWhenItsTimeComes() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        ScheduledScan scan =
                scan(new ScanPlan(Optional.of("* * * * * *"), ZoneOffset.UTC, Optional.of(started::countDown)));

        scan.keepAppointments();

        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        scan.stop();
    }

    private ScheduledScan scan(ScanPlan plan) {
        return new ScheduledScan(plan, scheduler, clock);
    }

    private static ScanPlan plan(ScanPlan.Job job) {
        return new ScanPlan(Optional.empty(), ZoneOffset.UTC, Optional.of(job));
    }
}
