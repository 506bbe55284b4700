package dev.plumbline.scanner.ranking;

import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.finding.Finding;

/** How soon one finding deserves attention, from 0 to 100, before any access to its resource is known. */
public final class FindingPriority {
    private static final int SENSITIVE_DATA = 10;

    private FindingPriority() {}

    public static int of(Severity severity, Finding.Outcome outcome, Resource resource) {
        int base =
                switch (severity) {
                    case CRITICAL -> 60;
                    case HIGH -> 45;
                    case MEDIUM -> 25;
                    case LOW -> 10;
                };
        int whole = base + (Sensitivity.of(resource).isPresent() ? SENSITIVE_DATA : 0);
        // What could not be assessed may be as bad, yet what is known to be bad comes first.
        return switch (outcome) {
            case FAIL -> whole;
            case NOT_ASSESSED -> whole / 2;
        };
    }
}
