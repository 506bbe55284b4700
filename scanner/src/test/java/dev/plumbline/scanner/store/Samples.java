package dev.plumbline.scanner.store;

import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import dev.plumbline.rules.language.Evidence;
import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.finding.FindingId;
import dev.plumbline.scanner.ranking.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Findings, signals and incidents for tests, all at the same noon. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Principal PRINCIPAL = new Principal("human:3f9c2a1b7d", Principal.Kind.HUMAN, "", List.of());

    private Samples() {}

    public static Finding finding(String rule, String bucket, Severity severity) {
        ResourceId resource = new ResourceId("arn:aws:s3:::" + bucket);
        return new Finding(
                FindingId.of(new RuleId(rule), resource, ""),
                new RuleId(rule),
                "Title of " + rule,
                severity,
                Finding.Outcome.FAIL,
                Finding.Status.OPEN,
                Cloud.AWS,
                new AccountId("111122223333"),
                "eu-west-1",
                new ResourceType("aws.s3.bucket"),
                resource,
                bucket,
                List.of(new Evidence("config.BucketPolicy", "null")),
                50,
                NOON,
                NOON);
    }

    public static Finding seenAt(Finding finding, Instant time) {
        return new Finding(
                finding.id(),
                finding.rule(),
                finding.title(),
                finding.severity(),
                finding.outcome(),
                finding.status(),
                finding.cloud(),
                finding.account(),
                finding.region(),
                finding.type(),
                finding.resource(),
                finding.name(),
                finding.evidence(),
                finding.priority(),
                time,
                time);
    }

    public static Anomaly anomaly() {
        return new Anomaly(
                Provider.AWS,
                "111122223333",
                PRINCIPAL,
                NOON,
                NOON.plusSeconds(3600),
                Set.of("arn:aws:s3:::ledger"),
                Map.of("arn:aws:s3:::ledger", 4812L),
                0.81,
                0.001,
                List.of(new Anomaly.Reason(
                        "objects read", "4,812", "0 to 40", 0.6, "read 4,812 objects, usually 0 to 40")),
                "human:3f9c2a1b7d read 4,812 objects of ledger",
                List.of("e1", "e2"));
    }

    public static EventRuleHit hit() {
        return new EventRuleHit(
                "cloudtrail-stopped",
                "A trail was stopped",
                "high",
                Provider.AWS,
                "111122223333",
                PRINCIPAL,
                NOON.plusSeconds(60),
                NOON.plusSeconds(3700),
                Set.of(),
                1,
                "human:3f9c2a1b7d stopped a trail",
                List.of("e3"));
    }

    public static Incident incident(Signal signal) {
        return new Incident(
                "incident-1",
                signal.sentence(),
                Cloud.AWS,
                signal.account(),
                Severity.HIGH,
                72,
                List.of(new Incident.Term("unusual access", 72)),
                signal.start(),
                signal.end(),
                List.of("arn:aws:s3:::ledger"),
                List.of(signal),
                List.of(finding("aws-s3-bucket-public-access", "ledger", Severity.CRITICAL)));
    }
}
