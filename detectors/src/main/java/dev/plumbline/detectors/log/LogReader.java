package dev.plumbline.detectors.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads access logs as a stream: CloudTrail, Google Cloud audit logs, Azure activity logs; whole documents or one event
 * a line, gzip or plain, single files or folders. What a file is is told from its content. Files are read by several
 * threads, yet events are handed on in the stable order of the files, so that two readings are alike.
 */
public final class LogReader {
    private static final int REMEMBERED_IDS = 1 << 23;

    private final List<EventFormat> formats;
    private final EventMarker marker;
    private final LogLimits limits;
    private final int threads;
    private final JsonFactory factory;

    /**
     * @param marker asked about every event while its native fields are there
     * @param threads that parse; at least 1
     */
    public LogReader(Pseudonyms pseudonyms, EventMarker marker, LogLimits limits, int threads) {
        this.formats = List.of(
                new CloudTrailFormat(pseudonyms), new GcpAuditFormat(pseudonyms), new AzureActivityFormat(pseudonyms));
        this.marker = marker;
        this.limits = limits;
        this.threads = threads;
        this.factory = new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.nesting())
                        .maxStringLength(limits.lineBytes())
                        .build())
                .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
                .build();
    }

    /**
     * Reads every file of {@code paths} and hands each event to {@code sink} once, on the caller's thread.
     *
     * @throws LogProblemException if a path does not exist or cannot be opened
     */
    public LogCoverage read(List<Path> paths, Consumer<LoggedEvent> sink) {
        List<LogFiles.Found> files = LogFiles.find(paths);
        var tally = new Tally(sink);
        try (var readers = new ParallelFiles(files, threads, this::open)) {
            readers.forEach(tally::take, tally::end);
        }
        return tally.coverage(files.size());
    }

    private LogFile open(FileReport report, Consumer<LoggedEvent> sink) {
        return new LogFile(factory, formats, marker, limits, report, sink);
    }

    /** Sorts out duplicates and counts, on one thread. */
    private static final class Tally {
        private final Consumer<LoggedEvent> sink;
        private final RecentIds seen = new RecentIds(REMEMBERED_IDS);
        private final long[] perProvider = new long[Provider.values().length];
        private final List<LogCoverage.Problem> problems = new ArrayList<>();
        private long duplicates;
        private long serviceEvents;
        private long lines;
        private long unrecognised;
        private long malformed;
        private long droppedFields;

        Tally(Consumer<LoggedEvent> sink) {
            this.sink = sink;
        }

        void take(LoggedEvent logged) {
            if (!seen.add(logged.identity())) {
                duplicates++;
                return;
            }
            perProvider[logged.event().provider().ordinal()]++;
            if (logged.event().principal().kind() == Principal.Kind.CLOUD_SERVICE) {
                serviceEvents++;
            }
            sink.accept(logged);
        }

        void end(FileReport report) {
            lines += report.lines;
            unrecognised += report.unrecognised;
            malformed += report.malformed;
            droppedFields += report.droppedFields;
            for (LogCoverage.Problem problem : report.problems()) {
                if (problems.size() < FileReport.MOST_PROBLEMS) {
                    problems.add(problem);
                }
            }
        }

        LogCoverage coverage(int files) {
            Map<Provider, Long> events = new EnumMap<>(Provider.class);
            long total = 0;
            for (Provider provider : Provider.values()) {
                long count = perProvider[provider.ordinal()];
                total += count;
                if (count > 0) {
                    events.put(provider, count);
                }
            }
            return new LogCoverage(
                    files,
                    lines,
                    total,
                    events,
                    duplicates,
                    unrecognised,
                    malformed,
                    droppedFields,
                    serviceEvents,
                    problems);
        }
    }
}
