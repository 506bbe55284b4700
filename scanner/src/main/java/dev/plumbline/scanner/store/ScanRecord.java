package dev.plumbline.scanner.store;

import dev.plumbline.scanner.collect.Coverage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One scan as the store remembers it.
 *
 * @param source what was read, in words, such as {@code aws 111122223333} or a file's name
 * @param ended empty while it runs, and for one that was killed
 * @param problems lines that could not be used and the like, as sentences
 */
public record ScanRecord(
        String id,
        Instant started,
        Optional<Instant> ended,
        State state,
        String source,
        long resources,
        long events,
        Coverage coverage,
        List<String> problems) {
    public ScanRecord {
        problems = List.copyOf(problems);
    }

    public enum State {
        RUNNING,
        COMPLETE,
        /** Ended, but part of it could not be read. */
        INCOMPLETE,
        /** Ended by an error or a signal; the next scan of the same source resumes it. */
        FAILED
    }
}
