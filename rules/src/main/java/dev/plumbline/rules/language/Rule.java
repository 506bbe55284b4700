package dev.plumbline.rules.language;

import dev.plumbline.rules.resource.ResourceType;
import java.util.List;

/**
 * One question about one type of resource, as its file states it.
 *
 * @param pass the CEL condition that holds for a resource in order
 * @param evidence paths whose values are shown when it does not
 * @param source the file it was read from, for error messages and exports
 * @param text the file as written, shown by {@code rules show}
 */
public record Rule(
        RuleId id,
        String title,
        ResourceType resource,
        Severity severity,
        String why,
        String pass,
        List<String> evidence,
        Remediation remediation,
        List<String> references,
        List<String> tags,
        List<RuleCase> cases,
        String source,
        String text) {
    public Rule {
        evidence = List.copyOf(evidence);
        references = List.copyOf(references);
        tags = List.copyOf(tags);
        cases = List.copyOf(cases);
    }

    /** How to put it right; {@code {name}}, {@code {id}}, {@code {account}} and {@code {region}} stand for the resource's own. */
    public record Remediation(String console, String cli, String terraform) {}
}
