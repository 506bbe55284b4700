package dev.plumbline.dashboards.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.rules.language.Rule;
import dev.plumbline.rules.language.RuleId;
import dev.plumbline.scanner.finding.FindingChange;
import dev.plumbline.scanner.ranking.Incident;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes OCSF events, one JSON object a line: a Compliance Finding (2003) for each finding that a scan saw or
 * resolved, a Detection Finding (2004) for each incident with signals. Times are milliseconds. Every character beyond ASCII is escaped, so that no reader
 * takes a name with a line separator for two lines.
 *
 * <p>Events are written in the order they are given, and the same input gives the same bytes. Not thread-safe. Flushes
 * and closes nothing: the writer belongs to the caller.
 *
 * @see <a href="https://schema.ocsf.io/1.8.0/categories/findings">OCSF 1.8.0, findings</a>
 */
public final class OcsfWriter {
    private static final ObjectWriter COMPACT = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build()
            .writer();

    private final Writer out;
    private final ComplianceFinding complianceFinding;
    private final DetectionFinding detectionFinding;

    /**
     * @param productVersion ours
     * @param rules for why a finding matters and how to mend it; a rule that is no longer there leaves both out
     */
    public OcsfWriter(Writer out, String productVersion, Function<RuleId, Optional<Rule>> rules) {
        OcsfEvent event = new OcsfEvent(productVersion);
        this.out = out;
        this.complianceFinding = new ComplianceFinding(event, rules);
        this.detectionFinding = new DetectionFinding(event);
    }

    public void write(FindingChange change) throws IOException {
        line(complianceFinding.of(change));
    }

    /**
     * Writes nothing for an incident without signals: its findings are told by themselves.
     *
     * @param isNew whether no scan before has told it
     */
    public void write(Incident incident, boolean isNew) throws IOException {
        if (!incident.signals().isEmpty()) {
            line(detectionFinding.of(incident, isNew));
        }
    }

    private void line(ObjectNode event) throws IOException {
        out.write(COMPACT.writeValueAsString(event));
        out.write('\n');
    }
}
