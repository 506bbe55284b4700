package dev.plumbline.dashboards.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the scheduled scan is doing.
 *
 * @param available whether there is anything to scan: without configured sources nothing can be started
 * @param next when it starts by itself; empty without a cron expression
 * @param runningSince empty while none runs
 * @param last the last run since the server started
 */
public record ScheduleState(
        boolean available, Optional<Instant> next, Optional<Instant> runningSince, Optional<Run> last) {
    /** Nothing is configured, so nothing ever runs. */
    public static final ScheduleState NONE =
            new ScheduleState(false, Optional.empty(), Optional.empty(), Optional.empty());

    /** @param failure why it broke off; empty if it came to its end */
    public record Run(Instant started, Duration took, String failure) {
        public boolean failed() {
            return !failure.isEmpty();
        }
    }
}
