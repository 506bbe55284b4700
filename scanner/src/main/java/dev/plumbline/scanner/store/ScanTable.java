package dev.plumbline.scanner.store;

import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.Coverage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Scans, what they covered and how the rules' verdicts fell. */
public final class ScanTable {
    private final Handle handle;

    ScanTable(Handle handle) {
        this.handle = handle;
    }

    public void begin(String id, String source, Instant started) {
        handle.createUpdate("INSERT INTO scan (id, started, state, source) VALUES (:id, :started, 'RUNNING', :source)")
                .bind("id", id)
                .bind("started", started.toEpochMilli())
                .bind("source", source)
                .execute();
    }

    /** Writes the scan's end, with its coverage, counts and gaps. */
    public void end(ScanRecord scan, Collection<RuleCount> counts, Collection<UnreadAnswers> unread) {
        handle.createUpdate("""
                        UPDATE scan SET ended = :ended, state = :state, resources = :resources, events = :events,
                               problems = :problems WHERE id = :id
                        """)
                .bind("id", scan.id())
                .bind("ended", scan.ended().orElseThrow().toEpochMilli())
                .bind("state", scan.state().name())
                .bind("resources", scan.resources())
                .bind("events", scan.events())
                .bind("problems", Documents.strings(scan.problems()))
                .execute();
        insertCoverage(scan);
        insertCounts(scan.id(), counts);
        insertUnread(scan.id(), unread);
    }

    private void insertCoverage(ScanRecord scan) {
        if (scan.coverage().entries().isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO coverage (scan, account, region, type, status, resources, cause, permission)
                VALUES (:scan, :account, :region, :type, :status, :resources, :cause, :permission)
                """)) {
            for (Coverage.Entry entry : scan.coverage().entries()) {
                batch.bind("scan", scan.id())
                        .bind("account", entry.account().value())
                        .bind("region", entry.region())
                        .bind("type", entry.type().value())
                        .bind("status", entry.status().name())
                        .bind("resources", entry.resources())
                        .bind("cause", entry.cause())
                        .bind("permission", entry.permission())
                        .add();
            }
            batch.execute();
        }
    }

    private void insertCounts(String scan, Collection<RuleCount> counts) {
        if (counts.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO rule_count (scan, rule, passed, failed, not_assessed)
                VALUES (:scan, :rule, :passed, :failed, :notAssessed)
                """)) {
            for (RuleCount count : counts) {
                batch.bind("scan", scan)
                        .bind("rule", count.rule().value())
                        .bind("passed", count.passed())
                        .bind("failed", count.failed())
                        .bind("notAssessed", count.notAssessed())
                        .add();
            }
            batch.execute();
        }
    }

    private void insertUnread(String scan, Collection<UnreadAnswers> unread) {
        if (unread.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO unread_answer (scan, account, type, api, error_code, permission, answers)
                VALUES (:scan, :account, :type, :api, :errorCode, :permission, :answers)
                """)) {
            for (UnreadAnswers of : unread) {
                batch.bind("scan", scan)
                        .bind("account", of.account().value())
                        .bind("type", of.type().value())
                        .bind("api", of.api())
                        .bind("errorCode", of.errorCode())
                        .bind("permission", of.permission())
                        .bind("answers", of.answers())
                        .add();
            }
            batch.execute();
        }
    }

    /** Marks as failed what a dead process left running of a source; one process at a time scans a source. */
    public int failAbandoned(String source, Instant now) {
        return handle.createUpdate("""
                        UPDATE scan SET state = 'FAILED', ended = :now WHERE state = 'RUNNING' AND source = :source
                        """)
                .bind("now", now.toEpochMilli())
                .bind("source", source)
                .execute();
    }

    public void fail(String id, Instant ended, String problem) {
        handle.createUpdate("UPDATE scan SET state = 'FAILED', ended = :ended, problems = :problems WHERE id = :id")
                .bind("id", id)
                .bind("ended", ended.toEpochMilli())
                .bind("problems", Documents.strings(List.of(problem)))
                .execute();
    }

    /** Newest first. */
    public List<ScanRecord> latest(int limit) {
        return handle.createQuery("SELECT * FROM scan ORDER BY started DESC, id DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> scan(row))
                .list();
    }

    /** The newest scan that came to its end; one that runs or died has no coverage yet. */
    public Optional<ScanRecord> latestEnded() {
        return handle.createQuery("""
                        SELECT * FROM scan WHERE state IN ('COMPLETE', 'INCOMPLETE') ORDER BY started DESC, id DESC LIMIT 1
                        """).map((row, context) -> scan(row)).findOne();
    }

    public Optional<ScanRecord> find(String id) {
        return handle.createQuery("SELECT * FROM scan WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> scan(row))
                .findOne();
    }

    /** How the rules' verdicts fell in a scan, by rule id. */
    public List<RuleCount> counts(String scan) {
        return handle.createQuery("SELECT * FROM rule_count WHERE scan = :scan ORDER BY rule")
                .bind("scan", scan)
                .map((row, context) -> new RuleCount(
                        new RuleId(row.getString("rule")),
                        row.getLong("passed"),
                        row.getLong("failed"),
                        row.getLong("not_assessed")))
                .list();
    }

    /** What resources lack, by account, type and operation. */
    public List<UnreadAnswers> unread(String scan) {
        return handle.createQuery(
                        "SELECT * FROM unread_answer WHERE scan = :scan ORDER BY account, type, api, error_code")
                .bind("scan", scan)
                .map((row, context) -> new UnreadAnswers(
                        new AccountId(row.getString("account")),
                        new ResourceType(row.getString("type")),
                        row.getString("api"),
                        row.getString("error_code"),
                        row.getString("permission"),
                        row.getLong("answers")))
                .list();
    }

    private ScanRecord scan(ResultSet row) throws SQLException {
        String id = row.getString("id");
        long ended = row.getLong("ended");
        Optional<Instant> end = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
        return new ScanRecord(
                id,
                Instant.ofEpochMilli(row.getLong("started")),
                end,
                ScanRecord.State.valueOf(row.getString("state")),
                row.getString("source"),
                row.getLong("resources"),
                row.getLong("events"),
                coverage(id),
                Documents.strings(row.getString("problems")));
    }

    private Coverage coverage(String scan) {
        return new Coverage(
                handle.createQuery("SELECT * FROM coverage WHERE scan = :scan ORDER BY account, type, region")
                        .bind("scan", scan)
                        .map((row, context) -> new Coverage.Entry(
                                new AccountId(row.getString("account")),
                                row.getString("region"),
                                new ResourceType(row.getString("type")),
                                Coverage.Status.valueOf(row.getString("status")),
                                row.getLong("resources"),
                                row.getString("cause"),
                                row.getString("permission")))
                        .list());
    }
}
