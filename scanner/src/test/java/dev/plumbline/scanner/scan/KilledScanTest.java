package dev.plumbline.scanner.scan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.scanner.store.FindingQuery;
import dev.plumbline.scanner.store.ScanRecord;
import dev.plumbline.scanner.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process in the middle of a scan (SIGKILL) and lets the next one go on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledScanTest {
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
    Path folder;

    private Path rules;

    @BeforeEach
    void writeRule() throws IOException {
        rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(rules.resolve("versioned.yaml"), RULE);
    }

    @Test
    void killedWhileReadingTheNextScanReadsOnlyWhatWasNotFinished() throws Exception {
        assertThat(scanKilledWhenStuckIn("eu-west-1")).containsExactly("read eu-central-1", "read eu-west-1", "stuck");

        assertThat(scanToTheEnd()).containsExactly("read eu-west-1", "read us-east-1", "done");
        assertWholeResult();
    }

    @Test
    void killedWhileJudgingNothingHalfDoneIsSeenAndNothingIsReadAgain() throws Exception {
        assertThat(scanKilledWhenStuckIn("judging")).endsWith("stuck");
        try (Store store = store()) {
            assertThat(store.read(tables -> tables.findings().page(FindingQuery.ACTIVE, 1, 0))
                            .total())
                    .isZero();
        }

        assertThat(scanToTheEnd()).containsExactly("done");
        assertWholeResult();
    }

    private void assertWholeResult() {
        try (Store store = store()) {
            assertThat(store.read(tables -> tables.findings().page(FindingQuery.ACTIVE, 1, 0))
                            .total())
                    .isEqualTo(3L * ScanChild.BUCKETS_PER_REGION);
            List<ScanRecord> scans = store.read(tables -> tables.scans().latest(5));
            assertThat(scans.getFirst().state()).isEqualTo(ScanRecord.State.COMPLETE);
            assertThat(scans).noneMatch(scan -> scan.state() == ScanRecord.State.RUNNING);
        }
        assertThat(folder.resolve("spool"))
                .as("a scan that ended leaves no spool")
                .isEmptyDirectory();
    }

    private List<String> scanKilledWhenStuckIn(String place) throws Exception {
        Process child = start(place);
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = child.inputReader()) {
            while (!lines.contains("stuck")) {
                lines.add(requireNonNull(out.readLine(), "the child ended before it got stuck"));
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        return lines;
    }

    private List<String> scanToTheEnd() throws Exception {
        Process child = start("nothing");
        List<String> lines;
        try (BufferedReader out = child.inputReader()) {
            lines = out.lines().toList();
        }
        assertThat(child.waitFor()).isZero();
        return lines;
    }

    private Process start(String stop) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScanChild.class.getName(),
                        folder.toString(),
                        rules.toString(),
                        stop)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Store store() {
        return Store.open(folder.resolve("plumbline.db").toString());
    }
}
