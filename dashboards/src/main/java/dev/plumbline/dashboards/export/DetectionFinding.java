package dev.plumbline.dashboards.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.dashboards.export.OcsfEvent.Activity;
import dev.plumbline.dashboards.export.OcsfEvent.Status;
import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.ranking.Incident;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An incident with unusual access as OCSF's Detection Finding. Principals are the pseudonyms they are everywhere else.
 *
 * @see <a href="https://schema.ocsf.io/1.8.0/classes/detection_finding">Detection Finding [2004]</a>
 */
final class DetectionFinding {
    private static final int CLASS = 2004;
    private static final int COMPLIANCE_CREATED = 200301;
    private static final int AFFECTED = 3;

    private final OcsfEvent event;

    DetectionFinding(OcsfEvent event) {
        this.event = event;
    }

    /**
     * @param incident with at least one signal
     * @param isNew whether no scan before has told it
     */
    ObjectNode of(Incident incident, boolean isNew) {
        String uid = "%s-%d".formatted(incident.id(), incident.end().toEpochMilli());
        Activity activity = isNew ? Activity.CREATE : Activity.UPDATE;
        ObjectNode node = event.begin(CLASS, "Detection Finding", activity, incident.severity(), incident.end(), uid);
        node.put("message", incident.title())
                .put("start_time", incident.start().toEpochMilli())
                .put("end_time", incident.end().toEpochMilli())
                .put("is_alert", true)
                .put("risk_score", incident.priority());
        OcsfEvent.putStatus(node, Status.NEW);
        OcsfEvent.putCloud(node, incident.cloud(), incident.account(), "");
        putFindingInfo(node, incident);
        putResources(node.putArray("resources"), incident);
        ArrayNode evidences = node.putArray("evidences");
        incident.signals().forEach(signal -> putEvidence(evidences.addObject(), signal));
        putAnomalyAnalyses(node, incident.signals());
        ArrayNode arithmetic = node.putObject("unmapped").putArray("priority");
        incident.arithmetic()
                .forEach(term ->
                        arithmetic.addObject().put("reason", term.reason()).put("points", term.points()));
        return node;
    }

    private static void putFindingInfo(ObjectNode node, Incident incident) {
        ObjectNode info = node.putObject("finding_info")
                .put("uid", incident.id())
                .put("title", incident.title())
                .put("desc", incident.signals().stream().map(Signal::sentence).collect(Collectors.joining(" ")))
                .put("first_seen_time", incident.start().toEpochMilli())
                .put("last_seen_time", incident.end().toEpochMilli());
        putAnalytic(info.putObject("analytic"), incident.signals().getFirst());
        incident.signals().stream()
                .skip(1)
                .forEach(signal ->
                        putAnalytic(info.withArray("related_analytics").addObject(), signal));
        ArrayNode events = info.putArray("related_events");
        incident.signals().stream()
                .flatMap(signal -> signal.eventIds().stream())
                .distinct()
                .forEach(id -> events.addObject().put("uid", id));
        incident.findings().forEach(finding -> putRelated(events.addObject(), finding));
    }

    private static void putRelated(ObjectNode node, Finding finding) {
        node.put("uid", finding.id().value())
                .put("title", finding.title())
                .put("type", "Compliance Finding")
                .put("type_uid", COMPLIANCE_CREATED);
        OcsfEvent.putSeverity(node, finding.severity());
    }

    private static void putAnalytic(ObjectNode analytic, Signal signal) {
        switch (signal) {
            case Anomaly anomaly ->
                analytic.put("uid", "isolation-forest")
                        .put("name", "Isolation forest over access windows")
                        .put("type_id", 4)
                        .put("type", "Learning (ML/DL)");
            case EventRuleHit hit ->
                analytic.put("uid", hit.ruleId())
                        .put("name", hit.title())
                        .put("type_id", 1)
                        .put("type", "Rule");
        }
    }

    private static void putResources(ArrayNode resources, Incident incident) {
        Map<String, Finding> known = incident.findings().stream()
                .collect(Collectors.toMap(finding -> finding.resource().value(), finding -> finding, (a, b) -> a));
        for (String resource : incident.resources()) {
            ObjectNode node = resources.addObject();
            if (known.containsKey(resource)) {
                ComplianceFinding.putResource(node, known.get(resource));
            } else {
                node.put("uid", resource).put("role_id", AFFECTED).put("role", "Affected");
            }
        }
    }

    private static void putEvidence(ObjectNode evidence, Signal signal) {
        evidence.put("name", signal.sentence());
        evidence.putObject("actor")
                .putObject("user")
                .put("uid", signal.principal().token());
        ObjectNode data = evidence.putObject("data")
                .put("principal_kind", signal.principal().kind().name())
                .put("start_time", signal.start().toEpochMilli())
                .put("end_time", signal.end().toEpochMilli());
        switch (signal) {
            case Anomaly anomaly -> data.put("score", anomaly.score()).put("p_value", anomaly.pValue());
            case EventRuleHit hit ->
                data.put("rule", hit.ruleId()).put("level", hit.level()).put("count", hit.count());
        }
        signal.resources().stream()
                .sorted()
                .forEach(resource -> evidence.withArray("resources").addObject().put("uid", resource));
    }

    private static void putAnomalyAnalyses(ObjectNode node, List<Signal> signals) {
        List<Anomaly> anomalies = signals.stream()
                .filter(Anomaly.class::isInstance)
                .map(Anomaly.class::cast)
                .toList();
        if (anomalies.isEmpty()) {
            return;
        }
        ArrayNode analyses = node.putArray("anomaly_analyses");
        anomalies.forEach(anomaly -> putAnalysis(analyses.addObject(), anomaly));
    }

    private static void putAnalysis(ObjectNode analysis, Anomaly anomaly) {
        analysis.putArray("analysis_targets")
                .addObject()
                .put("name", anomaly.principal().token())
                .put("type", "principal");
        ArrayNode observed = analysis.putArray("anomalies");
        ArrayNode usual = analysis.putArray("baselines");
        for (Anomaly.Reason reason : anomaly.reasons()) {
            observed.addObject()
                    .put("observation_parameter", reason.feature())
                    .put("observed_pattern", reason.words())
                    .putArray("observations")
                    .addObject()
                    .put("value", reason.observed());
            usual.addObject()
                    .put("observation_parameter", reason.feature())
                    .put("observed_pattern", reason.usual())
                    .putArray("observations")
                    .addObject()
                    .put("value", reason.usual());
        }
    }
}
