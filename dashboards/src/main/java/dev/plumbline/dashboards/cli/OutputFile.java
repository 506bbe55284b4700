package dev.plumbline.dashboards.cli;

import dev.plumbline.scanner.scan.ScanResult;
import dev.plumbline.scanner.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** {@code --output ocsf=FILE}: a file that a scan writes beside what it prints. */
record OutputFile(Path file) {
    private static final String OCSF = "ocsf=";

    static OutputFile parse(String option) {
        if (!option.startsWith(OCSF) || option.length() == OCSF.length()) {
            throw new UserException("--output is '%s': write ocsf=FILE".formatted(option));
        }
        return new OutputFile(Path.of(option.substring(OCSF.length())));
    }

    void write(Store store, ScanResult result, Clock clock) throws IOException {
        throw new IOException("OCSF is written by the exporter");
    }
}
