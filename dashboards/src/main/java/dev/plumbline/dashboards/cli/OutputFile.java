package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.Build;
import dev.plumbline.dashboards.export.OcsfWriter;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.scanner.finding.FindingChange;
import dev.plumbline.scanner.ranking.Incident;
import dev.plumbline.scanner.scan.ScanResult;
import dev.plumbline.scanner.store.Store;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code --output ocsf=FILE}: a file that a scan writes beside what it prints. */
record OutputFile(Path file) {
    private static final String OCSF = "ocsf=";

    /** @throws UserException if one is misspelt or cannot be written */
    static List<OutputFile> parse(List<String> options) {
        List<OutputFile> files = options.stream().map(OutputFile::parse).toList();
        files.forEach(output -> requireWritable(output.file));
        return files;
    }

    private static OutputFile parse(String option) {
        if (!option.startsWith(OCSF) || option.length() == OCSF.length()) {
            throw new UserException("--output is '%s': write ocsf=FILE".formatted(option));
        }
        return new OutputFile(Path.of(option.substring(OCSF.length())));
    }

    /**
     * So that nobody waits for a scan whose result has nowhere to go.
     *
     * @throws UserException if {@code file} cannot be written as things stand
     */
    static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new UserException("cannot write %s: it is a folder, give a file in it".formatted(file));
        }
        if (!Files.isDirectory(folder)) {
            throw new UserException("cannot write %s: there is no folder %s".formatted(file, folder));
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new UserException("cannot write %s: permission denied".formatted(file));
        }
    }

    /** Writes what the scan found and resolved, then its incidents, most urgent first. An older file is replaced. */
    void write(Store store, ScanResult result, RulePack rules) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            OcsfWriter ocsf = new OcsfWriter(out, Build.version(), rules::rule);
            store.read(tables -> {
                tables.findings().forEachChange(result.scan().id(), change -> write(ocsf, change));
                return true;
            });
            for (Incident incident : result.incidents()) {
                ocsf.write(incident, result.isNew(incident));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(OcsfWriter ocsf, FindingChange change) {
        try {
            ocsf.write(change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
