package dev.plumbline.dashboards.config;

import dev.plumbline.scanner.scan.Target;

/** An account that is signed in to; close it when it has been read. */
public record OpenAccount(Target target, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}
