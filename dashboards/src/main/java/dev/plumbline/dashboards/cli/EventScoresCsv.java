package dev.plumbline.dashboards.cli;

import dev.plumbline.detectors.alert.EventScore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scores of events as CSV: {@code event_id,score,p_value}, in the order of the logs. */
final class EventScoresCsv implements AutoCloseable {
    private final BufferedWriter out;

    private EventScoresCsv(BufferedWriter out) throws IOException {
        this.out = out;
        out.write("event_id,score,p_value\n");
    }

    static EventScoresCsv create(Path file) throws IOException {
        return new EventScoresCsv(Files.newBufferedWriter(file));
    }

    void write(EventScore score) {
        try {
            out.write(quoted(score.eventId()));
            out.write(',');
            out.write(Double.toString(score.score()));
            out.write(',');
            out.write(Double.toString(score.pValue()));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids come from logs: none may break a line or pass for a formula. */
    private static String quoted(String id) {
        boolean plain = !id.isEmpty() && id.chars().allMatch(c -> c > ' ' && c != ',' && c != '"');
        boolean formula = !id.isEmpty() && "=+@\t".indexOf(id.charAt(0)) >= 0;
        if (plain && !formula) {
            return id;
        }
        return '"' + (formula ? "'" : "") + id.replaceAll("\\p{Cntrl}", " ").replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
