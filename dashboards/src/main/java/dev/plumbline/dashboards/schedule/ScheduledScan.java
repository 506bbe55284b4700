package dev.plumbline.dashboards.schedule;

import dev.plumbline.dashboards.schedule.ScheduleState.Run;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import io.micronaut.scheduling.cron.CronExpression;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs the plan's scan at its times or on demand, never two at once, and tells how it goes. Thread-safe. */
@Context
public final class ScheduledScan {
    /** How long closing waits for an interrupted scan; what it had not kept by then, the next one reads again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScanPlan plan;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
    private volatile Optional<Run> last = Optional.empty();
    private volatile @Nullable ScheduledFuture<?> appointment;

    ScheduledScan(ScanPlan plan, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler, Clock clock) {
        this.plan = plan;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @PostConstruct
    void keepAppointments() {
        plan.cron()
                .ifPresent(cron ->
                        appointment = scheduler.schedule(cron, plan.zone().getId(), this::startNow));
    }

    @PreDestroy
    void stop() {
        ScheduledFuture<?> due = appointment;
        if (due != null) {
            due.cancel(false);
        }
        Running now = running.get();
        if (now != null) {
            now.thread().interrupt();
            joinFor(now.thread(), PATIENCE);
        }
    }

    public ScheduleState state() {
        Running now = running.get();
        return new ScheduleState(
                plan.job().isPresent(),
                plan.cron().map(this::next),
                Optional.ofNullable(now).map(Running::since),
                last);
    }

    /** Whether a scan was started; not so while one runs, or where there is nothing to scan. */
    public boolean startNow() {
        return plan.job().map(this::start).orElse(false);
    }

    /** Waits for the scan that runs now, if one does. */
    public void awaitEnd() throws InterruptedException {
        Running now = running.get();
        if (now != null) {
            now.thread().join();
        }
    }

    private static void joinFor(Thread thread, Duration patience) {
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean start(ScanPlan.Job job) {
        Instant since = clock.instant();
        Thread thread = Thread.ofVirtual().name("scan").unstarted(() -> run(job, since));
        if (!running.compareAndSet(null, new Running(since, thread))) {
            return false;
        }
        thread.start();
        return true;
    }

    /** Whatever breaks a scan becomes its result: a schedule that dies in silence would look like a quiet estate. */
    private void run(ScanPlan.Job job, Instant since) {
        String failure = "";
        try {
            job.run();
        } catch (Exception e) {
            failure = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
        } finally {
            last = Optional.of(new Run(since, Duration.between(since, clock.instant()), failure));
            running.set(null);
        }
    }

    private Instant next(String cron) {
        return CronExpression.create(cron)
                .nextTimeAfter(clock.instant().atZone(plan.zone()))
                .toInstant();
    }

    private record Running(Instant since, Thread thread) {}
}
