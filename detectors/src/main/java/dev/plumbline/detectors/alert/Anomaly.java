package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A window of access that is easy to isolate from what is usual.
 *
 * @param newReads objects read from those of the resources that were new to the principal, by resource; how much data it
 *     reached that it never worked with
 * @param score of the isolation forest, in (0, 1]; ordinary below 0.5
 * @param pValue share of held-back ordinary windows at least as odd, in (0, 1]
 * @param reasons largest share first; never empty
 */
public record Anomaly(
        Provider provider,
        String account,
        Principal principal,
        Instant start,
        Instant end,
        Set<String> resources,
        Map<String, Long> newReads,
        double score,
        double pValue,
        List<Reason> reasons,
        String sentence,
        List<String> eventIds)
        implements Signal {
    public Anomaly {
        resources = Set.copyOf(resources);
        newReads = Map.copyOf(newReads);
        reasons = List.copyOf(reasons);
        eventIds = List.copyOf(eventIds);
        if (!resources.containsAll(newReads.keySet())) {
            throw new IllegalArgumentException("read from %s, yet touched %s".formatted(newReads.keySet(), resources));
        }
        if (!(score > 0 && score <= 1)) {
            throw new IllegalArgumentException("score %s is outside (0, 1]".formatted(score));
        }
        if (!(pValue > 0 && pValue <= 1)) {
            throw new IllegalArgumentException("p-value %s is outside (0, 1]".formatted(pValue));
        }
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("an anomaly must say why");
        }
    }

    /**
     * One feature's part in a score.
     *
     * @param usual the range it usually has, such as {@code 0 to 12}
     * @param share of the score, in [0, 1]
     * @param words the whole as a sentence
     */
    public record Reason(String feature, String observed, String usual, double share, String words) {}
}
