package dev.plumbline.dashboards.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user can get wrong about {@code serve}; what it serves is tested over HTTP. */
class ServeCommandTest {
    @TempDir
    Path folder;

    private final StringWriter complaints = new StringWriter();

    @Test
    void publicUrlWithAPathIsRefused() {
        assertThat(serve("--public-url", "https://example.org/plumbline")).isEqualTo(ExitCode.USAGE);
        assertThat(complaints.toString()).contains("http or https, a host, and no path");
    }

    @Test
    void brokenCronIsNamedWithItsFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("plumbline.yaml"), "schedule: {cron: every day, scan: [--logs, nowhere]}");

        assertThat(serve("--config", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(complaints.toString()).contains(file.toString()).contains("'every day' is no cron expression");
    }

    @Test
    void cronOverAFileThatNamesNothingToScanIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("plumbline.yaml"), "schedule: {cron: '0 3 * * *'}");

        assertThat(serve("--config", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(complaints.toString()).contains("there is nothing to scan");
    }

    @Test
    void scheduledScanThatCannotRunSaysWhyInOneSentence() {
        CommandLineScan scan = new CommandLineScan(
                List.of("--inventory", folder.resolve("missing.ndjson").toString()),
                folder.resolve("plumbline.db").toString());

        assertThatThrownBy(scan::run)
                .hasMessageContaining("cannot read the inventory")
                .hasMessageNotContaining("\n");
    }

    private int serve(String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("serve", "--db", folder.resolve("plumbline.db").toString()));
        all.addAll(List.of(arguments));
        return Plumbline.run(
                new PrintWriter(new StringWriter()), new PrintWriter(complaints), all.toArray(String[]::new));
    }
}
