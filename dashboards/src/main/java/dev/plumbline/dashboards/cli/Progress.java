package dev.plumbline.dashboards.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Says on stderr how far long work has come: a bar on a terminal, at most one line a minute elsewhere, nothing when
 * quiet. Thread-safe.
 */
final class Progress implements AutoCloseable {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final PrintWriter err;
    private final String task;
    private final boolean quiet;
    private final LongSupplier nanoTime;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong lastLine;
    private final @Nullable ProgressBar bar;

    private Progress(PrintWriter err, String task, boolean quiet, boolean terminal, LongSupplier nanoTime) {
        this.err = err;
        this.task = task;
        this.quiet = quiet;
        this.nanoTime = nanoTime;
        this.lastLine = new AtomicLong(nanoTime.getAsLong());
        this.bar = terminal && !quiet ? bar(task) : null;
    }

    /** @param task what is done, such as {@code reading logs} */
    static Progress start(PrintWriter err, String task, boolean quiet) {
        return start(
                err, task, quiet, System.console() != null && System.console().isTerminal(), System::nanoTime);
    }

    static Progress start(PrintWriter err, String task, boolean quiet, boolean terminal, LongSupplier nanoTime) {
        return new Progress(err, task, quiet, terminal, nanoTime);
    }

    private static ProgressBar bar(String task) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setInitialMax(-1)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .build();
    }

    /** Sets the whole, once it is known. */
    void expect(long total) {
        if (bar != null) {
            bar.maxHint(total);
        }
    }

    void advance(String lately) {
        advance(lately, () -> "lately " + lately);
    }

    /** @param summary for the one line a minute, where there is room for more than on a bar */
    void advance(String lately, Supplier<String> summary) {
        long count = done.incrementAndGet();
        if (bar != null) {
            bar.step();
            bar.setExtraMessage(" " + lately);
        } else if (!quiet) {
            lineOnceAMinute(count, summary);
        }
    }

    private void lineOnceAMinute(long count, Supplier<String> summary) {
        long now = nanoTime.getAsLong();
        long last = lastLine.get();
        if (now - last >= MINUTE_NANOS && lastLine.compareAndSet(last, now)) {
            err.printf("%s: %,d done, %s%n", task, count, summary.get());
        }
    }

    /** What a person must know at once, quiet or not. */
    void say(String sentence) {
        err.println(sentence);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
