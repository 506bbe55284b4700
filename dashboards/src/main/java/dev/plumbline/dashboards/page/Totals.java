package dev.plumbline.dashboards.page;

import dev.plumbline.rules.language.Severity;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.store.FindingTable;
import java.util.Map;

/**
 * Open findings over the whole estate.
 *
 * @param failing by severity
 * @param notAssessed told apart: neither a failure nor a pass
 */
public record Totals(Map<Severity, Long> failing, long notAssessed) {
    public static final Totals NONE = new Totals(Map.of(), 0);

    public Totals {
        failing = Map.copyOf(failing);
    }

    static Totals of(FindingTable findings) {
        return new Totals(
                findings.openBySeverity(Finding.Outcome.FAIL),
                sum(findings.openBySeverity(Finding.Outcome.NOT_ASSESSED)));
    }

    public long failing(Severity severity) {
        return failing.getOrDefault(severity, 0L);
    }

    public long all() {
        return notAssessed + sum(failing);
    }

    private static long sum(Map<Severity, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
