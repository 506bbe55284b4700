package dev.plumbline.detectors.log;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import dev.plumbline.detectors.event.AccessEvent;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads one file, whatever it is, and hands on its events. Everything that cannot be read ends in the report. */
final class LogFile {
    private static final int HEAD = 1 << 16;

    private final JsonFactory factory;
    private final List<EventFormat> formats;
    private final EventMarker marker;
    private final LogLimits limits;
    private final Consumer<LoggedEvent> sink;
    private final FileReport report;

    LogFile(
            JsonFactory factory,
            List<EventFormat> formats,
            EventMarker marker,
            LogLimits limits,
            FileReport report,
            Consumer<LoggedEvent> sink) {
        this.factory = factory;
        this.formats = formats;
        this.marker = marker;
        this.limits = limits;
        this.report = report;
        this.sink = sink;
    }

    void read(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] magic = file.readNBytes(2);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(magic), file);
            boolean packed = magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
            try (InputStream in = packed ? new BoundedInflater(whole, limits) : whole) {
                readShape(in);
            }
        } catch (IOException e) {
            report.malformed(report.lines, reason(e));
        }
    }

    private void readShape(InputStream in) throws IOException {
        byte[] head = new byte[HEAD];
        int length = withoutByteOrderMark(head, readHead(in, head));
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head, 0, length), in);
        var parser = new EventParser(factory, new Taker());
        switch (LogShape.of(head, length)) {
            case LINES -> readLines(new JsonLines(whole, limits.lineBytes()), parser);
            case DOCUMENT -> readDocument(whole, parser);
            case OTHER -> {
                if (length > 0) {
                    report.unrecognised(0, "no JSON in it: not a log that can be read");
                }
            }
        }
    }

    /** Reads until the head is full or the file ends; a file that breaks off within its head still shows the rest. */
    private static int readHead(InputStream in, byte[] head) throws IOException {
        int length = 0;
        try {
            while (length < head.length) {
                int count = in.read(head, length, head.length - length);
                if (count < 0) {
                    break;
                }
                length += count;
            }
        } catch (IOException brokenOff) {
            if (length == 0) {
                throw brokenOff;
            }
            // What was read stands; the same stream fails again, and is reported, once that has been taken in.
        }
        return length;
    }

    private static int withoutByteOrderMark(byte[] head, int length) {
        if (length < 3 || (head[0] & 0xFF) != 0xEF || (head[1] & 0xFF) != 0xBB || (head[2] & 0xFF) != 0xBF) {
            return length;
        }
        System.arraycopy(head, 3, head, 0, length - 3);
        return length - 3;
    }

    private void readLines(JsonLines lines, EventParser events) throws IOException {
        while (lines.next()) {
            report.lines++;
            if (lines.tooLong()) {
                report.malformed(lines.line(), "longer than %d bytes".formatted(limits.lineBytes()));
            } else if (!lines.isBlank()) {
                readLine(lines, events);
            }
        }
    }

    private void readLine(JsonLines lines, EventParser events) throws IOException {
        try (JsonParser parser = factory.createParser(lines.buffer(), lines.start(), lines.length())) {
            events.parse(parser, lines.line());
        } catch (JacksonException e) {
            report.malformed(lines.line(), reason(e));
        }
    }

    private void readDocument(InputStream whole, EventParser events) throws IOException {
        report.lines++;
        try (JsonParser parser = factory.createParser(whole)) {
            readDocument(parser, events);
        }
    }

    private void readDocument(JsonParser parser, EventParser events) throws IOException {
        try {
            events.parse(parser, 0);
        } catch (JacksonException e) {
            JsonLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            report.malformed(place.getLineNr(), reason(e) + "; the rest of the file was not read");
        }
    }

    private final class Taker implements EventParser.Handler {
        @Override
        public void event(FieldBag fields, long line) {
            take(fields, line);
        }

        @Override
        public void brokenText(JacksonException problem, long line) {
            report.malformed(line, "in a text inside: " + reason(problem));
        }
    }

    private void take(FieldBag fields, long line) {
        report.droppedFields += fields.dropped();
        for (EventFormat format : formats) {
            if (format.recognises(fields)) {
                AccessEvent event = format.read(fields);
                if (event == null) {
                    report.unrecognised(line, "an event without a time that can be read");
                } else {
                    hand(EventIds.named(event, fields), fields);
                }
                return;
            }
        }
        report.unrecognised(line, "no event of a log that can be read");
    }

    private void hand(AccessEvent event, FieldBag fields) {
        long identity =
                RecentIds.markOf(event.id(), event.action(), event.time().toEpochMilli());
        sink.accept(new LoggedEvent(event, marker.mark(event.provider(), fields), identity));
    }

    /** Never the parser's own message: it quotes what it read. */
    private static String reason(IOException e) {
        if (e instanceof EOFException) {
            return "the compressed file ends early";
        }
        if (e instanceof com.fasterxml.jackson.core.exc.StreamConstraintsException) {
            return "JSON beyond the limits of nesting or length";
        }
        if (e instanceof JacksonException broken) {
            return broken.getLocation() == null
                    ? "broken JSON"
                    : "broken JSON at column %d".formatted(broken.getLocation().getColumnNr());
        }
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "no permission to read it";
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
