package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.calibration.ConformalCalibration;
import dev.plumbline.detectors.window.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Remembers which cell and which marks each event had, for who asks for a score of every single one. */
final class EventTrail {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String id, @Nullable Cell cell, HitFold.@Nullable Pending pending) {}

    void add(String id, Optional<Cell> cell, HitFold.@Nullable Pending pending) {
        entries.add(new Entry(id, cell.orElse(null), pending));
    }

    /** @param windowEvidence by the number of a cell */
    void tell(double[] windowEvidence, Consumer<EventScore> sink) {
        double[] evidence = new double[entries.size()];
        for (int i = 0; i < evidence.length; i++) {
            Entry entry = entries.get(i);
            Cell cell = entry.cell();
            HitFold.Pending pending = entry.pending();
            evidence[i] = (cell == null ? 0 : Evidence.ofRarity(cell.surprise()) + windowEvidence[cell.number()])
                    + (pending == null ? 0 : pending.evidence());
        }
        var calibration = ConformalCalibration.of(evidence);
        for (int i = 0; i < evidence.length; i++) {
            sink.accept(
                    new EventScore(entries.get(i).id(), Evidence.score(evidence[i]), calibration.pValue(evidence[i])));
        }
    }
}
