package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.Build;
import dev.plumbline.dashboards.export.OcsfWriter;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.ranking.Incident;
import dev.plumbline.scanner.scan.ScanResult;
import dev.plumbline.scanner.store.FindingQuery;
import dev.plumbline.scanner.store.Store;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

    /** Writes what the scan found, then its incidents, in the order of the store. An older file is replaced. */
    void write(Store store, ScanResult result, RulePack rules, Clock clock) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            OcsfWriter ocsf = new OcsfWriter(out, Build.version(), rules::rule, clock);
            store.read(tables -> {
                tables.findings()
                        .forEach(FindingQuery.ofScan(result.scan().id()), finding -> writeFinding(ocsf, finding));
                return true;
            });
            for (Incident incident : result.incidents()) {
                ocsf.write(incident);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeFinding(OcsfWriter ocsf, Finding finding) {
        try {
            ocsf.write(finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
