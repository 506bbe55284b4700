package dev.plumbline.scanner.aws.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file several times as large as the heap it is read in. */
class LargeSnapshotTest {
    private static final int ITEMS = 40_000;
    private static final int LONG_NOTE = 3_000;
    private static final String HEAP = "-Xmx40m";

    @TempDir
    Path folder;

    @Test
    void isReadInAHeapThatCouldNotHoldIt() throws IOException, InterruptedException {
        Path large = write(folder.resolve("large.json.gz"));
        Path output = folder.resolve("output");

        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SnapshotChild.class.getName(),
                        large.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        child.waitFor();

        // The buckets and their account.
        assertThat(Files.readString(output).strip()).isEqualTo(String.valueOf(ITEMS + 1));
    }

    private static Path write(Path file) throws IOException {
        String note = "x".repeat(LONG_NOTE);
        try (BufferedWriter text = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            text.write("{\"configSnapshotId\": \"1\", \"configurationItems\": [");
            for (int index = 0; index < ITEMS; index++) {
                text.write(index == 0 ? "" : ",");
                text.write(Items.item(
                        "AWS::S3::Bucket",
                        "arn:aws:s3:::bucket-" + index,
                        "{\"name\": \"bucket-%d\", \"note\": \"%s\"}".formatted(index, note),
                        "{}"));
            }
            text.write("]}");
        }
        return file;
    }
}
