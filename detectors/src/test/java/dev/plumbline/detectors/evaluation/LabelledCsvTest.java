package dev.plumbline.detectors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledCsvTest {
    private static final String SET = "f0,label,f1\n1,0,2.5\n-3e2,1,\n";

    @TempDir
    Path folder;

    @Test
    void readsFeaturesAndLabels() throws IOException {
        LabelledSet set = LabelledCsv.read(file("crowd.csv", SET), "label");

        assertThat(set.name()).isEqualTo("crowd");
        assertThat(set.rows().row(0)).containsExactly(1, 2.5);
        assertThat(set.rows().row(1)).containsExactly(-300, Double.NaN);
        assertThat(set.anomalous()).containsExactly(false, true);
        assertThat(set.anomalies()).isEqualTo(1);
    }

    @Test
    void readsGzip() throws IOException {
        Path file = Files.write(folder.resolve("crowd.csv.gz"), gzip(SET));

        assertThat(LabelledCsv.read(file, "label").name()).isEqualTo("crowd");
    }

    @Test
    void readsWindowsLinesQuotesByteOrderMarkAndBlankLines() throws IOException {
        Path file = file("windows.csv", "\uFEFF\"f0\", label\r\n\"1\",1.0\r\n\r\n2,0.0\r\n");

        LabelledSet set = LabelledCsv.read(file, "label");

        assertThat(set.rows().rows()).isEqualTo(2);
        assertThat(set.anomalous()).containsExactly(true, false);
    }

    @Test
    void takesAnotherColumnOfLabels() throws IOException {
        LabelledSet set = LabelledCsv.read(file("other.csv", "odd,f0\n1,7\n0,8\n"), "odd");

        assertThat(set.rows().row(0)).containsExactly(7);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b;1,0                | :1: no column is called 'label': name the column of labels with --label,"
                        + " one of 'a, b'",
                "label;1                | :1: there is no feature beside the column of labels",
                "label,f0,label;1,2,1   | :1: two columns are called 'label'",
                "f0,label;1,0;x,1       | :3: column 'f0' is 'x', not a number; leave a missing value empty",
                "f0,label;Infinity,1    | :2: column 'f0' is 'Infinity', beyond ±3.4028235E38",
                "f0,label;1e39,1        | :2: column 'f0' is '1e39', beyond ±3.4028235E38",
                "f0,label;1,2           | :2: column 'label' is '2', not 1 (anomaly) or 0",
                "f0,label;1,            | :2: column 'label' is '', not 1 (anomaly) or 0",
                "f0,label;1,0,3         | :2: 3 cells where the first line names 2 columns",
                "f0,label;1             | :2: 1 cells where the first line names 2 columns",
                "f0,label               | : there is no row below the first line",
            })
    void refusesInOneSentenceWithFileAndLine(String text, String message) throws IOException {
        Path file = file("bad.csv", text.strip().replace(';', '\n'));

        assertThatExceptionOfType(LabelledCsvException.class)
                .isThrownBy(() -> LabelledCsv.read(file, "label"))
                .withMessage(file + message);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = file("empty.csv", "");

        assertThatExceptionOfType(LabelledCsvException.class)
                .isThrownBy(() -> LabelledCsv.read(file, "label"))
                .withMessage(file + ": the file is empty; its first line must name the columns");
    }

    @Test
    void leavesAMissingFileToTheCaller() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> LabelledCsv.read(folder.resolve("none.csv"), "label"));
    }

    @Test
    void refusesAFolder() {
        assertThatExceptionOfType(LabelledCsvException.class)
                .isThrownBy(() -> LabelledCsv.read(folder, "label"))
                .withMessageStartingWith(folder + ": unreadable");
    }

    @Test
    void refusesWhatOnlyClaimsToBeGzip() throws IOException {
        Path file = file("plain.csv.gz", SET);

        assertThatExceptionOfType(LabelledCsvException.class)
                .isThrownBy(() -> LabelledCsv.read(file, "label"))
                .withMessageStartingWith(file + ": not readable as gzip");
    }

    @ParameterizedTest(name = "after {0} bytes")
    @ValueSource(ints = {0, 5, 20, 1_000, 30_000})
    void refusesGzipThatIsCutShort(int length) throws IOException {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("f0,label\n");
        for (int row = 0; row < 10_000; row++) {
            text.append(random.nextGaussian()).append(",0\n");
        }
        Path file = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(gzip(text.toString()), length));

        assertThatExceptionOfType(LabelledCsvException.class)
                .isThrownBy(() -> LabelledCsv.read(file, "label"))
                .withMessage(file + ": the gzip data is cut short");
    }

    @Test
    void refusesAQuoteThatNeverCloses() throws IOException {
        Path file = file("quote.csv", "f0,label\n\"" + "9".repeat(3_000_000));

        assertThatExceptionOfType(LabelledCsvException.class)
                .isThrownBy(() -> LabelledCsv.read(file, "label"))
                .withMessageStartingWith(file.toString())
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(500));
    }

    @Test
    void refusesRandomBytes() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        Path file = Files.write(folder.resolve("noise.csv"), noise);

        assertThatExceptionOfType(LabelledCsvException.class)
                .isThrownBy(() -> LabelledCsv.read(file, "label"))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).hasSizeLessThan(500).doesNotContainPattern("\\p{Cntrl}"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
