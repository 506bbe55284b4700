package dev.plumbline.dashboards.cli;

import dev.plumbline.scanner.store.ScanRecord;
import dev.plumbline.scanner.store.Store;
import dev.plumbline.scanner.store.UnreadAnswers;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline coverage}: what the last scan read, what it did not, and which one permission would change that. */
@Command(
        name = "coverage",
        description = "Show what a scan read and what not, and which permission would change that.",
        footer = {"", "Ends with 3 if something was not read, else with 0."})
final class CoverageCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(
            names = "--db",
            paramLabel = "FILE|URL",
            defaultValue = "plumbline.db",
            description = "Store: a SQLite file or a jdbc:postgresql URL (${DEFAULT-VALUE}).")
    private String store = "plumbline.db";

    @Option(names = "--scan", paramLabel = "ID", description = "Of that scan; by default of the last that ended.")
    private Optional<String> scan = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TABLE",
            description = "${COMPLETION-CANDIDATES}; the default is ${DEFAULT-VALUE}.")
    private OutputFormat format;

    @Override
    public Integer call() throws IOException {
        try (Store opened = Store.open(store)) {
            ScanRecord record = opened.read(tables -> scan.isPresent()
                            ? tables.scans().find(scan.get())
                            : tables.scans().latestEnded())
                    .orElseThrow(this::noScan);
            List<UnreadAnswers> unread = opened.read(tables -> tables.scans().unread(record.id()));
            CoverageReport report = new CoverageReport(record, unread);
            PrintWriter out = command.commandLine().getOut();
            switch (format) {
                case TABLE -> report.printTable(out);
                case JSON -> report.printJson(out);
            }
            return report.isWhole() ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
        }
    }

    private UserException noScan() {
        return new UserException(scan.map(
                        id -> "there is no scan %s in %s: leave --scan out for the last one".formatted(id, store))
                .orElseGet(() -> "no scan has ended in %s yet: run 'plumbline scan' first, or name its store by --db"
                        .formatted(store)));
    }
}
