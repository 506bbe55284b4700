package dev.plumbline.dashboards.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import dev.plumbline.rules.language.Evidence;
import dev.plumbline.rules.language.Rule;
import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.finding.FindingChange;
import dev.plumbline.scanner.finding.FindingId;
import dev.plumbline.scanner.ranking.Incident;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OcsfWriterTest {
    private static final Instant FIRST = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant LAST = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final RuleId RULE = new RuleId("aws-s3-bucket-public-access");
    private static final ResourceId BUCKET = new ResourceId("arn:aws:s3:::logs");
    private static final JsonSchema SCHEMA = schema();

    @Example
    void aFailedRuleIsAComplianceFinding() {
        JsonNode event = only(write(finding(Finding.Outcome.FAIL, Finding.Status.OPEN, "logs"), Optional.of(rule())));

        assertThat(event.at("/class_uid").asInt()).isEqualTo(2003);
        assertThat(event.at("/activity_id").asInt()).isEqualTo(2);
        assertThat(event.at("/type_uid").asInt()).isEqualTo(200302);
        assertThat(event.at("/severity_id").asInt()).isEqualTo(5);
        assertThat(event.at("/status_id").asInt()).isEqualTo(1);
        assertThat(event.at("/time").asLong()).isEqualTo(FIRST.toEpochMilli());
        assertThat(event.at("/finding_info/uid").asText())
                .isEqualTo(FindingId.of(RULE, BUCKET, "").value());
        assertThat(event.at("/compliance/status_id").asInt()).isEqualTo(3);
        assertThat(event.at("/compliance/control").asText()).isEqualTo(RULE.value());
        assertThat(event.at("/resources/0/uid").asText()).isEqualTo(BUCKET.value());
        assertThat(event.at("/remediation/desc").asText()).isEqualTo("aws s3api block --bucket logs");
        assertThat(event.at("/evidences/0/data/path").asText()).isEqualTo("config.BucketPolicyStatus");
        assertThat(event.at("/cloud/account/uid").asText()).isEqualTo("111122223333");
        assertThat(event.at("/cloud/account/type_id").asInt()).isEqualTo(10);
    }

    @Example
    void aFindingSeenForTheFirstTimeIsCreated() {
        JsonNode event = only(write(change(Finding.Status.OPEN, FindingChange.Kind.CREATED), Optional.empty()));

        assertThat(event.at("/activity_id").asInt()).isEqualTo(1);
        assertThat(event.at("/type_uid").asInt()).isEqualTo(200301);
        assertThat(event.at("/status_id").asInt()).isEqualTo(1);
    }

    @Example
    void aReopenedFindingIsAnUpdateThatIsNewAgainAndSaysSo() {
        JsonNode event = only(write(change(Finding.Status.REOPENED, FindingChange.Kind.REOPENED), Optional.empty()));

        assertThat(event.at("/activity_id").asInt()).isEqualTo(2);
        assertThat(event.at("/status_id").asInt()).isEqualTo(1);
        assertThat(event.at("/status_detail").asText()).startsWith("reopened");
    }

    @Example
    void aFindingKeepsItsUidWhateverBecomesOfItAndEachEventHasItsOwn() {
        JsonNode created = only(write(change(Finding.Status.OPEN, FindingChange.Kind.CREATED), Optional.empty()));
        JsonNode closed = only(write(change(Finding.Status.RESOLVED, FindingChange.Kind.RESOLVED), Optional.empty()));

        assertThat(closed.at("/finding_info/uid")).isEqualTo(created.at("/finding_info/uid"));
        assertThat(closed.at("/metadata/uid")).isNotEqualTo(created.at("/metadata/uid"));
    }

    @Example
    void whatWasNotAssessedIsAWarningAndNeverAPass() {
        JsonNode event =
                only(write(finding(Finding.Outcome.NOT_ASSESSED, Finding.Status.OPEN, "logs"), Optional.empty()));

        assertThat(event.at("/compliance/status_id").asInt()).isEqualTo(2);
        assertThat(event.at("/compliance/checks/0/status_id").asInt()).isEqualTo(2);
        assertThat(event.at("/compliance/status_details/0").asText()).isEqualTo("true");
    }

    @Example
    void aResolvedFindingIsClosedAndPasses() {
        JsonNode event = only(write(change(Finding.Status.RESOLVED, FindingChange.Kind.RESOLVED), Optional.empty()));

        assertThat(event.at("/activity_id").asInt()).isEqualTo(3);
        assertThat(event.at("/type_uid").asInt()).isEqualTo(200303);
        assertThat(event.at("/finding_info/modified_time").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(event.at("/finding_info/last_seen_time").asLong()).isEqualTo(LAST.toEpochMilli());
        assertThat(event.at("/status_id").asInt()).isEqualTo(4);
        assertThat(event.at("/compliance/status_id").asInt()).isEqualTo(1);
    }

    @Example
    void aRuleThatIsNoLongerThereLeavesTheRemediationOut() {
        JsonNode event = only(write(finding(Finding.Outcome.FAIL, Finding.Status.OPEN, "logs"), Optional.empty()));

        assertThat(event.has("remediation")).isFalse();
    }

    @Example
    void unusualAccessIsADetectionFindingThatSaysWhy() {
        JsonNode event = only(write(incident(List.of(anomaly("somebody read much"), hit()))));

        assertThat(event.at("/class_uid").asInt()).isEqualTo(2004);
        assertThat(event.at("/type_uid").asInt()).isEqualTo(200401);
        assertThat(event.at("/time").asLong()).isEqualTo(LAST.toEpochMilli());
        assertThat(event.at("/start_time").asLong()).isEqualTo(FIRST.toEpochMilli());
        assertThat(event.at("/is_alert").asBoolean()).isTrue();
        assertThat(event.at("/risk_score").asInt()).isEqualTo(87);
        assertThat(event.at("/severity_id").asInt()).isEqualTo(4);
        assertThat(event.at("/finding_info/uid").asText()).isEqualTo("incident-1");
        assertThat(event.at("/finding_info/analytic/type_id").asInt()).isEqualTo(4);
        assertThat(event.at("/finding_info/related_analytics/0/uid").asText()).isEqualTo("trail-stopped");
        assertThat(event.at("/finding_info/related_events").findValuesAsText("uid"))
                .contains("event-1", "event-2", FindingId.of(RULE, BUCKET, "").value());
        assertThat(event.at("/anomaly_analyses/0/anomalies/0/observation_parameter")
                        .asText())
                .isEqualTo("bytes_out");
        assertThat(event.at("/anomaly_analyses/0/anomalies/0/observations/0/value")
                        .asText())
                .isEqualTo("9 GB");
        assertThat(event.at("/anomaly_analyses/0/baselines/0/observations/0/value")
                        .asText())
                .isEqualTo("0 to 12 MB");
        assertThat(event.at("/evidences/0/actor/user/uid").asText()).isEqualTo("p-1");
        assertThat(event.at("/resources/0/name").asText()).isEqualTo("logs");
    }

    @Example
    void anIncidentToldBeforeIsAnUpdate() {
        JsonNode event = only(write(incident(List.of(hit())), false));

        assertThat(event.at("/activity_id").asInt()).isEqualTo(2);
        assertThat(event.at("/type_uid").asInt()).isEqualTo(200402);
    }

    @Example
    void anIncidentOfFindingsAloneIsToldByItsFindings() {
        assertThat(write(incident(List.of()))).isEmpty();
    }

    @Example
    void theSameInputGivesTheSameBytes() {
        Incident incident = incident(List.of(anomaly("somebody read much"), hit()));

        assertThat(write(incident)).isEqualTo(write(incident));
    }

    @Property(tries = 200)
    void everyEventIsOneLineThatTheSchemaAcceptsWhateverIsInIt(@ForAll String hostile) {
        String name = hostile + "\r\n\u2028\u0085\u0000\"}\ud800";

        String finding = write(finding(Finding.Outcome.FAIL, Finding.Status.OPEN, name), Optional.of(rule()));
        String incident = write(incident(List.of(anomaly(name))));

        assertThat(only(finding).at("/resources/0/name").asText()).isEqualTo(name);
        assertThat(only(incident).at("/evidences/0/name").asText()).isEqualTo(name);
    }

    /** Also asserts that it is one line of plain ASCII which the schema accepts. */
    private static JsonNode only(String written) {
        assertThat(written).endsWith("\n").isASCII();
        assertThat(written.strip().lines()).hasSize(1);
        try {
            JsonNode event = new ObjectMapper().readTree(written);
            assertThat(SCHEMA.validate(event)).isEmpty();
            return event;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Finding finding, Optional<Rule> rule) {
        return write(new FindingChange(finding, FindingChange.Kind.STILL_OPEN, NOW), rule);
    }

    private static String write(FindingChange change, Optional<Rule> rule) {
        StringWriter out = new StringWriter();
        try {
            writer(out, rule).write(change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String write(Incident incident) {
        return write(incident, true);
    }

    private static String write(Incident incident, boolean isNew) {
        StringWriter out = new StringWriter();
        try {
            writer(out, Optional.empty()).write(incident, isNew);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static OcsfWriter writer(StringWriter out, Optional<Rule> rule) {
        return new OcsfWriter(out, "0.1.0", id -> rule);
    }

    private static FindingChange change(Finding.Status status, FindingChange.Kind kind) {
        return new FindingChange(finding(Finding.Outcome.FAIL, status, "logs"), kind, NOW);
    }

    private static Finding finding(Finding.Outcome outcome, Finding.Status status, String name) {
        return new Finding(
                FindingId.of(RULE, BUCKET, ""),
                RULE,
                "S3 bucket is not public",
                Severity.CRITICAL,
                outcome,
                status,
                Cloud.AWS,
                new AccountId("111122223333"),
                "eu-central-1",
                new ResourceType("aws.s3.bucket"),
                BUCKET,
                name,
                List.of(new Evidence("config.BucketPolicyStatus", "true")),
                91,
                FIRST,
                LAST);
    }

    private static Rule rule() {
        return new Rule(
                RULE,
                "S3 bucket is not public",
                new ResourceType("aws.s3.bucket"),
                Severity.CRITICAL,
                "Anybody may read it.",
                "false",
                List.of(),
                new Rule.Remediation("", "aws s3api block --bucket {name}", ""),
                List.of("https://docs.aws.amazon.com/AmazonS3/"),
                List.of(),
                List.of(),
                "rule.yaml",
                "");
    }

    private static Incident incident(List<Signal> signals) {
        return new Incident(
                "incident-1",
                "Unusual reading of logs",
                Cloud.AWS,
                "111122223333",
                Severity.HIGH,
                87,
                List.of(new Incident.Term("unusual access", 60), new Incident.Term("public bucket", 27)),
                FIRST,
                LAST,
                List.of(BUCKET.value()),
                signals,
                List.of(finding(Finding.Outcome.FAIL, Finding.Status.OPEN, "logs")));
    }

    private static Anomaly anomaly(String sentence) {
        return new Anomaly(
                Provider.AWS,
                "111122223333",
                principal(),
                FIRST,
                LAST,
                Set.of(BUCKET.value()),
                Map.of(),
                0.78,
                0.001,
                List.of(new Anomaly.Reason("bytes_out", "9 GB", "0 to 12 MB", 0.6, "read 9 GB, usually 0 to 12 MB")),
                sentence,
                List.of("event-1", "event-2"));
    }

    private static EventRuleHit hit() {
        return new EventRuleHit(
                "trail-stopped",
                "Trail stopped",
                "critical",
                Provider.AWS,
                "111122223333",
                principal(),
                FIRST,
                LAST,
                Set.of(),
                1,
                "somebody stopped the trail",
                List.of("event-2"));
    }

    private static Principal principal() {
        return new Principal("p-1", Principal.Kind.HUMAN, "", List.of());
    }

    private static JsonSchema schema() {
        try (InputStream in = OcsfWriterTest.class.getResourceAsStream("ocsf-1.8.0-findings.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
