package dev.plumbline.scanner.collect;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.inventory.InventoryReader;
import dev.plumbline.scanner.inventory.InventoryWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a scan has collected so far, in a folder of its own, safe against SIGKILL at any moment. Every part has two
 * files: its resources ({@code .ndjson.gz}) and its coverage ({@code .coverage.json}). Both are written under another
 * name, forced to disk and renamed, the coverage last: a part is there if and only if its coverage file is. What a
 * killed scan left half written is overwritten or removed. A part that was read whole is not read again on resuming.
 *
 * <p>Thread-safe; one process at a time, held by a lock.
 */
public final class CollectionSpool implements AutoCloseable {
    private static final String COVERAGE = ".coverage.json";
    private static final String RESOURCES = ".ndjson.gz";
    /** Ends in .gz, so that the writer packs it. */
    private static final String UNFINISHED = ".unfinished.gz";

    private final Path directory;
    private final FileChannel lock;

    private CollectionSpool(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Opens the folder, making it if need be, and removes what was left half written.
     *
     * @throws IOException if the folder cannot be used, or another scan is using it
     */
    public static CollectionSpool open(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel lock = lock(directory);
        try {
            for (Path leftOver : files(directory, UNFINISHED)) {
                Files.delete(leftOver);
            }
            return new CollectionSpool(directory, lock);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(directory, e);
        }
        channel.close();
        throw inUse(directory, null);
    }

    private static IOException inUse(Path directory, @Nullable Throwable cause) {
        return new IOException(
                "another scan is using %s: wait for its end, or name another folder".formatted(directory), cause);
    }

    /** The coverage of a part that an earlier run read whole; empty if it is to be read, again or for the first time. */
    public Optional<Coverage> finished(Part part) throws IOException {
        Path file = file(part, COVERAGE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(CoverageJson.read(Files.readString(file))).filter(Coverage::complete);
    }

    /** Begins a part anew. What an earlier run had of it stays until {@link PartWriter#finish}. */
    public PartWriter begin(Part part) throws IOException {
        return new PartWriter(part);
    }

    /** Hands over every resource of every part that has ended, part by part in the order of their names. */
    public void resources(Consumer<Resource> sink) throws IOException {
        for (Path coverage : files(directory, COVERAGE)) {
            Path resources = sibling(coverage);
            InventoryReader.Report report = InventoryReader.read(resources, sink);
            if (report.badLines() > 0) {
                throw new IOException("%s is damaged: remove the folder %s and scan again"
                        .formatted(report.problems().getFirst().sentence(), directory));
            }
        }
    }

    /** The coverage of every part that has ended. */
    public Coverage coverage() throws IOException {
        Coverage all = Coverage.NONE;
        for (Path file : files(directory, COVERAGE)) {
            all = all.plus(CoverageJson.read(Files.readString(file)));
        }
        return all;
    }

    /** Removes the folder: its resources have been taken over. */
    public void discard() throws IOException {
        close();
        // Coverage first: a crash half-way leaves no part that claims resources it has lost.
        for (String kind : List.of(COVERAGE, RESOURCES, UNFINISHED, "lock")) {
            for (Path file : files(directory, kind)) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private Path file(Part part, String ending) {
        // '~' never stands in an encoded name, so no two parts share a file.
        return directory.resolve(
                "%s~%s~%s".formatted(encode(part.account().value()), encode(part.region()), part.type()) + ending);
    }

    private static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static Path sibling(Path coverage) {
        String name = coverage.getFileName().toString();
        return coverage.resolveSibling(name.substring(0, name.length() - COVERAGE.length()) + RESOURCES);
    }

    private static List<Path> files(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** One part under way. Takes resources from any thread; closing without {@link #finish} throws them away. */
    public final class PartWriter implements Consumer<Resource>, AutoCloseable {
        private final Part part;
        private final Path unfinished;
        private final InventoryWriter writer;
        private final AtomicLong resources = new AtomicLong();
        private volatile @Nullable UncheckedIOException failure;

        private PartWriter(Part part) throws IOException {
            this.part = part;
            this.unfinished = file(part, UNFINISHED);
            this.writer = InventoryWriter.create(unfinished);
        }

        @Override
        public void accept(Resource resource) {
            try {
                writer.accept(resource);
            } catch (UncheckedIOException e) {
                failure = e;
                throw e;
            }
            resources.incrementAndGet();
        }

        /** Resources taken so far. */
        public long resources() {
            return resources.get();
        }

        /**
         * Makes the part permanent.
         *
         * @throws UncheckedIOException if a resource could not be written, whatever the collector made of that
         */
        public void finish(Coverage coverage) throws IOException {
            UncheckedIOException failed = failure;
            if (failed != null) {
                throw failed;
            }
            writer.close();
            Files.deleteIfExists(file(part, COVERAGE));
            install(unfinished, file(part, RESOURCES));
            Path coverageFile = file(part, COVERAGE + UNFINISHED);
            Files.writeString(coverageFile, CoverageJson.write(coverage));
            install(coverageFile, file(part, COVERAGE));
        }

        private void install(Path from, Path to) throws IOException {
            try (FileChannel channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            writer.close();
            Files.deleteIfExists(unfinished);
        }
    }
}
