package dev.plumbline.dashboards.page;

import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.finding.FindingId;
import dev.plumbline.scanner.ranking.Incident;
import dev.plumbline.scanner.store.FindingQuery;
import dev.plumbline.scanner.store.Page;
import dev.plumbline.scanner.store.RuleGroup;
import dev.plumbline.scanner.store.Store;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What pages, API and metrics ask of the store; open findings only. Thread-safe; blocks on the database. */
@Singleton
public final class Records {
    /** A row of failures longer than this hides the last whole scan; the list of scans shows them. */
    private static final int SCANS_LOOKED_AT = 20;

    private final Store store;

    public Records(Store store) {
        this.store = store;
    }

    public Totals totals() {
        return store.read(tables -> Totals.of(tables.findings()));
    }

    /** Gravest first. */
    public List<RuleGroup> rules(Filter filter) {
        return store.read(tables -> tables.findings().groups(query(filter, Optional.empty())));
    }

    /** Highest priority first. */
    public Page<Finding> findings(Filter filter, Optional<RuleId> rule, int from, int limit) {
        return store.read(tables -> tables.findings().page(query(filter, rule), limit, from));
    }

    public Optional<Finding> finding(FindingId id) {
        return store.read(tables -> tables.findings().find(id));
    }

    /** Highest priority first. */
    public List<Finding> failuresOf(ResourceId resource) {
        return store.read(tables -> tables.findings().failuresOf(List.of(resource)));
    }

    /** Most pressing first. */
    public Page<Incident> incidents(Filter filter, int from, int limit) {
        List<Incident> matching = store
                .read(tables -> tables.incidents().page(filter.clouds(), filter.severities(), Integer.MAX_VALUE, 0))
                .rows()
                .stream()
                .filter(incident -> mentions(incident, filter.text().toLowerCase(Locale.ROOT)))
                .toList();
        return new Page<>(matching.stream().skip(from).limit(limit).toList(), matching.size());
    }

    public long countIncidents() {
        return store.read(
                tables -> tables.incidents().page(Set.of(), Set.of(), 0, 0).total());
    }

    public Optional<Incident> incident(String id) {
        return store.read(tables -> tables.incidents().find(id));
    }

    /** Incidents that touch the resource, most pressing first. */
    public List<Incident> incidentsOf(ResourceId resource) {
        return incidents(Filter.NONE, 0, Integer.MAX_VALUE).rows().stream()
                .filter(incident -> incident.resources().contains(resource.value()))
                .toList();
    }

    /** The last that came to an end, whole or in part. */
    public Optional<ScanView> lastScan() {
        return scans(SCANS_LOOKED_AT).stream().filter(ScanView::ended).findFirst();
    }

    /** Newest first, running and failed ones included. */
    public List<ScanView> scans(int limit) {
        return store.read(tables -> tables.scans().latest(limit)).stream()
                .map(ScanView::new)
                .toList();
    }

    public Optional<ScanView> scan(String id) {
        return store.read(tables -> tables.scans().find(id)).map(ScanView::new);
    }

    private static FindingQuery query(Filter filter, Optional<RuleId> rule) {
        return new FindingQuery(
                filter.clouds(), filter.severities(), Set.of(), rule, filter.text(), Optional.empty(), false);
    }

    private static boolean mentions(Incident incident, String lowerText) {
        return lowerText.isEmpty()
                || incident.title().toLowerCase(Locale.ROOT).contains(lowerText)
                || incident.account().toLowerCase(Locale.ROOT).contains(lowerText)
                || incident.resources().stream()
                        .anyMatch(resource -> resource.toLowerCase(Locale.ROOT).contains(lowerText));
    }
}
