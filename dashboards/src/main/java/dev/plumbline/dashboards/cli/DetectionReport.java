package dev.plumbline.dashboards.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.Detection;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.detectors.log.LogCoverage;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;

/** What {@code detect} prints. */
final class DetectionReport {
    private final Detection detection;

    DetectionReport(Detection detection) {
        this.detection = detection;
    }

    void printTable(PrintWriter out) {
        for (EventRuleHit hit : detection.hits()) {
            out.printf(Locale.ROOT, "%-8s  %s%n", hit.level(), hit.ruleId());
            out.printf(Locale.ROOT, "    %s%n", visible(hit.sentence()));
        }
        if (!detection.hits().isEmpty()) {
            out.println();
        }
        for (Anomaly anomaly : detection.anomalies()) {
            out.printf(
                    Locale.ROOT,
                    "p %.5f  score %.3f  %s%n",
                    anomaly.pValue(),
                    anomaly.score(),
                    visible(anomaly.sentence()));
            for (Anomaly.Reason reason : anomaly.reasons()) {
                out.printf(Locale.ROOT, "    %3.0f %%  %s%n", 100 * reason.share(), visible(reason.words()));
            }
        }
        out.println(summary());
    }

    /** Quiet is only what was judged. */
    private String summary() {
        int judged = detection.judgedWindows();
        int rest = detection.windows() - judged;
        String anomalies = judged == 0
                ? "no window of access could be judged"
                : "%,d unusual of %,d windows of access judged"
                        .formatted(detection.anomalies().size(), judged);
        return "%,d hits of event rules; %s%s"
                .formatted(
                        detection.hits().size(),
                        anomalies,
                        rest == 0 ? "" : ", %,d lack a past to be judged by".formatted(rest));
    }

    /** One object, its members documented in docs/detection.md. */
    void writeJson(PrintWriter out) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeArrayFieldStart("anomalies");
            for (Anomaly anomaly : detection.anomalies()) {
                write(json, anomaly);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("hits");
            for (EventRuleHit hit : detection.hits()) {
                write(json, hit);
            }
            json.writeEndArray();
            json.writeNumberField("windows", detection.windows());
            json.writeNumberField("judgedWindows", detection.judgedWindows());
            write(json, detection.coverage());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(JsonGenerator json, Anomaly anomaly) throws IOException {
        json.writeStartObject();
        writeSignal(json, anomaly);
        json.writeNumberField("score", anomaly.score());
        json.writeNumberField("pValue", anomaly.pValue());
        json.writeArrayFieldStart("reasons");
        for (Anomaly.Reason reason : anomaly.reasons()) {
            json.writeStartObject();
            json.writeStringField("feature", reason.feature());
            json.writeStringField("observed", reason.observed());
            json.writeStringField("usual", reason.usual());
            json.writeNumberField("share", reason.share());
            json.writeStringField("words", reason.words());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, EventRuleHit hit) throws IOException {
        json.writeStartObject();
        writeSignal(json, hit);
        json.writeStringField("rule", hit.ruleId());
        json.writeStringField("title", hit.title());
        json.writeStringField("level", hit.level());
        json.writeNumberField("count", hit.count());
        json.writeEndObject();
    }

    private static void writeSignal(JsonGenerator json, Signal signal) throws IOException {
        json.writeStringField("cloud", signal.provider().key());
        json.writeStringField("account", signal.account());
        json.writeStringField("principal", signal.principal().token());
        json.writeStringField(
                "principalKind",
                signal.principal().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeStringField("start", signal.start().toString());
        json.writeStringField("end", signal.end().toString());
        writeTexts(json, "resources", signal.resources().stream().sorted().toList());
        json.writeStringField("sentence", signal.sentence());
        writeTexts(json, "eventIds", signal.eventIds());
    }

    private static void write(JsonGenerator json, LogCoverage coverage) throws IOException {
        json.writeObjectFieldStart("coverage");
        json.writeNumberField("files", coverage.files());
        json.writeNumberField("lines", coverage.lines());
        json.writeNumberField("events", coverage.events());
        json.writeNumberField("duplicates", coverage.duplicates());
        json.writeNumberField("unrecognised", coverage.unrecognised());
        json.writeNumberField("malformed", coverage.malformed());
        json.writeNumberField("droppedFields", coverage.droppedFields());
        json.writeNumberField("serviceEvents", coverage.serviceEvents());
        writeTexts(
                json,
                "problems",
                coverage.problems().stream().map(LogCoverage.Problem::toString).toList());
        json.writeEndObject();
    }

    private static void writeTexts(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** One line of counts, then the first places that could not be read. */
    void printCoverage(PrintWriter err) {
        LogCoverage coverage = detection.coverage();
        err.printf(
                Locale.ROOT,
                "read %,d files, %,d lines, %,d events (%,d of cloud services, not scored); left out: %,d duplicates,"
                        + " %,d malformed, %,d unrecognised, %,d fields off the allow-list%n",
                coverage.files(),
                coverage.lines(),
                coverage.events(),
                coverage.serviceEvents(),
                coverage.duplicates(),
                coverage.malformed(),
                coverage.unrecognised(),
                coverage.droppedFields());
        coverage.problems().forEach(problem -> err.println("  " + visible(problem.toString())));
        long named = coverage.problems().stream()
                .mapToLong(LogCoverage.Problem::places)
                .sum();
        long more = coverage.malformed() + coverage.unrecognised() - named;
        if (more > 0) {
            err.printf(Locale.ROOT, "  and %,d more%n", more);
        }
        if (coverage.events() == 0) {
            err.println("no event could be read: is this a CloudTrail, Google Cloud audit or Azure activity log?");
        }
    }

    private static String visible(String text) {
        return text.replaceAll("\\p{Cntrl}", "\u00b7");
    }
}
