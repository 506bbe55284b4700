package dev.plumbline.scanner.ranking;

import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.finding.Finding;
import java.time.Instant;
import java.util.List;

/**
 * One row for a person: unusual access by one principal with the faults of what it touched, or the open faults of
 * one resource. Either list may be empty, not both.
 *
 * @param id stable over runs for the same principal and start, or the same resource
 * @param title one sentence
 * @param priority 0 to 100, the sum of {@code arithmetic} held to that range
 * @param severity a word for the priority
 * @param signals worst first
 * @param findings worst first
 */
public record Incident(
        String id,
        String title,
        Cloud cloud,
        String account,
        Severity severity,
        int priority,
        List<Term> arithmetic,
        Instant start,
        Instant end,
        List<String> resources,
        List<Signal> signals,
        List<Finding> findings) {
    public Incident {
        arithmetic = List.copyOf(arithmetic);
        resources = List.copyOf(resources);
        signals = List.copyOf(signals);
        findings = List.copyOf(findings);
        if (signals.isEmpty() && findings.isEmpty()) {
            throw new IllegalArgumentException("incident %s shows nothing".formatted(id));
        }
        if (priority < 0 || priority > 100) {
            throw new IllegalArgumentException("priority %d is outside 0 to 100".formatted(priority));
        }
    }

    /** One addend of a priority: {@code points} for {@code reason}. */
    public record Term(String reason, double points) {}
}
