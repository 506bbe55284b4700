package dev.plumbline.scanner.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does one thing for many items on virtual threads, a bounded number at once. */
public final class Fanout {
    private Fanout() {}

    /**
     * Returns when the action has run for every item. Items are drawn lazily, so a listing of any length may be given;
     * when drawing or the action throws, the rest is cancelled and the exception passed on.
     *
     * @throws CancellationException if the calling thread is interrupted, with its flag set
     */
    public static <T> void forEach(Iterable<T> items, int inFlight, Consumer<T> action) {
        Semaphore places = new Semaphore(inFlight);
        List<Future<?>> running = new ArrayList<>();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (T item : items) {
                places.acquire();
                failFast(running);
                running.add(threads.submit(() -> {
                    try {
                        action.accept(item);
                    } finally {
                        places.release();
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("reading was interrupted");
        } catch (ExecutionException e) {
            throw asUnchecked(e.getCause());
        } finally {
            threads.shutdownNow();
            // Nothing of ours runs on after the return: cancelled actions are waited for.
            threads.close();
        }
    }

    /** Forgets what has ended, so that the list stays as short as what is in flight. */
    private static void failFast(List<Future<?>> running) throws InterruptedException, ExecutionException {
        for (Future<?> each : running) {
            if (each.isDone()) {
                each.get();
            }
        }
        running.removeIf(Future::isDone);
    }

    private static RuntimeException asUnchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}
