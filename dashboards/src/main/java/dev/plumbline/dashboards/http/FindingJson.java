package dev.plumbline.dashboards.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.rules.language.Evidence;
import dev.plumbline.scanner.finding.Finding;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A finding over the wire; the same names as {@code plumbline scan --format json} prints, and a few more.
 *
 * @param status {@code fail} or {@code not-assessed}
 * @param lifecycle {@code open}, {@code reopened} or {@code resolved}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record FindingJson(
        String id,
        String rule,
        String title,
        String severity,
        String status,
        String lifecycle,
        String cloud,
        String account,
        String region,
        String type,
        String resource,
        String name,
        List<EvidenceJson> evidence,
        int priority,
        Instant firstSeen,
        Instant lastSeen) {
    static FindingJson of(Finding finding) {
        return new FindingJson(
                finding.id().value(),
                finding.rule().value(),
                finding.title(),
                finding.severity().key(),
                finding.outcome().key(),
                finding.status().name().toLowerCase(Locale.ROOT),
                finding.cloud().key(),
                finding.account().value(),
                finding.region(),
                finding.type().value(),
                finding.resource().value(),
                finding.name(),
                finding.evidence().stream().map(EvidenceJson::of).toList(),
                finding.priority(),
                finding.firstSeen(),
                finding.lastSeen());
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EvidenceJson(String path, String value) {
        static EvidenceJson of(Evidence evidence) {
            return new EvidenceJson(evidence.path(), evidence.value());
        }
    }

    /** @param next address of the next page; null on the last */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(
            List<FindingJson> items, long total, @Nullable String next) {}
}
