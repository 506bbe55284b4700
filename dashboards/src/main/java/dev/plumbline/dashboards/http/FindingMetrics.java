package dev.plumbline.dashboards.http;

import dev.plumbline.dashboards.page.Records;
import dev.plumbline.dashboards.page.ScanView;
import dev.plumbline.dashboards.page.Totals;
import dev.plumbline.rules.language.Severity;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What Prometheus sees of the estate; read from the store when scraped, never in between. Thread-safe. */
@Singleton
final class FindingMetrics {
    private final Records records;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Totals.NONE, 0, Optional.empty());

    FindingMetrics(MeterRegistry registry, Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
        for (Severity severity : Severity.values()) {
            Gauge.builder("plumbline.findings.open", () -> snapshot.totals().failing(severity))
                    .description("Open findings whose rule fails")
                    .tag("severity", severity.key())
                    .register(registry);
        }
        gauge(
                registry,
                "plumbline.findings.not.assessed",
                "Open findings that could not be judged",
                now -> now.totals().notAssessed());
        gauge(registry, "plumbline.incidents", "Incidents in the ranked list", Snapshot::incidents);
        scan(registry, "age.seconds", "Seconds since the last scan ended", this::ageSeconds);
        scan(registry, "duration.seconds", "How long the last scan took", FindingMetrics::tookSeconds);
        scan(
                registry,
                "resources",
                "Resources the last scan read",
                last -> last.scan().resources());
        scan(registry, "parts", "Accounts, regions and types the last scan meant to read", ScanView::parts);
        scan(
                registry,
                "parts.not.read",
                "Of these, those not read whole",
                last -> last.gaps().size());
    }

    void refresh() {
        snapshot = new Snapshot(records.totals(), records.countIncidents(), records.lastScan());
    }

    /** Not a number until there was a scan: zero would say it was just now. */
    private void scan(MeterRegistry registry, String name, String description, ToDoubleFunction<ScanView> value) {
        gauge(
                registry,
                "plumbline.last.scan." + name,
                description,
                now -> now.lastScan().map(value::applyAsDouble).orElse(Double.NaN));
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Snapshot> value) {
        Gauge.builder(name, () -> value.applyAsDouble(snapshot))
                .description(description)
                .register(registry);
    }

    private double ageSeconds(ScanView scan) {
        return scan.scan()
                .ended()
                .map(end -> (double) Duration.between(end, clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }

    private static double tookSeconds(ScanView scan) {
        return scan.took().map(took -> took.toMillis() / 1000.0).orElse(Double.NaN);
    }

    private record Snapshot(Totals totals, long incidents, Optional<ScanView> lastScan) {}
}
