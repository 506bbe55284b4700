package dev.plumbline.scanner.store;

import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.finding.FindingChange;
import dev.plumbline.scanner.finding.FindingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Findings and their lifecycle: scans alone open, resolve and reopen them. */
public final class FindingTable {
    /** A finding that comes back keeps its first sight and is marked reopened. */
    private static final String UPSERT = """
            INSERT INTO finding (id, rule, title, severity, outcome, status, cloud, account, region, type, resource,
                                 name, evidence, priority, first_seen, last_seen, scan, status_scan)
            VALUES (:id, :rule, :title, :severity, :outcome, 'OPEN', :cloud, :account, :region, :type, :resource,
                    :name, :evidence, :priority, :seen, :seen, :scan, :scan)
            ON CONFLICT (id) DO UPDATE SET
                title = excluded.title, severity = excluded.severity, outcome = excluded.outcome,
                region = excluded.region, name = excluded.name, evidence = excluded.evidence,
                priority = excluded.priority, scan = excluded.scan,
                last_seen = CASE WHEN excluded.last_seen > finding.last_seen
                                 THEN excluded.last_seen ELSE finding.last_seen END,
                status = CASE WHEN finding.status = 'RESOLVED' THEN 'REOPENED' ELSE finding.status END,
                status_scan = CASE WHEN finding.status = 'RESOLVED' THEN excluded.scan ELSE finding.status_scan END
            """;

    private static final int BATCH = 500;

    private final Handle handle;

    FindingTable(Handle handle) {
        this.handle = handle;
    }

    /** Records what {@code scan} finds, in batches: {@code work} hands each finding to the consumer it is given. */
    public void upsertAll(String scan, Consumer<Consumer<Finding>> work) {
        try (PreparedBatch batch = handle.prepareBatch(UPSERT)) {
            work.accept(finding -> {
                bind(batch, finding, scan).add();
                if (batch.size() >= BATCH) {
                    batch.execute();
                }
            });
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static PreparedBatch bind(PreparedBatch batch, Finding finding, String scan) {
        return batch.bind("id", finding.id().value())
                .bind("rule", finding.rule().value())
                .bind("title", finding.title())
                .bind("severity", finding.severity().rank())
                .bind("outcome", finding.outcome().name())
                .bind("cloud", finding.cloud().key())
                .bind("account", finding.account().value())
                .bind("region", finding.region())
                .bind("type", finding.type().value())
                .bind("resource", finding.resource().value())
                .bind("name", finding.name())
                .bind("evidence", Documents.evidence(finding.evidence()))
                .bind("priority", finding.priority())
                .bind("seen", finding.lastSeen().toEpochMilli())
                .bind("scan", scan);
    }

    /**
     * Resolves what {@code scan} read whole and no longer found.
     *
     * @param region the one that was read; empty where the whole account was
     */
    public int resolveUnseen(String scan, AccountId account, ResourceType type, Optional<String> region) {
        return handle.createUpdate("""
                        UPDATE finding SET status = 'RESOLVED', status_scan = :scan
                        WHERE account = :account AND type = :type AND scan <> :scan AND status <> 'RESOLVED'
                        """ + (region.isPresent() ? " AND region = :region" : ""))
                .bind("account", account.value())
                .bind("type", type.value())
                .bind("scan", scan)
                .bindMap(region.isPresent() ? Map.of("region", region.get()) : Map.of())
                .execute();
    }

    public Optional<Finding> find(FindingId id) {
        return handle.createQuery("SELECT * FROM finding WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> finding(row))
                .findOne();
    }

    /** Active failures of the given resources, worst first. */
    public List<Finding> failuresOf(Collection<ResourceId> resources) {
        if (resources.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                        SELECT * FROM finding WHERE resource IN (<resources>) AND status <> 'RESOLVED'
                        AND outcome = 'FAIL' ORDER BY priority DESC, id
                        """)
                .bindList("resources", resources.stream().map(ResourceId::value).toList())
                .map((row, context) -> finding(row))
                .list();
    }

    /** Resources with an active failure at least as bad as {@code severity}, worst first. */
    public List<ResourceId> worstResources(Severity severity, int limit) {
        return handle.createQuery("""
                        SELECT resource FROM finding
                        WHERE status <> 'RESOLVED' AND outcome = 'FAIL' AND severity <= :severity
                        GROUP BY resource ORDER BY MAX(priority) DESC, COUNT(*) DESC, resource LIMIT :limit
                        """)
                .bind("severity", severity.rank())
                .bind("limit", limit)
                .map((row, context) -> new ResourceId(row.getString("resource")))
                .list();
    }

    /** Highest priority first. */
    public Page<Finding> page(FindingQuery query, int limit, int offset) {
        Filter filter = Filter.of(query);
        long total = filter.bind(handle.createQuery("SELECT COUNT(*) FROM finding" + filter.where))
                .mapTo(long.class)
                .one();
        List<Finding> rows = filter.bind(handle.createQuery("SELECT * FROM finding" + filter.where
                        + " ORDER BY priority DESC, id LIMIT :limit OFFSET :offset"))
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> finding(row))
                .list();
        return new Page<>(rows, total);
    }

    /** Hands every finding that matches to {@code sink}, highest priority first, without holding them all. */
    public void forEach(FindingQuery query, Consumer<Finding> sink) {
        Filter filter = Filter.of(query);
        filter.bind(handle.createQuery("SELECT * FROM finding" + filter.where + " ORDER BY priority DESC, id"))
                .map((row, context) -> finding(row))
                .forEach(sink);
    }

    /** Hands what {@code scan} saw or resolved to {@code sink}, highest priority first, without holding it all. */
    public void forEachChange(String scan, Consumer<FindingChange> sink) {
        handle.createQuery("""
                        SELECT finding.*, scan.started AS changed FROM finding JOIN scan ON scan.id = :scan
                        WHERE finding.scan = :scan OR finding.status_scan = :scan
                        ORDER BY finding.priority DESC, finding.id
                        """)
                .bind("scan", scan)
                .map((row, context) -> change(row, scan))
                .forEach(sink);
    }

    private static FindingChange change(ResultSet row, String scan) throws SQLException {
        Finding finding = finding(row);
        boolean changed = row.getString("status_scan").equals(scan);
        FindingChange.Kind kind = changed ? changeTo(finding.status()) : FindingChange.Kind.STILL_OPEN;
        return new FindingChange(finding, kind, Instant.ofEpochMilli(row.getLong("changed")));
    }

    private static FindingChange.Kind changeTo(Finding.Status status) {
        return switch (status) {
            case OPEN -> FindingChange.Kind.CREATED;
            case REOPENED -> FindingChange.Kind.REOPENED;
            case RESOLVED -> FindingChange.Kind.RESOLVED;
        };
    }

    /** One row a rule, worst first: the findings of a fault that many resources share. */
    public List<RuleGroup> groups(FindingQuery query) {
        Filter filter = Filter.of(query);
        return filter.bind(
                        handle.createQuery("""
                        SELECT rule, MAX(title) AS title, MIN(severity) AS severity, MAX(cloud) AS cloud,
                               SUM(CASE WHEN outcome = 'FAIL' THEN 1 ELSE 0 END) AS failed,
                               SUM(CASE WHEN outcome = 'FAIL' THEN 0 ELSE 1 END) AS not_assessed,
                               MIN(first_seen) AS first_seen, MAX(priority) AS priority
                        FROM finding""" + filter.where + " GROUP BY rule ORDER BY severity, failed DESC, rule"))
                .map((row, context) -> new RuleGroup(
                        new RuleId(row.getString("rule")),
                        row.getString("title"),
                        Severity.ofRank(row.getInt("severity")),
                        Cloud.of(row.getString("cloud")),
                        row.getLong("failed"),
                        row.getLong("not_assessed"),
                        Instant.ofEpochMilli(row.getLong("first_seen"))))
                .list();
    }

    /** Active findings by severity, worst first; a severity without one is there with 0. */
    public Map<Severity, Long> openBySeverity(Finding.Outcome outcome) {
        Map<Severity, Long> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0L);
        }
        handle.createQuery("""
                        SELECT severity, COUNT(*) AS findings FROM finding
                        WHERE status <> 'RESOLVED' AND outcome = :outcome GROUP BY severity
                        """)
                .bind("outcome", outcome.name())
                .map((row, context) -> Map.entry(Severity.ofRank(row.getInt("severity")), row.getLong("findings")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                new FindingId(row.getString("id")),
                new RuleId(row.getString("rule")),
                row.getString("title"),
                Severity.ofRank(row.getInt("severity")),
                Finding.Outcome.valueOf(row.getString("outcome")),
                Finding.Status.valueOf(row.getString("status")),
                Cloud.of(row.getString("cloud")),
                new AccountId(row.getString("account")),
                row.getString("region"),
                new ResourceType(row.getString("type")),
                new ResourceId(row.getString("resource")),
                row.getString("name"),
                Documents.evidence(row.getString("evidence")),
                row.getInt("priority"),
                Instant.ofEpochMilli(row.getLong("first_seen")),
                Instant.ofEpochMilli(row.getLong("last_seen")));
    }

    /** A query's WHERE clause and what it binds. */
    private record Filter(String where, Map<String, Object> values, Map<String, List<?>> lists) {
        static Filter of(FindingQuery query) {
            Map<String, Object> values = new LinkedHashMap<>();
            Map<String, List<?>> lists = new LinkedHashMap<>();
            StringBuilder where = new StringBuilder(query.resolved() ? " WHERE 1 = 1" : " WHERE status <> 'RESOLVED'");
            among(where, lists, "cloud", query.clouds().stream().map(Cloud::key).toList());
            among(
                    where,
                    lists,
                    "severity",
                    query.severities().stream().map(Severity::rank).toList());
            among(
                    where,
                    lists,
                    "outcome",
                    query.outcomes().stream().map(Enum::name).toList());
            query.rule().ifPresent(rule -> {
                where.append(" AND rule = :rule");
                values.put("rule", rule.value());
            });
            query.scan().ifPresent(scan -> {
                where.append(" AND scan = :scan");
                values.put("scan", scan);
            });
            if (!query.text().isBlank()) {
                where.append(
                        " AND LOWER(title || ' ' || rule || ' ' || resource || ' ' || name) LIKE :text ESCAPE '!'");
                values.put("text", "%" + escaped(query.text().strip().toLowerCase(Locale.ROOT)) + "%");
            }
            return new Filter(where.toString(), values, lists);
        }

        private static void among(StringBuilder where, Map<String, List<?>> lists, String column, List<?> wanted) {
            if (!wanted.isEmpty()) {
                where.append(" AND ")
                        .append(column)
                        .append(" IN (<")
                        .append(column)
                        .append("s>)");
                lists.put(column + "s", wanted);
            }
        }

        private static String escaped(String text) {
            return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        }

        Query bind(Query query) {
            lists.forEach(query::bindList);
            return query.bindMap(values);
        }
    }
}
