package dev.plumbline.scanner.finding;

import dev.plumbline.rules.language.Evidence;
import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import java.time.Instant;
import java.util.List;

/**
 * A rule that failed on a resource, or could not be assessed there, followed over scans.
 *
 * @param name the resource's short name
 * @param evidence for a failure what was seen; for one not assessed what was not read and what to grant
 * @param priority 0 to 100, from severity and what is known of the resource
 * @param firstSeen when the fault was first seen; a finding that reopens keeps it
 */
public record Finding(
        FindingId id,
        RuleId rule,
        String title,
        Severity severity,
        Outcome outcome,
        Status status,
        Cloud cloud,
        AccountId account,
        String region,
        ResourceType type,
        ResourceId resource,
        String name,
        List<Evidence> evidence,
        int priority,
        Instant firstSeen,
        Instant lastSeen) {
    public Finding {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("finding %s has no evidence: say what was seen".formatted(id));
        }
        if (lastSeen.isBefore(firstSeen)) {
            throw new IllegalArgumentException("lastSeen %s is before firstSeen %s".formatted(lastSeen, firstSeen));
        }
        if (priority < 0 || priority > 100) {
            throw new IllegalArgumentException("priority %d is outside 0 to 100".formatted(priority));
        }
    }

    /** Why it is a finding at all. */
    public enum Outcome {
        FAIL("fail"),
        NOT_ASSESSED("not-assessed");

        private final String key;

        Outcome(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** Where it stands; scans alone resolve and reopen. */
    public enum Status {
        OPEN,
        RESOLVED,
        REOPENED;

        public boolean active() {
            return this != RESOLVED;
        }
    }
}
