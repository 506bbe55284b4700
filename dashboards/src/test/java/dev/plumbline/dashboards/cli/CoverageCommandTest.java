package dev.plumbline.dashboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.store.ScanRecord;
import dev.plumbline.scanner.store.Store;
import dev.plumbline.scanner.store.UnreadAnswers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageCommandTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final ResourceType BUCKET = new ResourceType("aws.s3.bucket");
    private static final ResourceType KEY = new ResourceType("aws.kms.key");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "coverage";
        arguments[1] = "--db";
        arguments[2] = folder.resolve("plumbline.db").toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Plumbline.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private void ended(String id, Instant started, List<Coverage.Entry> entries, List<UnreadAnswers> unread)
            throws IOException {
        Coverage coverage = new Coverage(entries);
        ScanRecord.State state = coverage.complete() ? ScanRecord.State.COMPLETE : ScanRecord.State.INCOMPLETE;
        ScanRecord scan = new ScanRecord(
                id, started, Optional.of(started), state, "aws default credentials", 3, 0, coverage, List.of());
        try (Store store = Store.open(folder.resolve("plumbline.db").toString())) {
            store.inTransaction(tables -> {
                tables.scans().begin(id, scan.source(), started);
                tables.scans().end(scan, List.of(), unread);
                return id;
            });
        }
    }

    private static Coverage.Entry part(
            ResourceType type, String region, Coverage.Status status, long resources, String cause, String permission) {
        return new Coverage.Entry(ACCOUNT, region, type, status, resources, cause, permission);
    }

    private void endedWithGaps() throws IOException {
        ended(
                "gaps",
                NOON,
                List.of(
                        part(BUCKET, "global", Coverage.Status.READ, 1200, "", ""),
                        part(
                                KEY,
                                "eu-west-1",
                                Coverage.Status.NOT_READ,
                                0,
                                "kms:ListKeys answered AccessDenied",
                                "kms:ListKeys"),
                        part(
                                KEY,
                                "eu-west-2",
                                Coverage.Status.PARTIAL,
                                7,
                                "kms:ListKeys answered AccessDenied",
                                "kms:ListKeys"),
                        part(KEY, "eu-west-3", Coverage.Status.NOT_READ, 0, "kms:ListKeys answered Timeout", ""),
                        part(KEY, "me-south-1", Coverage.Status.NOT_OFFERED, 0, "the region is not enabled", "")),
                List.of(
                        new UnreadAnswers(
                                ACCOUNT, BUCKET, "s3:GetBucketPolicy", "AccessDenied", "s3:GetBucketPolicy", 1200),
                        new UnreadAnswers(ACCOUNT, BUCKET, "s3:GetBucketCors", "Timeout", "", 2)));
    }

    @Test
    void tellsWhatEachPermissionWouldChangeTheGreatestChangeFirst() throws IOException {
        endedWithGaps();

        int code = run("--format", "json");

        assertThat(code).isEqualTo(ExitCode.INCOMPLETE);
        JsonNode gains = new ObjectMapper().readTree(out.toString()).path("permissions");
        assertThat(gains.findValuesAsText("permission")).containsExactly("kms:ListKeys", "s3:GetBucketPolicy");
        assertThat(gains.findValuesAsText("parts")).containsExactly("2", "0");
        assertThat(gains.findValuesAsText("answers")).containsExactly("0", "1200");
    }

    @Test
    void countsWhatIsNotOfferedApartFromWhatWasMissed() throws IOException {
        endedWithGaps();

        run();

        assertThat(out.toString())
                .containsPattern("111122223333 +aws.kms.key +7 +0 +1 +3")
                .containsPattern("111122223333 +aws.s3.bucket +1,200 +1 +0 +0")
                .contains("kms:ListKeys answered Timeout", "s3:GetBucketCors")
                .doesNotContain("nothing was missed");
    }

    @Test
    void aWholeScanEndsWithNought() throws IOException {
        ended("whole", NOON, List.of(part(BUCKET, "global", Coverage.Status.READ, 3, "", "")), List.of());

        int code = run();

        assertThat(code).isZero();
        assertThat(out.toString()).contains("nothing was missed");
    }

    @Test
    void showsTheLastScanOrTheOneThatIsNamed() throws IOException {
        endedWithGaps();
        ended(
                "later",
                NOON.plusSeconds(60),
                List.of(part(BUCKET, "global", Coverage.Status.READ, 3, "", "")),
                List.of());

        assertThat(run()).isZero();
        assertThat(run("--scan", "gaps")).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void saysWhatToDoWhereNoScanHasEnded() {
        int code = run();

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("no scan has ended in").contains("plumbline scan");
    }
}
