package dev.plumbline.dashboards.http;

/** Where the server was started: what stands there, only those in charge of it can read. */
@FunctionalInterface
public interface Terminal {
    void println(String line);
}
