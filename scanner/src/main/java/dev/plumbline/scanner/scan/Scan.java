package dev.plumbline.scanner.scan;

import dev.plumbline.detectors.alert.Detection;
import dev.plumbline.detectors.alert.Detector;
import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.detectors.log.LogCoverage;
import dev.plumbline.rules.language.RuleEngine;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.ranking.Incident;
import dev.plumbline.scanner.ranking.Ranking;
import dev.plumbline.scanner.ranking.Sensitivity;
import dev.plumbline.scanner.store.ScanRecord;
import dev.plumbline.scanner.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole job once: judges an estate, detects unusual access, ranks both together and keeps the result. What is
 * kept changes in one transaction at the end, so a scan that dies leaves the last whole state. Thread-safe.
 */
public final class Scan {
    /** Incidents that rest on posture alone: enough for any morning, few enough to stay a list. */
    private static final int POSTURE_INCIDENTS = 500;

    private static final Duration SIGNALS_KEPT = Duration.ofDays(90);

    private final Store store;
    private final RuleEngine engine;
    private final Clock clock;

    public Scan(Store store, RuleEngine engine, Clock clock) {
        this.store = store;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Runs one scan to its end.
     *
     * @throws IOException if the estate cannot be opened; the scan is then kept as failed, with the reason
     */
    public ScanResult run(ScanRequest request) throws IOException {
        String id = UUID.randomUUID().toString();
        Instant started = clock.instant();
        store.inTransaction(tables -> {
            tables.scans().failAbandoned(request.source(), started);
            tables.scans().begin(id, request.source(), started);
            return id;
        });
        try {
            return runToEnd(id, started, request);
        } catch (UncheckedIOException e) {
            fail(id, e);
            throw e.getCause();
        } catch (RuntimeException e) {
            fail(id, e);
            throw e;
        }
    }

    private void fail(String id, Exception cause) {
        store.inTransaction(tables -> {
            tables.scans().fail(id, clock.instant(), String.valueOf(cause.getMessage()));
            return id;
        });
    }

    private ScanResult runToEnd(String id, Instant started, ScanRequest request) {
        Optional<Detection> detection =
                request.logs().map(logs -> new Detector(logs.options()).detect(logs.paths(), logs.pseudonyms()));
        return store.inTransaction(tables -> {
            Judging judging = new Judging(engine, started);
            Coverage coverage = request.estate()
                    .map(estate -> judge(id, judging, estate, tables))
                    .orElse(Coverage.NONE);
            detection.ifPresent(found -> tables.signals().upsertAll(signals(found)));
            tables.signals().forgetBefore(started.minus(SIGNALS_KEPT));
            List<Incident> incidents = rank(tables);
            Set<String> earlier = tables.incidents().ids();
            tables.incidents().replaceAll(incidents);
            ScanRecord record = record(id, started, request, judging.resources(), coverage, detection);
            tables.scans().end(record, judging.counts(), judging.unread());
            return new ScanResult(record, judging.counts(), incidents, earlier, detection);
        });
    }

    private Coverage judge(String id, Judging judging, Estate estate, Store.Tables tables) {
        try {
            judging.learnAccounts(estate);
            tables.findings().upsertAll(id, sink -> judgeAll(id, judging, estate, tables, sink));
            Coverage coverage = estate.coverage();
            settle(id, coverage, tables);
            return coverage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void judgeAll(
            String id, Judging judging, Estate estate, Store.Tables tables, Consumer<Finding> sink) {
        try {
            judging.judge(
                    estate,
                    resource -> Sensitivity.of(resource)
                            .ifPresent(dataClass -> tables.dataClasses().upsert(id, resource, dataClass)),
                    sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was read whole and not seen again is resolved; what was not read stays as it was. */
    private static void settle(String id, Coverage coverage, Store.Tables tables) {
        for (Coverage.Entry entry : coverage.entries()) {
            if (entry.status() == Coverage.Status.READ) {
                Optional<String> region =
                        entry.region().equals("global") ? Optional.empty() : Optional.of(entry.region());
                tables.findings().resolveUnseen(id, entry.account(), entry.type(), region);
                if (region.isEmpty()) {
                    tables.dataClasses().forgetUnseen(id, entry.account(), entry.type());
                }
            }
        }
    }

    private static List<Signal> signals(Detection detection) {
        return Stream.concat(detection.anomalies().stream(), detection.hits().stream())
                .map(Signal.class::cast)
                .toList();
    }

    private static List<Incident> rank(Store.Tables tables) {
        Ranking ranking = new Ranking(new Ranking.Posture() {
            @Override
            public List<Finding> failuresOf(Collection<ResourceId> resources) {
                return tables.findings().failuresOf(resources);
            }

            @Override
            public Optional<String> dataClass(ResourceId resource) {
                return tables.dataClasses().of(resource);
            }
        });
        return ranking.rank(tables.signals().all(), tables.findings().worstResources(Severity.HIGH, POSTURE_INCIDENTS));
    }

    private ScanRecord record(
            String id,
            Instant started,
            ScanRequest request,
            long resources,
            Coverage coverage,
            Optional<Detection> detection) {
        List<String> problems =
                new ArrayList<>(request.estate().map(Estate::problems).orElse(List.of()));
        Optional<LogCoverage> logs = detection.map(Detection::coverage);
        logs.ifPresent(read -> read.problems().forEach(problem -> problems.add(problem.toString())));
        boolean noLogs = logs.filter(read -> read.files() == 0).isPresent();
        if (noLogs) {
            problems.add("there is no log file in what was given as logs");
        }
        boolean whole = coverage.complete() && logs.map(LogCoverage::complete).orElse(true) && !noLogs;
        return new ScanRecord(
                id,
                started,
                Optional.of(clock.instant()),
                whole ? ScanRecord.State.COMPLETE : ScanRecord.State.INCOMPLETE,
                request.source(),
                resources,
                logs.map(LogCoverage::events).orElse(0L),
                coverage,
                problems);
    }
}
