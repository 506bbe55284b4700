package dev.plumbline.scanner.store;

import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.finding.FindingId;
import dev.plumbline.scanner.ranking.Incident;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The ranked list as the last run left it. */
public final class IncidentTable {
    private final Handle handle;

    IncidentTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * Makes {@code ranked} the list.
     *
     * @param ranked highest priority first
     */
    public void replaceAll(List<Incident> ranked) {
        handle.execute("DELETE FROM incident");
        if (ranked.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO incident (id, position, severity, cloud, document)
                VALUES (:id, :position, :severity, :cloud, :document)
                """)) {
            for (int position = 0; position < ranked.size(); position++) {
                Incident incident = ranked.get(position);
                batch.bind("id", incident.id())
                        .bind("position", position)
                        .bind("severity", incident.severity().rank())
                        .bind("cloud", incident.cloud().key())
                        .bind("document", Documents.write(incident))
                        .add();
            }
            batch.execute();
        }
    }

    public Set<String> ids() {
        return handle.createQuery("SELECT id FROM incident").mapTo(String.class).set();
    }

    /** Highest priority first; an empty set asks for all. */
    public Page<Incident> page(Set<Cloud> clouds, Set<Severity> severities, int limit, int offset) {
        // The list is short by design: filtering it here keeps the SQL plain.
        List<Incident> wanted = handle
                .createQuery("SELECT document FROM incident ORDER BY position")
                .map((row, context) -> Documents.read(row.getString("document"), Incident.class))
                .stream()
                .filter(incident -> clouds.isEmpty() || clouds.contains(incident.cloud()))
                .filter(incident -> severities.isEmpty() || severities.contains(incident.severity()))
                .toList();
        return new Page<>(wanted.stream().skip(offset).limit(limit).toList(), wanted.size());
    }

    public Optional<Incident> find(String id) {
        return handle.createQuery("SELECT document FROM incident WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> Documents.read(row.getString("document"), Incident.class))
                .findOne();
    }

    /** Incidents that show a finding. */
    public List<Incident> showing(FindingId finding) {
        return page(Set.of(), Set.of(), Integer.MAX_VALUE, 0).rows().stream()
                .filter(incident -> incident.findings().stream()
                        .anyMatch(shown -> shown.id().equals(finding)))
                .toList();
    }
}
