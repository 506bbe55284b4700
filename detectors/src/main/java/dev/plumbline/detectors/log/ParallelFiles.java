package dev.plumbline.detectors.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads files ahead on several threads and gives their events out in the order of the files. Each file has a short
 * queue, so that a large file waits for its turn instead of standing in memory. The pool starts files in order, hence
 * the file whose turn it is is always being read.
 */
final class ParallelFiles implements AutoCloseable {
    private static final int BATCH = 512;
    private static final int BATCHES_AHEAD = 8;

    private final Iterator<LogFiles.Found> files;
    private final Opener opener;
    private final ExecutorService pool;
    private final int ahead;

    /** Makes the reader of one file. */
    @FunctionalInterface
    interface Opener {
        LogFile open(FileReport report, Consumer<LoggedEvent> sink);
    }

    ParallelFiles(List<LogFiles.Found> files, int threads, Opener opener) {
        this.files = files.iterator();
        this.opener = opener;
        this.ahead = threads + 2;
        this.pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("log-reader-", 0).factory());
    }

    void forEach(Consumer<LoggedEvent> events, Consumer<FileReport> ends) {
        Deque<Reading> readings = new ArrayDeque<>();
        while (files.hasNext() || !readings.isEmpty()) {
            while (files.hasNext() && readings.size() < ahead) {
                var reading = new Reading(files.next());
                readings.add(reading);
                pool.execute(reading);
            }
            readings.remove().drain(events, ends);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** A batch of events, and with the last one of a file what became of it. */
    private record Batch(
            List<LoggedEvent> events,
            @Nullable FileReport end,
            @Nullable RuntimeException failure) {}

    private final class Reading implements Runnable {
        private final LogFiles.Found file;
        private final FileReport report;
        private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
        private List<LoggedEvent> batch = new ArrayList<>(BATCH);

        Reading(LogFiles.Found file) {
            this.file = file;
            this.report = new FileReport(file.name());
        }

        @Override
        public void run() {
            RuntimeException failure = null;
            try {
                opener.open(report, this::add).read(file.path());
            } catch (RuntimeException e) {
                failure = e; // thrown again where the events are consumed
            }
            put(new Batch(batch, report, failure));
        }

        private void add(LoggedEvent event) {
            batch.add(event);
            if (batch.size() == BATCH) {
                put(new Batch(batch, null, null));
                batch = new ArrayList<>(BATCH);
            }
        }

        private void put(Batch full) {
            try {
                queue.put(full);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("reading of %s was interrupted".formatted(file.name()), e);
            }
        }

        void drain(Consumer<LoggedEvent> events, Consumer<FileReport> ends) {
            for (FileReport end = null; end == null; ) {
                Batch next = take();
                next.events().forEach(events);
                if (next.failure() != null) {
                    throw next.failure();
                }
                end = next.end();
                if (end != null) {
                    ends.accept(end);
                }
            }
        }

        private Batch take() {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("reading of %s was interrupted".formatted(file.name()), e);
            }
        }
    }
}
