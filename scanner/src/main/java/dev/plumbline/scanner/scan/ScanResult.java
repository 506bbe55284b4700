package dev.plumbline.scanner.scan;

import dev.plumbline.detectors.alert.Detection;
import dev.plumbline.scanner.ranking.Incident;
import dev.plumbline.scanner.store.RuleCount;
import dev.plumbline.scanner.store.ScanRecord;
import java.util.List;
import java.util.Optional;

/**
 * How a scan ended. Its findings are in the store, under the scan's id.
 *
 * @param incidents the whole ranked list, highest priority first
 */
public record ScanResult(
        ScanRecord scan, List<RuleCount> counts, List<Incident> incidents, Optional<Detection> detection) {
    public ScanResult {
        counts = List.copyOf(counts);
        incidents = List.copyOf(incidents);
    }

    public boolean nothingRead() {
        return scan.resources() == 0 && scan.events() == 0;
    }
}
