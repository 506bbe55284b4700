package dev.plumbline.detectors.forest;

import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Work on a bounded number of threads that are gone when it returns. */
final class Parallel {
    private Parallel() {}

    /** Runs {@code task} for 0 to {@code tasks} - 1, in any order; the first failure is thrown. */
    static void forEach(int threads, int tasks, IntConsumer task) {
        if (threads == 1 || tasks <= 1) {
            IntStream.range(0, tasks).forEach(task);
            return;
        }
        within(Math.min(threads, tasks), () -> {
            IntStream.range(0, tasks).parallel().forEach(task);
            return tasks;
        });
    }

    /** Runs {@code work} so that the parallel streams in it use a pool of {@code threads} instead of the common one. */
    static <T> T within(int threads, Supplier<T> work) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(work::get).join();
        }
    }
}
