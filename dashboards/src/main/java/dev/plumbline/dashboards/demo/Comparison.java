package dev.plumbline.dashboards.demo;

import dev.plumbline.dashboards.demo.estate.PlantedFault;
import dev.plumbline.dashboards.demo.log.PlantedAttack;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.ranking.Incident;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was planted against what was found. A fault is found if that rule fails on that resource; an attack, if one of
 * the first {@link #TOP} incidents has a signal that names one of its events.
 *
 * @param missedFaults planted, and not among the failures
 * @param falseAlarms among the failures, and not planted
 * @param missedAttacks not among the first incidents
 */
public record Comparison(
        Planted planted,
        List<PlantedFault> missedFaults,
        List<PlantedFault> falseAlarms,
        List<PlantedAttack> missedAttacks) {
    public static final int TOP = 10;

    public Comparison {
        missedFaults = List.copyOf(missedFaults);
        falseAlarms = List.copyOf(falseAlarms);
        missedAttacks = List.copyOf(missedAttacks);
    }

    /** Compares with what a scan found; {@code ranked} has the most urgent incident first. */
    public static Comparison of(Planted planted, List<Finding> findings, List<Incident> ranked) {
        Set<PlantedFault> failures = findings.stream()
                .filter(finding -> finding.outcome() == Finding.Outcome.FAIL)
                .map(finding -> new PlantedFault(
                        finding.rule().value(), finding.resource().value()))
                .collect(Collectors.toSet());
        Set<PlantedFault> expected = new HashSet<>(planted.faults());
        Set<String> shown = ranked.stream()
                .limit(TOP)
                .flatMap(incident -> incident.signals().stream())
                .flatMap(signal -> signal.eventIds().stream())
                .collect(Collectors.toSet());
        return new Comparison(
                planted,
                planted.faults().stream()
                        .filter(fault -> !failures.contains(fault))
                        .toList(),
                failures.stream().filter(fault -> !expected.contains(fault)).toList(),
                planted.attacks().stream()
                        .filter(attack -> attack.eventIds().stream().noneMatch(shown::contains))
                        .toList());
    }

    /** {@code planted: faults 41 of 41, attacks 5 of 5 in the top 10}. */
    public String summary() {
        int faults = planted.faults().size();
        int attacks = planted.attacks().size();
        return "planted: faults %d of %d, attacks %d of %d in the top %d"
                .formatted(faults - missedFaults.size(), faults, attacks - missedAttacks.size(), attacks, TOP);
    }
}
