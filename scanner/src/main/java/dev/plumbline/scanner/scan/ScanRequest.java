package dev.plumbline.scanner.scan;

import dev.plumbline.detectors.alert.DetectorOptions;
import dev.plumbline.detectors.log.Pseudonyms;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one scan is asked to do; at least one of its two sides is there.
 *
 * @param source what is read, in words; scans of equal source follow each other
 */
public record ScanRequest(String source, Optional<Estate> estate, Optional<Logs> logs) {
    public ScanRequest {
        if (estate.isEmpty() && logs.isEmpty()) {
            throw new IllegalArgumentException("a scan needs an inventory, an account or logs to read");
        }
    }

    /** Access logs and how to judge them. */
    public record Logs(List<Path> paths, DetectorOptions options, Pseudonyms pseudonyms) {
        public Logs {
            paths = List.copyOf(paths);
        }
    }
}
