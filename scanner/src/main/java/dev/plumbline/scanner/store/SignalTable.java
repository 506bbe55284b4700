package dev.plumbline.scanner.store;

import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.alert.Signal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Signals of the detector, kept so that a scan without logs does not forget them. */
public final class SignalTable {
    private final Handle handle;

    SignalTable(Handle handle) {
        this.handle = handle;
    }

    /** A signal seen again (same kind, principal and start) replaces the one before. */
    public void upsertAll(Collection<? extends Signal> signals) {
        if (signals.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO signal (id, ended, document) VALUES (:id, :ended, :document)
                ON CONFLICT (id) DO UPDATE SET ended = excluded.ended, document = excluded.document
                """)) {
            for (Signal signal : signals) {
                batch.bind("id", id(signal))
                        .bind("ended", signal.end().toEpochMilli())
                        .bind("document", Documents.write(signal))
                        .add();
            }
            batch.execute();
        }
    }

    public void forgetBefore(Instant time) {
        handle.createUpdate("DELETE FROM signal WHERE ended < :time")
                .bind("time", time.toEpochMilli())
                .execute();
    }

    /** Earliest first. */
    public List<Signal> all() {
        return handle.createQuery("SELECT document FROM signal ORDER BY ended, id")
                .map((row, context) -> Documents.read(row.getString("document"), Signal.class))
                .list();
    }

    private static String id(Signal signal) {
        String kind =
                switch (signal) {
                    case Anomaly anomaly ->
                        "anomaly/"
                                + String.join(
                                        "+",
                                        anomaly.resources().stream().sorted().toList());
                    case EventRuleHit hit -> "event-rule/" + hit.ruleId();
                };
        return String.join(
                "/",
                signal.provider().key(),
                signal.principal().token(),
                signal.start().toString(),
                kind);
    }
}
