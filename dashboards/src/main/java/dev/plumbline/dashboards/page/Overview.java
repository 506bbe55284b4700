package dev.plumbline.dashboards.page;

import dev.plumbline.dashboards.schedule.ScheduleState;
import dev.plumbline.scanner.ranking.Incident;
import dev.plumbline.scanner.store.RuleGroup;
import java.util.List;
import java.util.Optional;

/**
 * The main page: what deserves attention, narrowed to {@code filter}.
 *
 * @param incidents those from {@code from} on, most pressing first
 * @param incidentsMatching how many the filter lets through
 * @param incidentsAll how many there are without it
 * @param lastScan the last that ended
 */
public record Overview(
        Words words,
        Filter filter,
        Totals totals,
        int from,
        List<Incident> incidents,
        long incidentsMatching,
        long incidentsAll,
        List<RuleGroup> rules,
        Optional<ScanView> lastScan,
        ScheduleState schedule) {
    public Overview {
        incidents = List.copyOf(incidents);
        rules = List.copyOf(rules);
    }

    public long findingsMatching() {
        return rules.stream()
                .mapToLong(group -> group.failed() + group.notAssessed())
                .sum();
    }

    public boolean neverScanned() {
        return lastScan.isEmpty() && totals.all() == 0 && incidentsAll == 0;
    }

    /** What the live region says after a filter changed. */
    public String summary() {
        return "%s and %s under %s%s"
                .formatted(
                        Words.count(incidentsMatching, "incident"),
                        Words.count(findingsMatching(), "finding"),
                        Words.count(rules.size(), "rule"),
                        filter.isNone() ? "" : " match the filter");
    }
}
