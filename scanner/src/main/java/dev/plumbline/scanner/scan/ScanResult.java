package dev.plumbline.scanner.scan;

import dev.plumbline.detectors.alert.Detection;
import dev.plumbline.scanner.ranking.Incident;
import dev.plumbline.scanner.store.RuleCount;
import dev.plumbline.scanner.store.ScanRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a scan ended. Its findings and what became of them are in the store, under the scan's id.
 *
 * @param incidents the whole ranked list, highest priority first
 * @param earlier ids of the incidents that the scan before had on its list
 */
public record ScanResult(
        ScanRecord scan,
        List<RuleCount> counts,
        List<Incident> incidents,
        Set<String> earlier,
        Optional<Detection> detection) {
    public ScanResult {
        counts = List.copyOf(counts);
        incidents = List.copyOf(incidents);
        earlier = Set.copyOf(earlier);
    }

    /** Whether this scan is the first to show {@code incident}. */
    public boolean isNew(Incident incident) {
        return !earlier.contains(incident.id());
    }

    public boolean nothingRead() {
        return scan.resources() == 0 && scan.events() == 0;
    }
}
