package dev.plumbline.detectors.log;

import dev.plumbline.detectors.event.Provider;
import java.util.List;
import java.util.Map;

/**
 * What a reading of logs took in and what it left out. Nothing is left out that is not counted here.
 *
 * @param files log files opened
 * @param lines lines of line-delimited logs, and whole documents of the others
 * @param events accesses kept, after duplicates were dropped; the sum of {@code eventsPerProvider}
 * @param duplicates events that were delivered twice, recognised by id, time and action
 * @param unrecognised well-formed JSON objects that are no event of a known log, or lack a time or an action
 * @param malformed lines or files whose rest could not be read: broken JSON, truncated gzip, over a limit
 * @param droppedFields fields seen that are not on the allow-list, in the events kept or not
 * @param serviceEvents accesses by the clouds' own services (log delivery, role assumption), read but not scored
 * @param problems what was malformed, unrecognised and unreadable, by file and cause, each with its lines
 */
public record LogCoverage(
        int files,
        long lines,
        long events,
        Map<Provider, Long> eventsPerProvider,
        long duplicates,
        long unrecognised,
        long malformed,
        long droppedFields,
        long serviceEvents,
        List<Problem> problems) {

    public LogCoverage {
        eventsPerProvider = Map.copyOf(eventsPerProvider);
        problems = List.copyOf(problems);
    }

    /** Whether everything that was handed in could be read. */
    public boolean complete() {
        return malformed == 0 && unrecognised == 0;
    }

    /**
     * What could not be read for one cause.
     *
     * @param file the path as it was given or found
     * @param line the first, one-based, 0 where the whole file is meant
     * @param cause with the other lines it was met at, if any
     * @param places how many
     */
    public record Problem(String file, long line, String cause, long places) {
        Problem(String file, long line, String cause) {
            this(file, line, cause, 1);
        }

        @Override
        public String toString() {
            return line == 0 ? "%s: %s".formatted(file, cause) : "%s:%d: %s".formatted(file, line, cause);
        }
    }
}
