package dev.plumbline.dashboards.schedule;

import io.micronaut.scheduling.cron.CronExpression;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What to scan and when.
 *
 * @param cron five fields (minute, hour, day, month, weekday) or six with seconds first; empty for no scan by itself
 * @param zone in which the fields are read
 * @param job one whole scan; empty where no source is configured
 */
public record ScanPlan(Optional<String> cron, ZoneId zone, Optional<Job> job) {
    /** Nothing to scan: the dashboard shows what other runs left in the store. */
    public static final ScanPlan NONE = new ScanPlan(Optional.empty(), ZoneOffset.UTC, Optional.empty());

    public ScanPlan {
        cron.ifPresent(ScanPlan::check);
        if (cron.isPresent() && job.isEmpty()) {
            throw new IllegalArgumentException(
                    "schedule.cron is set, but there is nothing to scan: name at least one source");
        }
    }

    /** Reads all sources, judges, ranks and keeps. What cannot be read is coverage; whatever else breaks it is shown. */
    @FunctionalInterface
    public interface Job {
        void run() throws Exception;
    }

    private static void check(String cron) {
        try {
            CronExpression.create(cron);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "schedule.cron '%s' is no cron expression: write minute, hour, day, month and weekday, such as 0 6 * * *"
                            .formatted(cron),
                    e);
        }
    }
}
