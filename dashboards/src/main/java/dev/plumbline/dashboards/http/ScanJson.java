package dev.plumbline.dashboards.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.dashboards.page.ScanView;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.store.ScanRecord;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A scan over the wire.
 *
 * @param ended null while it runs, or if it was killed
 * @param state {@code running}, {@code complete}, {@code incomplete} or {@code failed}
 * @param source what was read, in words
 * @param events of access logs
 * @param parts accounts, regions and types it meant to read
 * @param notRead the parts that were not read whole; what stands there is not assessed
 * @param problems lines that could not be used and the like
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ScanJson(
        String id,
        Instant started,
        @Nullable Instant ended,
        String state,
        String source,
        long resources,
        long events,
        long parts,
        List<GapJson> notRead,
        List<String> problems) {
    static ScanJson of(ScanView view) {
        ScanRecord scan = view.scan();
        return new ScanJson(
                scan.id(),
                scan.started(),
                scan.ended().orElse(null),
                view.state(),
                scan.source(),
                scan.resources(),
                scan.events(),
                view.parts(),
                view.gaps().stream().map(GapJson::of).toList(),
                scan.problems());
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record GapJson(String account, String region, String type, String status, String cause, String permission) {
        static GapJson of(Coverage.Entry entry) {
            return new GapJson(
                    entry.account().value(),
                    entry.region(),
                    entry.type().value(),
                    entry.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    entry.cause(),
                    entry.permission());
        }
    }

    /** Newest first. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(List<ScanJson> items) {}
}
