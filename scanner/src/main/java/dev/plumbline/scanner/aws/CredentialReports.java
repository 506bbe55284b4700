package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.collect.Timekeeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/**
 * The account's credential report: IAM writes it on request, takes seconds to minutes for that, and keeps it for four
 * hours. Had once and shared by the account and its users. Thread-safe.
 */
final class CredentialReports {
    static final AwsOperation GENERATE = AwsServices.IAM.operation("GenerateCredentialReport");
    static final AwsOperation GET = AwsServices.IAM.operation("GetCredentialReport");
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AwsConnection connection;
    private final Timekeeper time;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Report report;
    private @Nullable AwsFailure failure;

    CredentialReports(AwsConnection connection, Timekeeper time) {
        this.connection = connection;
        this.time = time;
    }

    /** {@code Content} as rows keyed by the report's column names, and {@code GeneratedTime}. */
    Map<String, @Nullable Object> whole() {
        Report had = get();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("Content", new ArrayList<>(had.rows()));
        tree.put("GeneratedTime", had.generatedTime());
        return tree;
    }

    /** The row of one user; empty for one younger than the report. */
    Optional<Map<String, String>> rowOf(String arn) {
        return Optional.ofNullable(get().byArn().get(arn));
    }

    private Report get() {
        lock.lock();
        try {
            if (report != null) {
                return report;
            }
            if (failure != null) {
                throw failure;
            }
            Report had = read();
            report = had;
            return had;
        } catch (AwsFailure e) {
            failure = e;
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private Report read() {
        long start = time.nanoTime();
        while (generate() != ReportStateType.COMPLETE) {
            if (time.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AwsFailure(GENERATE, "NotReady", "after %s IAM is still writing it".formatted(PATIENCE));
            }
            sleep();
        }
        return connection.client(AwsServices.IAM).call(GET, iam -> Report.of(iam.getCredentialReport()));
    }

    private ReportStateType generate() {
        return connection
                .client(AwsServices.IAM)
                .call(GENERATE, iam -> iam.generateCredentialReport().state());
    }

    private void sleep() {
        try {
            time.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("reading was interrupted");
        }
    }

    private record Report(
            List<Map<String, String>> rows, Map<String, Map<String, String>> byArn, String generatedTime) {
        private static Report of(GetCredentialReportResponse answer) {
            List<Map<String, String>> rows =
                    CredentialReportCsv.rows(answer.content().asUtf8String());
            Map<String, Map<String, String>> byArn = new LinkedHashMap<>();
            rows.forEach(row -> byArn.put(row.getOrDefault("arn", ""), row));
            return new Report(rows, byArn, String.valueOf(answer.generatedTime()));
        }
    }
}
