package dev.plumbline.dashboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void endsWithWhatWasPlantedAndWhatOfItWasFound() {
        int code = demo("--size", "0.05", "--until", "2026-11-01", "--quiet");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("Incidents, most urgent first")
                .doesNotContain("not planted, yet found")
                .doesNotContain("missed: aws-")
                .containsPattern("planted: faults 41 of 41, attacks [0-5] of 5 in the top 10\\R\\z");
        assertThat(err.toString()).isEmpty();
    }

    /** Weekday and day of the month of the attacks change with the date, and what else went on about them. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25", "2026-12-13", "2028-03-01"})
    void findsEverythingPlantedWhateverTheDate(String until) {
        demo("--until", until, "--quiet");

        assertThat(lastLine()).isEqualTo("planted: faults 41 of 41, attacks 5 of 5 in the top 10");
        assertThat(out.toString()).doesNotContain("missed: ", "not planted, yet found");
    }

    @Test
    void aSecondRunFindsTheSame() {
        demo("--size", "0.02", "--until", "2026-11-01");
        String first = lastLine();

        demo("--size", "0.02", "--until", "2026-11-01");

        assertThat(err.toString()).contains("again");
        assertThat(lastLine()).isEqualTo(first);
    }

    @Test
    void writesOcsfWhereAsked() throws IOException {
        Path ocsf = folder.resolve("findings.ocsf.json");

        demo("--size", "0.02", "--until", "2026-11-01", "--output", "ocsf=" + ocsf);

        assertThat(Files.readAllLines(ocsf))
                .hasSizeGreaterThan(40)
                .allSatisfy(line -> assertThat(line).startsWith("{\"activity_id\":1,"));
    }

    @Test
    void aFolderOfOtherThingsIsRefusedInOneSentence() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("demo")).resolve("letter.txt"), "mine");

        assertThat(demo()).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().lines()).singleElement().asString().contains("--dir");
    }

    @ParameterizedTest
    @CsvSource({"--size, 0", "--size, 1e9", "--size, NaN", "--port, 70000"})
    void aNumberOutOfRangeIsNamedBeforeAnythingIsWritten(String option, String value) {
        assertThat(demo(option, value)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(option);
        assertThat(folder).isEmptyDirectory();
    }

    private String lastLine() {
        return out.toString().lines().toList().getLast();
    }

    private int demo(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("demo", "--no-serve", "--dir", folder.resolve("demo").toString()));
        arguments.addAll(Arrays.asList(more));
        return Plumbline.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }
}
