package dev.plumbline.scanner.store;

import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.finding.Finding;
import java.util.Optional;
import java.util.Set;

/**
 * Which findings are wanted: AND between the members, OR within one; an empty set asks for all.
 *
 * @param text part of a title, rule id, resource id or name, without regard to case; empty for all
 * @param scan only those that this scan saw; empty for all
 * @param resolved whether those that a scan has resolved are wanted too
 */
public record FindingQuery(
        Set<Cloud> clouds,
        Set<Severity> severities,
        Set<Finding.Outcome> outcomes,
        Optional<RuleId> rule,
        String text,
        Optional<String> scan,
        boolean resolved) {
    public static final FindingQuery ACTIVE =
            new FindingQuery(Set.of(), Set.of(), Set.of(), Optional.empty(), "", Optional.empty(), false);

    public FindingQuery {
        clouds = Set.copyOf(clouds);
        severities = Set.copyOf(severities);
        outcomes = Set.copyOf(outcomes);
    }

    public FindingQuery withSeverities(Set<Severity> wanted) {
        return new FindingQuery(clouds, wanted, outcomes, rule, text, scan, resolved);
    }

    public FindingQuery withOutcomes(Set<Finding.Outcome> wanted) {
        return new FindingQuery(clouds, severities, wanted, rule, text, scan, resolved);
    }

    /** What one scan found. */
    public static FindingQuery ofScan(String scan) {
        return new FindingQuery(Set.of(), Set.of(), Set.of(), Optional.empty(), "", Optional.of(scan), false);
    }
}
