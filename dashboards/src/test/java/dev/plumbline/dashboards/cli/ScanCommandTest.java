package dev.plumbline.dashboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.inventory.InventoryWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plumbline scan --inventory}, from the arguments to the exit code. */
class ScanCommandTest {
    private static final Unread DENIED =
            new Unread("config.TrailStatus", "cloudtrail:GetTrailStatus", "AccessDenied", "cloudtrail:GetTrailStatus");

    @TempDir
    Path folder;

    @Test
    void aCriticalFailureEndsWithOneAndIsPrintedAsJson() throws IOException {
        Outcome outcome = scan(inventory(trail("off", Map.of("IsLogging", false))), "--format", "json");

        assertThat(outcome.code).isEqualTo(1);
        JsonNode findings = new ObjectMapper().readTree(outcome.out);
        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.fieldNames())
                        .toIterable()
                        .contains(
                                "rule",
                                "severity",
                                "cloud",
                                "account",
                                "region",
                                "resource",
                                "status",
                                "evidence",
                                "priority",
                                "firstSeen"));
        assertThat(findings.get(0).get("rule").asText()).isEqualTo("aws-cloudtrail-trail-logging");
        assertThat(findings.get(0).get("status").asText()).isEqualTo("fail");
    }

    @Test
    void nothingAtTheThresholdIsClean() throws IOException {
        assertThat(scan(inventory(trail("on", Map.of("IsLogging", true)))).code).isZero();
        assertThat(scan(inventory(trail("off", Map.of("IsLogging", false))), "--fail-on", "never").code)
                .isZero();
    }

    @Test
    void whatCouldNotBeAssessedIsNeverClean() throws IOException {
        Outcome outcome = scan(inventory(unreadTrail()), "--format", "json");

        assertThat(outcome.code).isEqualTo(3);
        assertThat(outcome.out).contains("\"not-assessed\"").contains("cloudtrail:GetTrailStatus");
    }

    @Test
    void aDamagedLineMakesTheScanIncompleteAndIsNamed() throws IOException {
        Path inventory = inventory(trail("on", Map.of("IsLogging", true)));
        Files.writeString(inventory, Files.readString(inventory) + "{broken\n");

        Outcome outcome = scan(inventory);

        assertThat(outcome.code).isEqualTo(3);
        assertThat(outcome.err).contains("estate.ndjson:2:");
    }

    @Test
    void anEmptyInventoryReadNothing() throws IOException {
        assertThat(scan(Files.writeString(folder.resolve("estate.ndjson"), "")).code)
                .isEqualTo(4);
    }

    @Test
    void writesOcsfBesideWhatItPrints() throws IOException {
        Path ocsf = folder.resolve("findings.ocsf.json");

        scan(inventory(trail("off", Map.of("IsLogging", false))), "--output", "ocsf=" + ocsf);

        assertThat(Files.readAllLines(ocsf))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(new ObjectMapper()
                                .readTree(line)
                                .get("class_uid")
                                .asInt())
                        .isEqualTo(2003));
    }

    @Test
    void whatTheNextScanResolvesGoesOutAsClosed() throws IOException {
        Path ocsf = folder.resolve("findings.ocsf.json");

        Outcome first = scan(inventory(trail("off", Map.of("IsLogging", false))), "--output", "ocsf=" + ocsf);
        assertThat(first.out).contains("findings: 1 new, 0 still open, 0 reopened, 0 resolved");
        assertThat(activities(ocsf)).containsExactly(200301);

        scan(inventory(trail("off", Map.of("IsLogging", false))), "--output", "ocsf=" + ocsf);
        assertThat(activities(ocsf)).containsExactly(200302);

        Outcome mended = scan(inventory(trail("off", Map.of("IsLogging", true))), "--output", "ocsf=" + ocsf);
        assertThat(mended.out).contains("findings: 0 new, 0 still open, 0 reopened, 1 resolved");
        assertThat(activities(ocsf)).containsExactly(200303);

        scan(inventory(trail("off", Map.of("IsLogging", true))), "--output", "ocsf=" + ocsf);
        assertThat(activities(ocsf)).isEmpty();
    }

    private static List<Integer> activities(Path ocsf) throws IOException {
        List<Integer> types = new ArrayList<>();
        for (String line : Files.readAllLines(ocsf)) {
            types.add(new ObjectMapper().readTree(line).get("type_uid").asInt());
        }
        return types;
    }

    private Outcome scan(Path inventory, String... more) {
        Stream<String> arguments = Stream.of(
                "scan",
                "--inventory",
                inventory.toString(),
                "--db",
                folder.resolve("plumbline.db").toString(),
                "--pseudonym-key",
                folder.resolve("key").toString());
        return run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Plumbline.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private record Outcome(int code, String out, String err) {}

    private Path inventory(Resource... resources) throws IOException {
        Path file = folder.resolve("estate.ndjson");
        try (InventoryWriter writer = InventoryWriter.create(file)) {
            List.of(resources).forEach(writer);
        }
        return file;
    }

    private static Resource unreadTrail() {
        return resource("dark", Map.of("Name", "dark", "LogFileValidationEnabled", true), List.of(DENIED));
    }

    private static Resource trail(String name, Map<String, Object> status) {
        return resource(
                name,
                Map.of(
                        "Name",
                        name,
                        "LogFileValidationEnabled",
                        true,
                        "IsMultiRegionTrail",
                        true,
                        "TrailStatus",
                        status),
                List.of());
    }

    private static Resource resource(String name, Map<String, Object> config, List<Unread> unread) {
        return new Resource(
                Cloud.AWS,
                new AccountId("111122223333"),
                "eu-west-1",
                new ResourceType("aws.cloudtrail.trail"),
                new ResourceId("arn:aws:cloudtrail:eu-west-1:111122223333:trail/" + name),
                name,
                Map.of(),
                config,
                unread,
                Instant.parse("2026-03-02T12:00:00Z"));
    }
}
