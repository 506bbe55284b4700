package dev.plumbline.scanner.ranking;

import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.scanner.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Joins unusual access with the faults of what was touched, and puts the whole in one order. What happens outranks
 * what could happen: an incident with signals starts from the worst of them, one without from its worst finding.
 */
public final class Ranking {
    private static final Comparator<Incident> WORST_FIRST = Comparator.comparingInt(Incident::priority)
            .reversed()
            .thenComparing(Incident::start, Comparator.reverseOrder())
            .thenComparing(Incident::id);
    private static final Comparator<Signal> STRONGEST_FIRST = Comparator.comparingDouble(SignalPoints::of)
            .reversed()
            .thenComparing(Signal::start)
            .thenComparing(Signal::sentence);

    /**
     * What a fault loses while nobody is seen at it: a critical one then stands just below access to sensitive data
     * that one window in a thousand resembles.
     */
    private static final double UNUSED_FAULT = 12;

    private final Posture posture;

    public Ranking(Posture posture) {
        this.posture = posture;
    }

    /** What is known of the resources that signals touch. */
    public interface Posture {
        /** Active failures of the given resources, worst first. */
        List<Finding> failuresOf(Collection<ResourceId> resources);

        /** The data class of a store tagged as sensitive. */
        Optional<String> dataClass(ResourceId resource);
    }

    /**
     * The ranked list.
     *
     * @param worstResources resources whose faults alone make an incident
     */
    public List<Incident> rank(List<Signal> signals, List<ResourceId> worstResources) {
        List<Incident> behaviour =
                SignalGroups.of(signals).stream().map(this::incident).toList();
        Set<String> shown = new TreeSet<>();
        behaviour.forEach(incident -> incident.findings()
                .forEach(finding -> shown.add(finding.resource().value())));
        Stream<Incident> postureAlone = worstResources.stream()
                .filter(resource -> !shown.contains(resource.value()))
                .map(this::incident);
        return Stream.concat(behaviour.stream(), postureAlone)
                .sorted(WORST_FIRST)
                .toList();
    }

    private Incident incident(List<Signal> group) {
        List<Signal> signals = group.stream().sorted(STRONGEST_FIRST).toList();
        Signal strongest = signals.getFirst();
        List<String> resources = group.stream()
                .flatMap(signal -> signal.resources().stream())
                .distinct()
                .sorted()
                .toList();
        List<ResourceId> ids = resources.stream().map(ResourceId::new).toList();
        List<Finding> findings = posture.failuresOf(ids);
        List<Incident.Term> terms = new ArrayList<>(SignalPoints.terms(signals));
        Reach reach = new Reach(signals);
        reach.amount().ifPresent(terms::add);
        reach.sensitivity(ids, posture).ifPresent(terms::add);
        reach.weakness(findings).ifPresent(terms::add);
        int priority = priority(terms);
        return new Incident(
                id("signals", strongest.provider().key(), strongest.principal().token(), earliest(group)),
                strongest.sentence(),
                Cloud.of(strongest.provider().key()),
                strongest.account(),
                word(priority),
                priority,
                terms,
                group.stream().map(Signal::start).min(Comparator.naturalOrder()).orElseThrow(),
                group.stream().map(Signal::end).max(Comparator.naturalOrder()).orElseThrow(),
                resources,
                signals,
                findings);
    }

    private Incident incident(ResourceId resource) {
        List<Finding> findings = posture.failuresOf(List.of(resource));
        Finding worst = findings.getFirst();
        List<Incident.Term> terms = new ArrayList<>();
        terms.add(new Incident.Term("%s: %s".formatted(worst.severity().key(), worst.title()), worst.priority()));
        if (findings.size() > 1) {
            int further = findings.size() - 1;
            terms.add(new Incident.Term(
                    "%d further %s".formatted(further, further == 1 ? "fault" : "faults"), Math.min(5, further)));
        }
        terms.add(new Incident.Term("no unusual access to it was seen", -UNUSED_FAULT));
        int priority = priority(terms);
        return new Incident(
                id("posture", resource.value()),
                "%s fails: %s".formatted(worst.name(), worst.title()),
                worst.cloud(),
                worst.account().value(),
                worst.severity(),
                priority,
                terms,
                findings.stream()
                        .map(Finding::firstSeen)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                findings.stream()
                        .map(Finding::lastSeen)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                List.of(resource.value()),
                List.of(),
                findings);
    }

    private static String earliest(List<Signal> group) {
        return group.stream()
                .map(Signal::start)
                .min(Instant::compareTo)
                .orElseThrow()
                .toString();
    }

    private static String id(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static int priority(List<Incident.Term> terms) {
        double sum = terms.stream().mapToDouble(Incident.Term::points).sum();
        return (int) Math.round(Math.clamp(sum, 0, 100));
    }

    private static Severity word(int priority) {
        if (priority >= 60) {
            return Severity.CRITICAL;
        }
        if (priority >= 45) {
            return Severity.HIGH;
        }
        return priority >= 25 ? Severity.MEDIUM : Severity.LOW;
    }

    /** What signals add to a priority. */
    static final class SignalPoints {
        private static final double MOST_FOR_FURTHER = 12;

        private SignalPoints() {}

        static double of(Signal signal) {
            return switch (signal) {
                case EventRuleHit hit ->
                    switch (hit.level()) {
                        case "critical" -> 65;
                        case "high" -> 50;
                        case "medium" -> 25;
                        case "low" -> 10;
                        default -> 3;
                    };
                // One window in a thousand gives 39; past one in ten thousand a p-value says nothing more.
                case Anomaly anomaly -> 13 * Math.min(4, -Math.log10(anomaly.pValue()));
            };
        }

        /** @param signals strongest first */
        static List<Incident.Term> terms(List<Signal> signals) {
            List<Incident.Term> terms = new ArrayList<>();
            Signal strongest = signals.getFirst();
            terms.add(new Incident.Term(words(strongest), of(strongest)));
            if (signals.size() > 1) {
                double further = signals.stream()
                        .skip(1)
                        .mapToDouble(signal -> of(signal) / 8)
                        .sum();
                terms.add(new Incident.Term(
                        "%d further signals".formatted(signals.size() - 1), Math.min(MOST_FOR_FURTHER, further)));
            }
            if (signals.stream().map(Signal::getClass).distinct().count() > 1) {
                terms.add(new Incident.Term("an event rule and the learned baseline agree", 10));
            }
            return terms;
        }

        private static String words(Signal signal) {
            return switch (signal) {
                case EventRuleHit hit -> "%s event rule: %s".formatted(hit.level(), hit.title());
                case Anomaly anomaly -> "unusual access, p-value %.2g".formatted(anomaly.pValue());
            };
        }
    }
}
