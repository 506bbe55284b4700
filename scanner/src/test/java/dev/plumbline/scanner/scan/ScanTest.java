package dev.plumbline.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.detectors.alert.DetectorOptions;
import dev.plumbline.detectors.log.PseudonymKey;
import dev.plumbline.detectors.log.Pseudonyms;
import dev.plumbline.rules.language.RuleEngine;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.finding.FindingChange;
import dev.plumbline.scanner.inventory.InventoryWriter;
import dev.plumbline.scanner.store.FindingQuery;
import dev.plumbline.scanner.store.RuleCount;
import dev.plumbline.scanner.store.ScanRecord;
import dev.plumbline.scanner.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inventories judged into a real store by two rules of this test's own. */
class ScanTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String RULE = """
            id: aws-test-versioned
            title: Versions are kept
            resource: aws.s3.bucket
            severity: high
            why: An overwritten object is lost.
            pass: config.BucketVersioning.Status == "Enabled"
            evidence: [config.BucketVersioning]
            remediation: {console: none, cli: none, terraform: none}
            cases: []
            """;

    @TempDir
    static Path rules;

    @TempDir
    Path folder;

    private static RuleEngine engine;
    private Store store;

    @BeforeAll
    static void compile() throws IOException {
        Files.writeString(rules.resolve("versioned.yaml"), RULE);
        engine = new RuleEngine(RulePack.load(List.of(rules)));
    }

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("plumbline.db").toString());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFailureIsAFindingAndAnUnreadAnswerIsNeverAPass() throws IOException {
        Path inventory = inventory("one", bucket("kept", "Enabled"), bucket("lost", "Suspended"), unread("dark"));

        ScanResult result = scan(NOON, inventory);

        assertThat(result.counts())
                .containsExactly(new RuleCount(
                        engine.judge(bucket("kept", "Enabled"), emptyAccount())
                                .getFirst()
                                .rule()
                                .id(),
                        1,
                        1,
                        1));
        assertThat(findings())
                .extracting(Finding::name, Finding::outcome)
                .containsExactlyInAnyOrder(
                        tuple("lost", Finding.Outcome.FAIL), tuple("dark", Finding.Outcome.NOT_ASSESSED));
        assertThat(findings())
                .filteredOn(finding -> finding.name().equals("dark"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.evidence().getFirst().value()).contains("s3:GetBucketVersioning"));
    }

    @Test
    void resolvesWhatIsMendedAndWhatIsGoneAndReopensWhatComesBack() throws IOException {
        scan(NOON, inventory("one", bucket("mended", "Suspended"), bucket("gone", "Suspended")));

        scan(NOON.plus(Duration.ofDays(1)), inventory("two", bucket("mended", "Enabled")));
        assertThat(findings()).isEmpty();

        scan(NOON.plus(Duration.ofDays(2)), inventory("three", bucket("mended", "Suspended")));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Finding.Status.REOPENED);
            assertThat(finding.firstSeen()).isEqualTo(NOON);
        });
    }

    @Test
    void tellsWhatEachScanChanged() throws IOException {
        Resource stays = bucket("stays", "Suspended");

        ScanResult first = scan(NOON, inventory("one", stays, bucket("goes", "Suspended")));
        assertThat(changes(first))
                .containsOnly(entry("stays", FindingChange.Kind.CREATED), entry("goes", FindingChange.Kind.CREATED));

        ScanResult second = scan(NOON.plus(Duration.ofDays(1)), inventory("two", stays, bucket("goes", "Enabled")));
        assertThat(changes(second))
                .containsOnly(
                        entry("stays", FindingChange.Kind.STILL_OPEN), entry("goes", FindingChange.Kind.RESOLVED));

        ScanResult third = scan(NOON.plus(Duration.ofDays(2)), inventory("three", stays));
        assertThat(changes(third))
                .as("what was resolved before is told no more")
                .containsOnly(entry("stays", FindingChange.Kind.STILL_OPEN));

        ScanResult fourth = scan(NOON.plus(Duration.ofDays(3)), inventory("four", stays, bucket("goes", "Suspended")));
        assertThat(changes(fourth))
                .containsOnly(
                        entry("stays", FindingChange.Kind.STILL_OPEN), entry("goes", FindingChange.Kind.REOPENED));
    }

    @Test
    void tellsAnIncidentThatTheScanBeforeHadFromANewOne() throws IOException {
        ScanResult first = scan(NOON, inventory("one", bucket("old", "Suspended")));
        ScanResult second =
                scan(NOON.plusSeconds(60), inventory("two", bucket("old", "Suspended"), bucket("new", "Suspended")));

        assertThat(first.incidents()).allMatch(first::isNew);
        assertThat(second.incidents())
                .extracting(incident -> incident.resources().getFirst(), second::isNew)
                .containsExactlyInAnyOrder(tuple("arn:aws:s3:::old", false), tuple("arn:aws:s3:::new", true));
    }

    @Test
    void aDamagedInventoryResolvesNothingAndIsIncomplete() throws IOException {
        scan(NOON, inventory("one", bucket("lost", "Suspended")));
        Path damaged = inventory("two", bucket("kept", "Enabled"));
        Files.writeString(damaged, "{\"cloud\": \"aws\", half a line\n", StandardOpenOption.APPEND);

        ScanResult result = scan(NOON.plus(Duration.ofDays(1)), damaged);

        assertThat(result.scan().state()).isEqualTo(ScanRecord.State.INCOMPLETE);
        assertThat(result.scan().problems()).singleElement().asString().contains("two.ndjson:2:");
        assertThat(findings()).extracting(Finding::name).containsExactly("lost");
    }

    @Test
    void logsThatAreNotThereMakeItIncomplete() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("logs"));
        Pseudonyms pseudonyms = new Pseudonyms(PseudonymKey.of(new byte[64]));
        ScanRequest.Logs logs = new ScanRequest.Logs(List.of(empty), DetectorOptions.standard(), pseudonyms);

        ScanResult result = new Scan(store, engine, Clock.fixed(NOON, ZoneOffset.UTC))
                .run(new ScanRequest("test", Optional.empty(), Optional.of(logs)));

        assertThat(result.scan().state()).isEqualTo(ScanRecord.State.INCOMPLETE);
        assertThat(result.scan().problems()).singleElement().asString().contains("no log file");
    }

    @Test
    void aFailureOfHighSeverityIsAnIncidentByItself() throws IOException {
        ScanResult result = scan(NOON, inventory("one", bucket("lost", "Suspended")));

        assertThat(result.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.severity()).isEqualTo(Severity.HIGH);
            assertThat(incident.resources()).containsExactly("arn:aws:s3:::lost");
        });
    }

    @Test
    void sensitiveDataRaisesThePriority() throws IOException {
        Resource plain = bucket("plain", "Suspended");
        Resource tagged = new Resource(
                plain.cloud(),
                plain.account(),
                plain.region(),
                plain.type(),
                new ResourceId("arn:aws:s3:::tagged"),
                "tagged",
                Map.of("Data-Class", "Restricted"),
                plain.config(),
                List.of(),
                NOON);

        scan(NOON, inventory("one", plain, tagged));

        assertThat(findings()).extracting(Finding::name).containsExactly("tagged", "plain");
    }

    @Test
    void aScanThatCannotOpenItsInventoryIsKeptAsFailedAndChangesNothing() throws IOException {
        scan(NOON, inventory("one", bucket("lost", "Suspended")));

        assertThatThrownBy(() -> scan(NOON.plusSeconds(1), folder.resolve("missing.ndjson")))
                .isInstanceOf(NoSuchFileException.class);

        List<ScanRecord> scans = store.read(tables -> tables.scans().latest(2));
        assertThat(scans.getFirst().state()).isEqualTo(ScanRecord.State.FAILED);
        assertThat(findings()).hasSize(1);
    }

    private ScanResult scan(Instant now, Path inventory) throws IOException {
        ScanRequest request =
                new ScanRequest("test", Optional.of(new InventoryFiles(List.of(inventory))), Optional.empty());
        return new Scan(store, engine, Clock.fixed(now, ZoneOffset.UTC)).run(request);
    }

    private Map<String, FindingChange.Kind> changes(ScanResult result) {
        return store.read(tables -> {
            Map<String, FindingChange.Kind> changes = new HashMap<>();
            tables.findings().forEachChange(result.scan().id(), change -> {
                assertThat(change.at()).isEqualTo(result.scan().started());
                changes.put(change.finding().name(), change.kind());
            });
            return changes;
        });
    }

    private List<Finding> findings() {
        return store.read(tables -> tables.findings().page(FindingQuery.ACTIVE, 100, 0))
                .rows();
    }

    private Path inventory(String name, Resource... resources) throws IOException {
        Path file = folder.resolve(name + ".ndjson");
        try (InventoryWriter writer = InventoryWriter.create(file)) {
            List.of(resources).forEach(writer);
        }
        return file;
    }

    private static dev.plumbline.rules.resource.Account emptyAccount() {
        return new dev.plumbline.rules.resource.Account(Map.of(), List.of());
    }

    private static Resource bucket(String name, String versioning) {
        return resource(name, Map.of("BucketVersioning", Map.of("Status", versioning)), List.of());
    }

    private static Resource unread(String name) {
        return resource(
                name,
                Map.of(),
                List.of(new Unread(
                        "config.BucketVersioning",
                        "s3:GetBucketVersioning",
                        "AccessDenied",
                        "s3:GetBucketVersioning")));
    }

    private static Resource resource(String name, Map<String, Object> config, List<Unread> unread) {
        return new Resource(
                Cloud.AWS,
                new AccountId("111122223333"),
                "eu-west-1",
                new ResourceType("aws.s3.bucket"),
                new ResourceId("arn:aws:s3:::" + name),
                name,
                Map.of(),
                config,
                unread,
                NOON);
    }
}
