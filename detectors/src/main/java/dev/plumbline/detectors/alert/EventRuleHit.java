package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Events that an event rule says are always worth seeing, folded per rule, principal and hour.
 *
 * @param level the Sigma level: {@code critical}, {@code high}, {@code medium}, {@code low}, {@code informational}
 * @param count events folded into this hit, at least 1
 */
public record EventRuleHit(
        String ruleId,
        String title,
        String level,
        Provider provider,
        String account,
        Principal principal,
        Instant start,
        Instant end,
        Set<String> resources,
        int count,
        String sentence,
        List<String> eventIds)
        implements Signal {
    public EventRuleHit {
        resources = Set.copyOf(resources);
        eventIds = List.copyOf(eventIds);
    }
}
