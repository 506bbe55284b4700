package dev.plumbline.dashboards.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.store.ScanRecord;
import dev.plumbline.scanner.store.UnreadAnswers;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** One scan's coverage, for a person and for a program. */
final class CoverageReport {
    private final ScanRecord scan;
    private final List<UnreadAnswers> unread;
    private final List<PermissionGain> gains;

    CoverageReport(ScanRecord scan, List<UnreadAnswers> unread) {
        this.scan = scan;
        this.unread = unread;
        this.gains = PermissionGain.of(scan.coverage(), unread);
    }

    boolean isWhole() {
        return scan.coverage().complete() && unread.isEmpty();
    }

    void printTable(PrintWriter out) {
        out.printf("scan %s of %s, %s%n%n", scan.id(), scan.source(), scan.started());
        printRead(out);
        printGaps(out);
        printUnread(out);
        if (!gains.isEmpty()) {
            out.println("what one permission would change");
            TextTable table = new TextTable("PERMISSION", "PARTS", "ANSWERS", "OF");
            gains.forEach(gain -> table.row(
                    gain.permission(), count(gain.parts()), count(gain.answers()), String.join(", ", gain.types())));
            table.print(out);
        }
        if (isWhole()) {
            out.println("nothing was missed");
        }
    }

    private void printRead(PrintWriter out) {
        TextTable table = new TextTable("ACCOUNT", "TYPE", "RESOURCES", "REGIONS READ", "NOT OFFERED", "NOT READ");
        TypeCoverage.of(scan.coverage())
                .forEach(type -> table.row(
                        type.account(),
                        type.type(),
                        count(type.resources()),
                        count(type.read()),
                        count(type.notOffered()),
                        count(type.gaps())));
        table.print(out);
        out.println();
    }

    private void printGaps(PrintWriter out) {
        List<Coverage.Entry> gaps = scan.coverage().gaps();
        if (gaps.isEmpty()) {
            return;
        }
        out.println("not read, or not to the end");
        TextTable table = new TextTable("ACCOUNT", "REGION", "TYPE", "RESOURCES", "WHY");
        gaps.forEach(gap -> table.row(gap.account(), gap.region(), gap.type(), count(gap.resources()), gap.cause()));
        table.print(out);
        out.println();
    }

    private void printUnread(PrintWriter out) {
        if (unread.isEmpty()) {
            return;
        }
        out.println("answers that resources lack");
        TextTable table = new TextTable("ACCOUNT", "TYPE", "ANSWERS", "ASKED", "ANSWERED");
        unread.forEach(missing -> table.row(
                missing.account(), missing.type(), count(missing.answers()), missing.api(), missing.errorCode()));
        table.print(out);
        out.println();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    void printJson(PrintWriter out) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("scan", scan.id());
            json.writeStringField("source", scan.source());
            json.writeStringField("started", scan.started().toString());
            json.writeBooleanField("whole", isWhole());
            writeParts(json);
            writeUnread(json);
            writeGains(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void writeParts(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("parts");
        for (Coverage.Entry part : scan.coverage().entries()) {
            json.writeStartObject();
            json.writeStringField("account", part.account().value());
            json.writeStringField("region", part.region());
            json.writeStringField("type", part.type().value());
            json.writeStringField("status", word(part.status()));
            json.writeNumberField("resources", part.resources());
            json.writeStringField("cause", part.cause());
            json.writeStringField("permission", part.permission());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeUnread(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("unread");
        for (UnreadAnswers missing : unread) {
            json.writeStartObject();
            json.writeStringField("account", missing.account().value());
            json.writeStringField("type", missing.type().value());
            json.writeStringField("api", missing.api());
            json.writeStringField("errorCode", missing.errorCode());
            json.writeStringField("permission", missing.permission());
            json.writeNumberField("answers", missing.answers());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeGains(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("permissions");
        for (PermissionGain gain : gains) {
            json.writeStartObject();
            json.writeStringField("permission", gain.permission());
            json.writeNumberField("parts", gain.parts());
            json.writeNumberField("answers", gain.answers());
            json.writeArrayFieldStart("types");
            for (String type : gain.types()) {
                json.writeString(type);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String word(Coverage.Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
