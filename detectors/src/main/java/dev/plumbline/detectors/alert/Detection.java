package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.log.LogCoverage;
import java.util.List;

/**
 * What was found in a set of logs.
 *
 * @param anomalies oddest first (lowest p-value, then highest score)
 * @param hits of event rules, worst level first, then earliest
 * @param coverage what was read and what was not
 * @param windows of access there are: hours of a principal, and its days at a store
 * @param judgedWindows those that had past enough, and others enough to be compared with; nothing is said of the rest
 */
public record Detection(
        List<Anomaly> anomalies, List<EventRuleHit> hits, LogCoverage coverage, int windows, int judgedWindows) {
    public Detection {
        anomalies = List.copyOf(anomalies);
        hits = List.copyOf(hits);
    }
}
