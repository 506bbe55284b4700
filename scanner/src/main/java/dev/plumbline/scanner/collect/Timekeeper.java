package dev.plumbline.scanner.collect;

import java.time.Duration;

/** Passing time, read and waited for in one place, so that tests can let it pass without waiting. Thread-safe. */
public interface Timekeeper {
    /** Nanoseconds since some fixed moment; never runs backwards. */
    long nanoTime();

    /** Blocks the calling thread; returns at once for a duration of zero or less. */
    void sleep(Duration duration) throws InterruptedException;

    /** The machine's own time. */
    static Timekeeper system() {
        return new Timekeeper() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
