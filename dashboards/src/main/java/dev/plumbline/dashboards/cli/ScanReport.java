package dev.plumbline.dashboards.cli;

import dev.plumbline.rules.language.Severity;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.finding.FindingChange;
import dev.plumbline.scanner.ranking.Incident;
import dev.plumbline.scanner.scan.ScanResult;
import dev.plumbline.scanner.store.FindingQuery;
import dev.plumbline.scanner.store.Page;
import dev.plumbline.scanner.store.RuleCount;
import dev.plumbline.scanner.store.ScanRecord;
import dev.plumbline.scanner.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What a scan tells the person or the pipeline that started it. */
final class ScanReport {
    private static final int SHOWN_INCIDENTS = 10;
    private static final int SHOWN_FINDINGS = 50;
    private static final int SHOWN_GAPS = 20;

    private final Store store;
    private final ScanResult result;

    ScanReport(Store store, ScanResult result) {
        this.store = store;
        this.result = result;
    }

    void printTable(PrintWriter out) {
        printIncidents(out);
        Page<Finding> page = store.read(tables ->
                tables.findings().page(FindingQuery.ofScan(result.scan().id()), SHOWN_FINDINGS, 0));
        if (!page.rows().isEmpty()) {
            TextTable table = new TextTable("PRIORITY", "SEVERITY", "STATUS", "RULE", "RESOURCE", "ACCOUNT");
            page.rows()
                    .forEach(finding -> table.row(
                            finding.priority(),
                            finding.severity().key(),
                            finding.outcome().key(),
                            finding.rule(),
                            finding.resource(),
                            finding.account()));
            out.println("Findings");
            table.print(out);
            if (page.total() > SHOWN_FINDINGS) {
                out.printf("… and %,d more: --format json shows all%n", page.total() - SHOWN_FINDINGS);
            }
            out.println();
        }
        printSummary(out);
    }

    /** The top of the ranked list. */
    void printIncidents(PrintWriter out) {
        List<Incident> incidents = result.incidents();
        if (incidents.isEmpty()) {
            return;
        }
        out.printf("Incidents, most urgent first (%,d in all)%n", incidents.size());
        TextTable table = new TextTable("#", "PRIORITY", "SEVERITY", "CLOUD", "SINCE", "WHAT");
        int place = 1;
        for (Incident incident : incidents.subList(0, Math.min(SHOWN_INCIDENTS, incidents.size()))) {
            table.row(
                    place++,
                    incident.priority(),
                    incident.severity().key(),
                    incident.cloud().key(),
                    incident.start().toString().substring(0, "2026-01-31T08:00".length()),
                    incident.title());
        }
        table.print(out);
        out.println();
    }

    void printSummary(PrintWriter out) {
        ScanRecord scan = result.scan();
        out.printf(
                "%,d resources judged: %,d rule results passed, %,d failed, %,d not assessed%n",
                scan.resources(), sum(RuleCount::passed), sum(RuleCount::failed), sum(RuleCount::notAssessed));
        Map<FindingChange.Kind, Long> changes = changes();
        out.printf(
                "findings: %,d new, %,d still open, %,d reopened, %,d resolved%n",
                changes.get(FindingChange.Kind.CREATED),
                changes.get(FindingChange.Kind.STILL_OPEN),
                changes.get(FindingChange.Kind.REOPENED),
                changes.get(FindingChange.Kind.RESOLVED));
        if (scan.events() > 0) {
            out.printf("%,d access events judged%n", scan.events());
        }
    }

    private Map<FindingChange.Kind, Long> changes() {
        Map<FindingChange.Kind, Long> counts = new EnumMap<>(FindingChange.Kind.class);
        for (FindingChange.Kind kind : FindingChange.Kind.values()) {
            counts.put(kind, 0L);
        }
        return store.read(tables -> {
            tables.findings().forEachChange(result.scan().id(), change -> counts.merge(change.kind(), 1L, Long::sum));
            return counts;
        });
    }

    private long sum(ToLongFunction<RuleCount> part) {
        return result.counts().stream().mapToLong(part).sum();
    }

    void printJson(PrintWriter out) throws IOException {
        try (FindingsJson json = new FindingsJson(out)) {
            store.read(tables -> {
                tables.findings().forEach(FindingQuery.ofScan(result.scan().id()), json::write);
                return true;
            });
        }
        out.flush();
    }

    /** What was not read, and what would have it read. */
    void printCoverage(PrintWriter err) {
        List<Coverage.Entry> gaps = result.scan().coverage().gaps();
        gaps.stream()
                .limit(SHOWN_GAPS)
                .forEach(gap -> err.printf(
                        "not read: %s in %s %s: %s%s%n",
                        gap.type(),
                        gap.account(),
                        gap.region(),
                        gap.cause(),
                        gap.permission().isEmpty() ? "" : "; grant " + gap.permission()));
        if (gaps.size() > SHOWN_GAPS) {
            err.printf("… and %,d more parts not read%n", gaps.size() - SHOWN_GAPS);
        }
        result.scan().problems().forEach(problem -> err.println("not used: " + problem));
    }

    /** Failures first, then gaps: a pipeline that fails on findings fails on them even where the scan has gaps. */
    int exitCode(Optional<Severity> threshold) {
        if (result.nothingRead()) {
            return ExitCode.NOTHING_READ;
        }
        if (threshold.isPresent() && any(threshold.get(), Finding.Outcome.FAIL)) {
            return ExitCode.FINDINGS;
        }
        boolean unknown = threshold.isPresent() && any(threshold.get(), Finding.Outcome.NOT_ASSESSED);
        return unknown || result.scan().state() != ScanRecord.State.COMPLETE ? ExitCode.INCOMPLETE : ExitCode.CLEAN;
    }

    private boolean any(Severity threshold, Finding.Outcome outcome) {
        Set<Severity> severities = EnumSet.allOf(Severity.class);
        severities.removeIf(severity -> !severity.atLeast(threshold));
        FindingQuery query = FindingQuery.ofScan(result.scan().id())
                .withSeverities(severities)
                .withOutcomes(Set.of(outcome));
        return store.read(tables -> tables.findings().page(query, 1, 0)).total() > 0;
    }
}
