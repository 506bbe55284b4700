package dev.plumbline.scanner.collect;

import java.time.Duration;

/** Time that passes when somebody waits for it. */
public final class PassingTime implements Timekeeper {
    private long now = 42;

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        now += Math.max(0, duration.toNanos());
    }

    public void pass(Duration duration) {
        sleep(duration);
    }
}
