package dev.plumbline.scanner.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {
    private static final Unread DENIED =
            new Unread("config.BucketPolicy", "s3:GetBucketPolicy", "AccessDenied", "s3:GetBucketPolicy");

    @TempDir
    Path folder;

    @Property(tries = 200)
    void aResourceSurvivesItsLine(@ForAll("configs") Map<String, Object> config, @ForAll String name) {
        Resource given = resource(name, config);

        String line = ResourceJson.write(given);

        assertThat(line).doesNotContain("\n").doesNotContain("\r");
        assertThat(ResourceJson.read(line)).isEqualTo(given);
    }

    @Provide
    Arbitrary<Map<String, Object>> configs() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.doubles().between(-1e6, 1e6).map(Object.class::cast));
        Arbitrary<Object> node = Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf.list().ofMaxSize(3).map(Object.class::cast),
                () -> configs().map(Object.class::cast));
        return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1), node)
                .ofMaxSize(3);
    }

    @Test
    void keepsANullApartFromAnAbsentMember() {
        Map<String, Object> config = new HashMap<>();
        config.put("BucketPolicy", null);

        Resource back = ResourceJson.read(ResourceJson.write(resource("ledger", config)));

        assertThat(back.config()).containsEntry("BucketPolicy", null).doesNotContainKey("BucketEncryption");
    }

    @ParameterizedTest
    @ValueSource(strings = {"estate.ndjson", "estate.ndjson.gz"})
    void readsBackWhatWasWritten(String name) throws IOException {
        Path file = folder.resolve(name);
        List<Resource> given = List.of(resource("a", Map.of()), resource("b", Map.of("Name", "b")));

        try (InventoryWriter writer = InventoryWriter.create(file)) {
            given.forEach(writer);
        }

        List<Resource> read = new ArrayList<>();
        InventoryReader.Report report = InventoryReader.read(file, read::add);
        assertThat(read).isEqualTo(given);
        assertThat(report).isEqualTo(new InventoryReader.Report(2, 0, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"cloud\":\"aws\"}|member 'type' must be a string",
                "not json at all|no JSON object",
                "[1,2]|no JSON object",
                "{\"type\":\"aws.s3\u2028bucket\"}|is no resource type",
            })
    void namesABadLineAndReadsTheRest(String bad, String message) throws IOException {
        Path file = folder.resolve("mixed.ndjson");
        Files.writeString(
                file,
                ResourceJson.write(resource("a", Map.of())) + "\n" + bad + "\n\n"
                        + ResourceJson.write(resource("b", Map.of())) + "\n");

        List<Resource> read = new ArrayList<>();
        InventoryReader.Report report = InventoryReader.read(file, read::add);

        assertThat(read).extracting(Resource::name).containsExactly("a", "b");
        assertThat(report.badLines()).isEqualTo(1);
        assertThat(report.problems().getFirst().sentence())
                .contains("mixed.ndjson:2:")
                .contains(message);
    }

    @Test
    void aFileCutOffInTheMiddleGivesWhatStoodBeforeTheCut() throws IOException {
        Path whole = folder.resolve("whole.ndjson.gz");
        try (InventoryWriter writer = InventoryWriter.create(whole)) {
            for (int index = 0; index < 5_000; index++) {
                writer.accept(resource("bucket-" + index * 31, Map.of("Name", "n" + index * 17)));
            }
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.ndjson.gz"), Arrays.copyOf(bytes, bytes.length / 2));

        List<Resource> read = new ArrayList<>();
        InventoryReader.Report report = InventoryReader.read(cut, read::add);

        assertThat(read).hasSizeBetween(1, 4_999);
        assertThat(report.problems().getFirst().message()).contains("cut off or damaged");
    }

    @Test
    void aHostileLineIsBoundedAndCounted() throws IOException {
        Path file = folder.resolve("deep.ndjson");
        Files.writeString(
                file,
                "{\"a\":".repeat(100_000) + "\n" + "x".repeat(BoundedLine.MAX_CHARS + 1_000) + "\n"
                        + ResourceJson.write(resource("after", Map.of())),
                StandardCharsets.UTF_8);

        List<Resource> read = new ArrayList<>();
        InventoryReader.Report report = InventoryReader.read(file, read::add);

        assertThat(read).extracting(Resource::name).containsExactly("after");
        assertThat(report.badLines()).isEqualTo(2);
    }

    private static Resource resource(String name, Map<String, Object> config) {
        return new Resource(
                Cloud.AWS,
                new AccountId("111122223333"),
                "eu-west-1",
                new ResourceType("aws.s3.bucket"),
                new ResourceId("arn:aws:s3:::x"),
                name,
                Map.of("owner", "data platform"),
                config,
                List.of(DENIED),
                Instant.parse("2026-03-02T12:00:00Z"));
    }
}
