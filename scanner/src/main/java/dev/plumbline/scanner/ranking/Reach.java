package dev.plumbline.scanner.ranking;

import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.scanner.finding.Finding;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far the signals of one incident reached: what is new ground to a principal counts whole, what it works with
 * anyhow counts half, for that was as sensitive and as weak on all the days that nobody was alarmed.
 */
final class Reach {
    private static final double SENSITIVE = 15;
    private static final double USUAL_GROUND = 0.5;
    /** For each power of ten of objects: copying a store whole is worse than looking into it. */
    private static final double TENFOLD_READS = 4;

    private static final double MOST_FOR_READS = 16;

    private final Map<String, Long> newReads = new HashMap<>();
    private final Set<String> newGround = new HashSet<>();

    Reach(Collection<Signal> signals) {
        for (Signal signal : signals) {
            switch (signal) {
                case Anomaly anomaly ->
                    anomaly.newReads().forEach((store, reads) -> newReads.merge(store, reads, Long::sum));
                case EventRuleHit hit -> newGround.addAll(hit.resources());
            }
        }
        newGround.addAll(newReads.keySet());
    }

    /** How much was read from stores that are new to the principal. */
    Optional<Incident.Term> amount() {
        long reads = newReads.values().stream().mapToLong(Long::longValue).sum();
        double points = Math.min(MOST_FOR_READS, TENFOLD_READS * Math.log10(1.0 + reads));
        return reads == 0
                ? Optional.empty()
                : Optional.of(new Incident.Term(
                        "reads %,d %s from %s new to it"
                                .formatted(
                                        reads,
                                        reads == 1 ? "object" : "objects",
                                        newReads.size() == 1 ? "a store" : newReads.size() + " stores"),
                        points));
    }

    /** The most that the data class of a resource adds. */
    Optional<Incident.Term> sensitivity(List<ResourceId> resources, Ranking.Posture posture) {
        return resources.stream()
                .flatMap(resource -> posture.dataClass(resource).stream()
                        .map(dataClass -> new Incident.Term(
                                "%s a store tagged %s"
                                        .formatted(isNewGround(resource) ? "touches" : "works with", dataClass),
                                SENSITIVE * share(resource))))
                .max(Comparator.comparingDouble(Incident.Term::points));
    }

    /** The most that a fault of a resource adds. */
    Optional<Incident.Term> weakness(List<Finding> findings) {
        return findings.stream().map(this::weakness).max(Comparator.comparingDouble(Incident.Term::points));
    }

    private Incident.Term weakness(Finding finding) {
        double points =
                switch (finding.severity()) {
                    case CRITICAL -> 20;
                    case HIGH -> 14;
                    case MEDIUM -> 6;
                    case LOW -> 2;
                };
        String touched = isNewGround(finding.resource()) ? "touched" : "works with";
        return new Incident.Term(
                "%s, which it %s, fails: %s".formatted(finding.name(), touched, finding.title()),
                points * share(finding.resource()));
    }

    private double share(ResourceId resource) {
        return isNewGround(resource) ? 1 : USUAL_GROUND;
    }

    private boolean isNewGround(ResourceId resource) {
        return newGround.contains(resource.value());
    }
}
