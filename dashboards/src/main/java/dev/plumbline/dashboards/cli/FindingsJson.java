package dev.plumbline.dashboards.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.rules.language.Evidence;
import dev.plumbline.scanner.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Findings as one JSON array, written as they come. The members are a promise to pipelines: see docs/cli.md. */
final class FindingsJson implements AutoCloseable {
    private final JsonGenerator json;

    FindingsJson(Writer out) throws IOException {
        json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter();
        json.writeStartArray();
    }

    void write(Finding finding) {
        try {
            json.writeStartObject();
            json.writeStringField("id", finding.id().value());
            json.writeStringField("rule", finding.rule().value());
            json.writeStringField("title", finding.title());
            json.writeStringField("severity", finding.severity().key());
            json.writeStringField("cloud", finding.cloud().key());
            json.writeStringField("account", finding.account().value());
            json.writeStringField("region", finding.region());
            json.writeStringField("type", finding.type().value());
            json.writeStringField("resource", finding.resource().value());
            json.writeStringField("status", finding.outcome().key());
            json.writeArrayFieldStart("evidence");
            for (Evidence evidence : finding.evidence()) {
                json.writeStartObject();
                json.writeStringField("path", evidence.path());
                json.writeStringField("value", evidence.value());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("priority", finding.priority());
            json.writeStringField("firstSeen", finding.firstSeen().toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeRaw('\n');
        json.close();
    }
}
