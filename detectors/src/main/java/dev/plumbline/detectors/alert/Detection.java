package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.log.LogCoverage;
import java.util.List;

/**
 * What was found in a set of logs.
 *
 * @param anomalies oddest first (lowest p-value, then highest score)
 * @param hits of event rules, worst level first, then earliest
 * @param coverage what was read and what was not
 */
public record Detection(List<Anomaly> anomalies, List<EventRuleHit> hits, LogCoverage coverage) {
    public Detection {
        anomalies = List.copyOf(anomalies);
        hits = List.copyOf(hits);
    }
}
