package dev.plumbline.dashboards.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.scanner.ranking.Incident;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** An incident over the wire, most pressing first in lists. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record IncidentJson(
        String id,
        String title,
        String cloud,
        String account,
        String severity,
        int priority,
        List<TermJson> arithmetic,
        Instant start,
        Instant end,
        List<String> resources,
        List<SignalJson> signals,
        List<FindingJson> findings) {
    static IncidentJson of(Incident incident) {
        return new IncidentJson(
                incident.id(),
                incident.title(),
                incident.cloud().key(),
                incident.account(),
                incident.severity().key(),
                incident.priority(),
                incident.arithmetic().stream()
                        .map(term -> new TermJson(term.reason(), term.points()))
                        .toList(),
                incident.start(),
                incident.end(),
                incident.resources(),
                incident.signals().stream().map(SignalJson::of).toList(),
                incident.findings().stream().map(FindingJson::of).toList());
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TermJson(String reason, double points) {}

    /**
     * One signal.
     *
     * @param kind {@code anomaly} or {@code event-rule}
     * @param principal a pseudonym
     * @param score of an anomaly, in (0, 1]; null otherwise
     * @param pValue of an anomaly, in (0, 1]; null otherwise
     * @param eventRule the rule's id; null for an anomaly
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SignalJson(
            String kind,
            String sentence,
            String principal,
            String principalKind,
            Instant start,
            Instant end,
            List<String> resources,
            List<String> eventIds,
            @Nullable Double score,
            @Nullable Double pValue,
            List<ReasonJson> reasons,
            @Nullable String eventRule) {
        static SignalJson of(Signal signal) {
            return switch (signal) {
                case Anomaly anomaly ->
                    of(
                            anomaly,
                            "anomaly",
                            anomaly.score(),
                            anomaly.pValue(),
                            anomaly.reasons().stream().map(ReasonJson::of).toList(),
                            null);
                case EventRuleHit hit -> of(hit, "event-rule", null, null, List.of(), hit.ruleId());
            };
        }

        private static SignalJson of(
                Signal signal,
                String kind,
                @Nullable Double score,
                @Nullable Double pValue,
                List<ReasonJson> reasons,
                @Nullable String eventRule) {
            return new SignalJson(
                    kind,
                    signal.sentence(),
                    signal.principal().token(),
                    signal.principal().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    signal.start(),
                    signal.end(),
                    signal.resources().stream().sorted().toList(),
                    signal.eventIds(),
                    score,
                    pValue,
                    reasons,
                    eventRule);
        }
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ReasonJson(String feature, String observed, String usual, double share, String words) {
        static ReasonJson of(Anomaly.Reason reason) {
            return new ReasonJson(reason.feature(), reason.observed(), reason.usual(), reason.share(), reason.words());
        }
    }

    /** @param next address of the next page; null on the last */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(
            List<IncidentJson> items, long total, @Nullable String next) {}
}
