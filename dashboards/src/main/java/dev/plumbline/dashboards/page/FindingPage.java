package dev.plumbline.dashboards.page;

import dev.plumbline.rules.language.Rule;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.ranking.Incident;
import java.util.List;
import java.util.Optional;

/**
 * One finding with what helps to judge and mend it.
 *
 * @param rule empty where the rule is no longer in any pack
 * @param siblings other findings of the same resource
 * @param json the finding as the API gives it
 */
public record FindingPage(
        Words words,
        Finding finding,
        Optional<Rule> rule,
        List<Finding> siblings,
        List<Incident> incidents,
        String json) {
    public FindingPage {
        siblings = List.copyOf(siblings);
        incidents = List.copyOf(incidents);
    }

    /** A rule's title says what should hold, so the heading says how it stands. */
    public String heading() {
        String verdict = finding.outcome() == Finding.Outcome.FAIL ? "fails" : "could not be assessed";
        return "%s %s: %s".formatted(finding.name(), verdict, finding.title());
    }

    public String console() {
        return fill(rule.map(known -> known.remediation().console()));
    }

    public String cli() {
        return fill(rule.map(known -> known.remediation().cli()));
    }

    public String terraform() {
        return fill(rule.map(known -> known.remediation().terraform()));
    }

    /** References that a browser may follow; anything but http and https stays text elsewhere. */
    public List<String> references() {
        return rule.map(Rule::references).orElse(List.of()).stream()
                .filter(reference -> reference.startsWith("https://") || reference.startsWith("http://"))
                .toList();
    }

    private String fill(Optional<String> remediation) {
        return remediation.map(text -> Remedy.fill(text, finding)).orElse("");
    }
}
