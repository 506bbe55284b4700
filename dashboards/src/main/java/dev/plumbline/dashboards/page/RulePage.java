package dev.plumbline.dashboards.page;

import dev.plumbline.scanner.finding.Finding;
import java.util.List;

/**
 * The findings of one rule, highest priority first.
 *
 * @param total how many the filter lets through, of which {@code findings} are those from {@code from} on
 */
public record RulePage(
        Words words, Filter filter, String rule, String title, int from, List<Finding> findings, long total) {
    public RulePage {
        findings = List.copyOf(findings);
    }
}
