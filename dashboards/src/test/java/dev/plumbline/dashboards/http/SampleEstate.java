package dev.plumbline.dashboards.http;

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
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.finding.FindingId;
import dev.plumbline.scanner.ranking.Incident;
import dev.plumbline.scanner.store.ScanRecord;
import dev.plumbline.scanner.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small estate of three clouds with faults and unusual access, written into a store as a scan would. */
final class SampleEstate {
    static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    static final String SCAN = "scan-1";
    static final AccountId ACCOUNT = new AccountId("111122223333");

    private final List<Finding> findings = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();

    static SampleEstate empty() {
        return new SampleEstate();
    }

    /** Three clouds, four severities, one finding not assessed, two incidents. */
    static SampleEstate ordinary() {
        SampleEstate estate = new SampleEstate()
                .with(bucket("customer-exports", "aws-s3-bucket-public-access", Severity.CRITICAL, 92))
                .with(bucket("customer-exports", "aws-s3-bucket-versioning", Severity.MEDIUM, 41))
                .with(bucket("build-cache", "aws-s3-bucket-versioning", Severity.MEDIUM, 35))
                .with(bucket("build-cache", "aws-s3-bucket-mfa-delete", Severity.LOW, 12))
                .with(finding(
                        Cloud.AZURE,
                        "azure.storage.storageaccount",
                        "/subscriptions/0000/resourcegroups/web/providers/microsoft.storage/storageaccounts/weblogs",
                        "weblogs",
                        "azure-storage-account-https-only",
                        Severity.HIGH,
                        Finding.Outcome.FAIL,
                        66))
                .with(finding(
                        Cloud.GCP,
                        "gcp.storage.bucket",
                        "//storage.googleapis.com/ml-training",
                        "ml-training",
                        "gcp-storage-bucket-uniform-access",
                        Severity.MEDIUM,
                        Finding.Outcome.NOT_ASSESSED,
                        20));
        return estate.with(stolenKey(estate.findings.subList(0, 2))).with(postureAlone(estate.findings.get(4)));
    }

    /** {@code count} buckets that all lack versioning. */
    static SampleEstate large(int count) {
        SampleEstate estate = new SampleEstate();
        for (int bucket = 0; bucket < count; bucket++) {
            estate.with(
                    bucket("data-%05d".formatted(bucket), "aws-s3-bucket-versioning", Severity.MEDIUM, bucket % 80));
        }
        return estate;
    }

    SampleEstate with(Finding finding) {
        findings.add(finding);
        return this;
    }

    SampleEstate with(Incident incident) {
        incidents.add(incident);
        return this;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Incident> incidents() {
        return List.copyOf(incidents);
    }

    /** Writes all of it as one scan that ended twelve minutes before {@link #NOW} and could not read two parts. */
    void writeTo(Store store) {
        Instant started = NOW.minus(Duration.ofMinutes(14));
        store.inTransaction(tables -> {
            tables.scans().begin(SCAN, "aws 111122223333", started);
            tables.findings().upsertAll(SCAN, findings::forEach);
            tables.incidents().replaceAll(incidents);
            tables.scans().end(scan(started), List.of(), List.of());
            return SCAN;
        });
    }

    static Finding bucket(String name, String rule, Severity severity, int priority) {
        return finding(
                Cloud.AWS,
                "aws.s3.bucket",
                "arn:aws:s3:::" + name,
                name,
                rule,
                severity,
                Finding.Outcome.FAIL,
                priority);
    }

    private static Finding finding(
            Cloud cloud,
            String type,
            String resource,
            String name,
            String rule,
            Severity severity,
            Finding.Outcome outcome,
            int priority) {
        Evidence evidence = outcome == Finding.Outcome.FAIL
                ? new Evidence("config.BucketVersioning", "{\"Status\":\"Suspended\"}")
                : new Evidence("config.iamConfiguration", "was not read: grant storage.buckets.get");
        return new Finding(
                FindingId.of(new RuleId(rule), new ResourceId(resource), ""),
                new RuleId(rule),
                "Title of " + rule,
                severity,
                outcome,
                Finding.Status.OPEN,
                cloud,
                ACCOUNT,
                "eu-central-1",
                new ResourceType(type),
                new ResourceId(resource),
                name,
                List.of(evidence),
                priority,
                NOW.minus(Duration.ofDays(9)),
                NOW.minus(Duration.ofMinutes(13)));
    }

    private static Incident stolenKey(List<Finding> findings) {
        Instant start = NOW.minus(Duration.ofHours(20));
        Principal principal = new Principal("p-7f3a91c2", Principal.Kind.HUMAN, "", List.of());
        Signal anomaly = new Anomaly(
                Provider.AWS,
                ACCOUNT.value(),
                principal,
                start,
                start.plus(Duration.ofHours(1)),
                Set.of("arn:aws:s3:::customer-exports"),
                Map.of(),
                0.78,
                0.0004,
                List.of(
                        new Anomaly.Reason(
                                "bytes read",
                                "41 GB",
                                "0 to 12 MB",
                                0.61,
                                "Read 41 GB where 12 MB an hour is the most of the last 30 days."),
                        new Anomaly.Reason(
                                "source network", "203.0.113.0/24", "10.0.0.0/16", 0.39, "Never seen before.")),
                "A person read 41 GB from customer-exports from a network never seen before.",
                List.of("event-1", "event-2"));
        Signal hit = new EventRuleHit(
                "trail-stopped",
                "CloudTrail was stopped",
                "high",
                Provider.AWS,
                ACCOUNT.value(),
                principal,
                start.plus(Duration.ofHours(2)),
                start.plus(Duration.ofHours(2)),
                Set.of(),
                1,
                "A person stopped the trail main.",
                List.of("event-3"));
        return new Incident(
                "incident-stolen-key",
                "A person read 41 GB from customer-exports from a new network, then stopped the trail",
                Cloud.AWS,
                ACCOUNT.value(),
                Severity.CRITICAL,
                97,
                List.of(
                        new Incident.Term("anomaly, 1 in 2,500 windows", 62),
                        new Incident.Term("event rule CloudTrail was stopped", 20),
                        new Incident.Term("the bucket is public", 15)),
                start,
                start.plus(Duration.ofHours(2)),
                List.of("arn:aws:s3:::customer-exports"),
                List.of(anomaly, hit),
                findings);
    }

    private static Incident postureAlone(Finding finding) {
        return new Incident(
                "incident-weblogs",
                "weblogs fails: Title of azure-storage-account-https-only",
                finding.cloud(),
                finding.account().value(),
                Severity.HIGH,
                66,
                List.of(new Incident.Term("worst finding", 66)),
                finding.firstSeen(),
                finding.lastSeen(),
                List.of(finding.resource().value()),
                List.of(),
                List.of(finding));
    }

    private static ScanRecord scan(Instant started) {
        Coverage coverage = new Coverage(List.of(
                part("eu-central-1", "aws.s3.bucket", Coverage.Status.READ, "", ""),
                part("eu-west-1", "aws.s3.bucket", Coverage.Status.READ, "", ""),
                part(
                        "eu-west-1",
                        "aws.kms.key",
                        Coverage.Status.NOT_READ,
                        "kms:ListKeys answered AccessDenied",
                        "kms:ListKeys"),
                part("me-south-1", "aws.kms.key", Coverage.Status.NOT_OFFERED, "the region is not enabled", "")));
        return new ScanRecord(
                SCAN,
                started,
                Optional.of(started.plus(Duration.ofMinutes(2))),
                ScanRecord.State.INCOMPLETE,
                "aws 111122223333",
                301,
                204_512,
                coverage,
                List.of());
    }

    private static Coverage.Entry part(
            String region, String type, Coverage.Status status, String cause, String permission) {
        return new Coverage.Entry(ACCOUNT, region, new ResourceType(type), status, 12, cause, permission);
    }
}
