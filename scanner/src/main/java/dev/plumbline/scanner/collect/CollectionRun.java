package dev.plumbline.scanner.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Runs collectors part by part into a spool. One that fails is coverage, and stops none of the others. */
public final class CollectionRun {
    private final int partsInFlight;
    private final Consumer<Coverage.Entry> progress;

    /**
     * @param partsInFlight parts read at once; requests in flight are bounded by {@link RequestBudget} besides
     * @param progress told of every part that has ended, from any thread
     */
    public CollectionRun(int partsInFlight, Consumer<Coverage.Entry> progress) {
        this.partsInFlight = partsInFlight;
        this.progress = progress;
    }

    /**
     * Reads what the spool does not hold yet.
     *
     * @return the coverage of every part, in the order of the collectors and their regions
     * @throws UncheckedIOException if the spool cannot be written: a scan that loses resources must not go on
     * @throws CancellationException if the calling thread is interrupted; parts under way are thrown away
     */
    public Coverage run(List<Collector> collectors, Scope scope, CollectionSpool spool) {
        List<Task> tasks = collectors.stream()
                .flatMap(
                        collector -> collector.regions(scope).stream().map(region -> Task.of(collector, scope, region)))
                .toList();
        Map<Part, Coverage> results = new ConcurrentHashMap<>();
        Fanout.forEach(tasks, partsInFlight, task -> {
            Coverage coverage = resumeOrRead(task, spool);
            results.put(task.part(), coverage);
            coverage.entries().forEach(progress);
        });
        return new Coverage(tasks.stream()
                .flatMap(task -> results.getOrDefault(task.part(), Coverage.NONE).entries().stream())
                .toList());
    }

    private static Coverage resumeOrRead(Task task, CollectionSpool spool) {
        try {
            Optional<Coverage> earlier = spool.finished(task.part());
            return earlier.isPresent() ? earlier.get() : read(task, spool);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep what was read of %s".formatted(task.part()), e);
        }
    }

    private static Coverage read(Task task, CollectionSpool spool) throws IOException {
        try (CollectionSpool.PartWriter writer = spool.begin(task.part())) {
            Coverage coverage = collect(task, writer);
            writer.finish(coverage);
            return coverage;
        }
    }

    private static Coverage collect(Task task, CollectionSpool.PartWriter writer) {
        try {
            return task.collector().collect(task.scope(), writer);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return failed(task.part(), writer.resources(), e);
        }
    }

    private static Coverage failed(Part part, long resources, RuntimeException cause) {
        Coverage.Status status = resources == 0 ? Coverage.Status.NOT_READ : Coverage.Status.PARTIAL;
        String words = "%s: %s".formatted(cause.getClass().getSimpleName(), cause.getMessage());
        return new Coverage(
                List.of(new Coverage.Entry(part.account(), part.region(), part.type(), status, resources, words, "")));
    }

    private record Task(Collector collector, Scope scope, Part part) {
        private static Task of(Collector collector, Scope whole, String region) {
            return new Task(
                    collector,
                    new Scope(whole.account(), List.of(region)),
                    new Part(whole.account(), region, collector.resourceType()));
        }
    }
}
