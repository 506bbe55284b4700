package dev.plumbline.scanner.aws.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Files torn or spoilt anywhere: what is left is read, and what is lost is said to be. */
class DamagedExportPropertyTest {
    private static final int BUCKETS = 12;
    private static final int THOUSANDTHS = 1_000;
    private static final int HEAD = 80;

    private Path folder = Path.of("");
    private byte[] snapshot = new byte[0];
    private byte[] details = new byte[0];

    @BeforeProperty
    void write() throws IOException {
        folder = Files.createTempDirectory("damaged");
        String[] items = new String[BUCKETS];
        for (int index = 0; index < BUCKETS; index++) {
            items[index] = Items.bucket("bucket-" + index, Items.NOON, "Enabled");
        }
        snapshot = Files.readAllBytes(Items.snapshot(folder.resolve("whole"), items));
        StringBuilder users = new StringBuilder();
        for (int index = 0; index < BUCKETS; index++) {
            users.append(index == 0 ? "" : ",")
                    .append("{\"UserName\": \"u%1$d\", \"Arn\": \"arn:aws:iam::111122223333:user/u%1$d\"}"
                            .formatted(index));
        }
        details = "{\"UserDetailList\": [%s], \"IsTruncated\": false}"
                .formatted(users)
                .getBytes(StandardCharsets.UTF_8);
    }

    @AfterProperty
    void remove() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 150)
    void aTornFileGivesWhatStoodBeforeTheTear(
            @ForAll @IntRange(min = 100, max = THOUSANDTHS - 10) int kept, @ForAll boolean ofConfig)
            throws IOException {
        byte[] whole = ofConfig ? snapshot : details;
        int length = (int) ((long) whole.length * kept / THOUSANDTHS);
        Path torn = Files.write(folder.resolve("torn"), Arrays.copyOf(whole, length));

        Estates estate = Estates.read(torn);

        long ends = new String(whole, 0, length, StandardCharsets.UTF_8)
                        .split(ofConfig ? "\"configurationStateMd5Hash\": \"\"}" : "/u\\d+\"}", -1)
                        .length
                - 1L;
        assertThat(estate.names(ofConfig ? "aws.s3.bucket" : "aws.iam.user")).hasSize((int) ends);
        assertThat(estate.coverage().complete()).isFalse();
        assertThat(estate.problems()).singleElement().asString().contains("cut off or damaged");
    }

    @Property(tries = 300)
    void aSpoiltByteNeverThrowsAndWhatCannotBeUsedIsNeverComplete(
            @ForAll @IntRange(max = 100_000) int place, @ForAll byte value, @ForAll boolean ofConfig)
            throws IOException {
        byte[] bytes = (ofConfig ? snapshot : details).clone();
        // Behind the first names, so that the file is still known for what it is.
        bytes[HEAD + place % (bytes.length - HEAD)] = value;

        Estates estate = Estates.read(Files.write(folder.resolve("spoilt"), bytes));

        assertThat(estate.coverage().complete()).isEqualTo(estate.problems().isEmpty());
        assertThat(estate.problems()).allSatisfy(problem -> assertThat(problem).contains("spoilt: byte "));
    }
}
