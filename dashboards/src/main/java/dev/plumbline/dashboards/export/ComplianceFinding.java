package dev.plumbline.dashboards.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.dashboards.export.OcsfEvent.Activity;
import dev.plumbline.dashboards.export.OcsfEvent.Status;
import dev.plumbline.dashboards.page.Remedy;
import dev.plumbline.rules.language.Evidence;
import dev.plumbline.rules.language.Rule;
import dev.plumbline.rules.language.RuleId;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.finding.FindingChange;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finding as OCSF's Compliance Finding.
 *
 * @see <a href="https://schema.ocsf.io/1.8.0/classes/compliance_finding">Compliance Finding [2003]</a>
 */
final class ComplianceFinding {
    private static final int CLASS = 2003;
    private static final int AFFECTED = 3;
    private static final int RULE = 1;

    private final OcsfEvent event;
    private final Function<RuleId, Optional<Rule>> rules;

    ComplianceFinding(OcsfEvent event, Function<RuleId, Optional<Rule>> rules) {
        this.event = event;
        this.rules = rules;
    }

    ObjectNode of(FindingChange change) {
        Finding finding = change.finding();
        Optional<Rule> rule = rules.apply(finding.rule());
        String uid = "%s-%d-%s"
                .formatted(
                        finding.id(),
                        change.at().toEpochMilli(),
                        change.kind().name().toLowerCase(Locale.ROOT));
        ObjectNode node = event.begin(
                CLASS, "Compliance Finding", activity(change.kind()), finding.severity(), finding.firstSeen(), uid);
        node.put("message", "%s: %s".formatted(finding.title(), finding.name()));
        putStatus(node, change.kind());
        OcsfEvent.putCloud(node, finding.cloud(), finding.account().value(), finding.region());
        putFindingInfo(node, change, rule);
        putCompliance(node, finding, rule);
        putResource(node.putArray("resources").addObject(), finding);
        rule.ifPresent(known -> putRemediation(node, finding, known));
        putEvidences(node.putArray("evidences"), finding);
        node.putObject("unmapped").put("priority", finding.priority());
        return node;
    }

    private static Activity activity(FindingChange.Kind kind) {
        return switch (kind) {
            case CREATED -> Activity.CREATE;
            case STILL_OPEN, REOPENED -> Activity.UPDATE;
            case RESOLVED -> Activity.CLOSE;
        };
    }

    /** OCSF has no word for a finding that is back: it is new again, and the detail says so. */
    private static void putStatus(ObjectNode node, FindingChange.Kind kind) {
        switch (kind) {
            case CREATED, STILL_OPEN -> OcsfEvent.putStatus(node, Status.NEW);
            case REOPENED -> {
                OcsfEvent.putStatus(node, Status.NEW);
                node.put("status_detail", "reopened: it was resolved and is back");
            }
            case RESOLVED -> OcsfEvent.putStatus(node, Status.RESOLVED);
        }
    }

    private static void putFindingInfo(ObjectNode node, FindingChange change, Optional<Rule> rule) {
        Finding finding = change.finding();
        ObjectNode info = node.putObject("finding_info")
                .put("uid", finding.id().value())
                .put("title", finding.title())
                .put("created_time", finding.firstSeen().toEpochMilli())
                .put("modified_time", change.at().toEpochMilli())
                .put("first_seen_time", finding.firstSeen().toEpochMilli())
                .put("last_seen_time", finding.lastSeen().toEpochMilli());
        rule.ifPresent(known -> info.put("desc", known.why()));
        info.putObject("analytic")
                .put("uid", finding.rule().value())
                .put("name", finding.title())
                .put("type_id", RULE)
                .put("type", "Rule");
    }

    private static void putCompliance(ObjectNode node, Finding finding, Optional<Rule> rule) {
        ObjectNode compliance =
                node.putObject("compliance").put("control", finding.rule().value());
        rule.ifPresent(known -> compliance.put("desc", known.why()));
        compliance.putArray("requirements").add(finding.title());
        putComplianceStatus(compliance, finding);
        ObjectNode check = compliance
                .putArray("checks")
                .addObject()
                .put("uid", finding.rule().value())
                .put("name", finding.title());
        OcsfEvent.putSeverity(check, finding.severity());
        putComplianceStatus(check, finding);
        if (finding.outcome() == Finding.Outcome.NOT_ASSESSED) {
            ArrayNode details = compliance.putArray("status_details");
            finding.evidence().forEach(evidence -> details.add(evidence.value()));
        }
    }

    /** "Warning" is OCSF's word for a result that is missing for want of information. Not assessed is never a pass. */
    private static void putComplianceStatus(ObjectNode node, Finding finding) {
        if (!finding.status().active()) {
            node.put("status_id", 1).put("status", "Pass");
            return;
        }
        switch (finding.outcome()) {
            case NOT_ASSESSED -> node.put("status_id", 2).put("status", "Warning");
            case FAIL -> node.put("status_id", 3).put("status", "Fail");
        }
    }

    static void putResource(ObjectNode resource, Finding finding) {
        resource.put("uid", finding.resource().value())
                .put("name", finding.name())
                .put("type", finding.type().value())
                .put("region", finding.region())
                .put("role_id", AFFECTED)
                .put("role", "Affected");
    }

    private static void putRemediation(ObjectNode node, Finding finding, Rule rule) {
        Rule.Remediation remedy = rule.remediation();
        String words = Stream.of(remedy.console(), remedy.cli(), remedy.terraform())
                .filter(text -> !text.isBlank())
                .map(text -> Remedy.fill(text, finding))
                .collect(Collectors.joining("\n"));
        ObjectNode remediation = node.putObject("remediation").put("desc", words.isEmpty() ? rule.why() : words);
        if (!rule.references().isEmpty()) {
            rule.references().forEach(remediation.putArray("references")::add);
        }
    }

    private static void putEvidences(ArrayNode evidences, Finding finding) {
        for (Evidence seen : finding.evidence()) {
            evidences
                    .addObject()
                    .put("name", seen.path())
                    .putObject("data")
                    .put("path", seen.path())
                    .put("value", seen.value());
        }
    }
}
