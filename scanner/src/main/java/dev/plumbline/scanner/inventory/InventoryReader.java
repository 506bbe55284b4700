package dev.plumbline.scanner.inventory;

import dev.plumbline.rules.resource.Resource;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads inventory files, plain or gzipped (told by content), one line at a time. */
public final class InventoryReader {
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int SHOWN_PROBLEMS = 20;

    private InventoryReader() {}

    /** What a read gave: how many resources, and the lines that were none. */
    public record Report(long resources, long badLines, List<Problem> problems) {
        public Report {
            problems = List.copyOf(problems);
        }
    }

    /** A line that could not be used; line 0 speaks of the file as a whole. */
    public record Problem(Path file, long line, String message) {
        public String sentence() {
            return line == 0 ? "%s: %s".formatted(file, message) : "%s:%d: %s".formatted(file, line, message);
        }
    }

    /**
     * Hands every resource of {@code file} to {@code sink}. A bad line is counted and named, the rest is read.
     *
     * @throws IOException if the file cannot be opened
     */
    public static Report read(Path file, Consumer<Resource> sink) throws IOException {
        Tally tally = new Tally(file);
        try (BufferedReader lines = open(file)) {
            for (Optional<String> line = BoundedLine.next(lines); line.isPresent(); line = BoundedLine.next(lines)) {
                tally.line++;
                tally.take(line.get(), sink);
            }
        } catch (EOFException | ZipException e) {
            tally.problem("the file is cut off or damaged from here on: " + e.getMessage());
        }
        return tally.report();
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        int magic = bytes.read() << 8 | bytes.read();
        bytes.reset();
        InputStream plain = magic == GZIP_MAGIC ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    }

    private static final class Tally {
        private final Path file;
        private final List<Problem> problems = new ArrayList<>();
        private long line;
        private long resources;
        private long badLines;

        private Tally(Path file) {
            this.file = file;
        }

        private void take(String text, Consumer<Resource> sink) {
            if (text.isBlank()) {
                return;
            }
            Resource resource;
            try {
                resource = ResourceJson.read(text);
            } catch (IllegalArgumentException e) {
                problem(String.valueOf(e.getMessage()));
                return;
            }
            resources++;
            sink.accept(resource);
        }

        private void problem(String message) {
            badLines++;
            if (problems.size() < SHOWN_PROBLEMS) {
                problems.add(new Problem(file, line, message));
            }
        }

        private Report report() {
            return new Report(resources, badLines, problems);
        }
    }
}
