package dev.plumbline.dashboards.demo.company;

import java.util.List;
import java.util.Locale;

/** Who owns which data. The sets are the stores each team has, in every stage. */
public enum Team {
    CLAIMS(
            dataset("intake", "restricted"),
            dataset("documents", "restricted"),
            dataset("history", "confidential"),
            dataset("fraud-features", "confidential")),
    PAYMENTS(
            dataset("ledger", "restricted"),
            dataset("settlements", "confidential"),
            dataset("card-tokens", "restricted"),
            dataset("chargebacks", "confidential")),
    MARKETING(
            dataset("campaigns", "internal"),
            dataset("audience", "confidential"),
            dataset("web-events", "internal"),
            dataset("brand-assets", "public")),
    FINANCE(
            dataset("invoices", "confidential"),
            dataset("payroll", "restricted"),
            dataset("forecasts", "internal"),
            dataset("audit-extracts", "confidential")),
    RESEARCH(
            dataset("cohorts", "restricted"),
            dataset("models", "internal"),
            dataset("experiments", "internal"),
            dataset("embeddings", "internal")),
    PLATFORM(
            dataset("access-logs", "internal"),
            dataset("build-artifacts", "internal"),
            dataset("backups", "confidential"),
            dataset("audit-archive", "internal"));

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives a list that never changes
    private final List<Dataset> datasets;

    Team(Dataset... datasets) {
        this.datasets = List.of(datasets);
    }

    public List<Dataset> datasets() {
        return datasets;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Dataset dataset(String name, String dataClass) {
        return new Dataset(name, dataClass);
    }

    /** A set of data; its class is {@code public}, {@code internal}, {@code confidential} or {@code restricted}. */
    public record Dataset(String name, String dataClass) {}
}
