package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.config.AccountSource;
import dev.plumbline.dashboards.config.Accounts;
import dev.plumbline.detectors.alert.DetectorOptions;
import dev.plumbline.detectors.log.PseudonymKey;
import dev.plumbline.detectors.log.Pseudonyms;
import dev.plumbline.rules.language.RuleEngine;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.scanner.collect.CollectionRun;
import dev.plumbline.scanner.inventory.InventoryWriter;
import dev.plumbline.scanner.scan.Estate;
import dev.plumbline.scanner.scan.InventoryFiles;
import dev.plumbline.scanner.scan.JoinedEstates;
import dev.plumbline.scanner.scan.LiveEstate;
import dev.plumbline.scanner.scan.Scan;
import dev.plumbline.scanner.scan.ScanRequest;
import dev.plumbline.scanner.scan.ScanResult;
import dev.plumbline.scanner.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a scan for the command line: opens the store, reads, judges, prints, and says the exit code. */
final class ScanRunner {
    private static final int PARTS_IN_FLIGHT = 16;

    private final ScanOptions options;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Clock clock;

    ScanRunner(ScanOptions options, CommandSpec command, Clock clock) {
        this.options = options;
        this.out = command.commandLine().getOut();
        this.err = command.commandLine().getErr();
        this.clock = clock;
    }

    /**
     * Reads accounts live and inventories as they were saved, then judges them with the logs. What a killed scan had
     * read is taken over. Of several sources an account that cannot be signed in to is a gap in the coverage; where it
     * is the only one, that is the error.
     */
    int run(List<AccountSource> sources, List<Path> inventories, Optional<Path> saveInventory) throws IOException {
        inventories.forEach(ScanRunner::requireReadable);
        saveInventory.ifPresent(OutputFile::requireWritable);
        checkOptions();
        RulePack rules = RulePack.builtInWith(options.rules);
        try (Store store = Store.open(options.store);
                Progress progress = Progress.start(err, "reading", options.quiet)) {
            AccountsProgress accounts = new AccountsProgress(progress);
            CollectionRun run = new CollectionRun(PARTS_IN_FLIGHT, accounts::part);
            try (LiveEstate live = LiveEstate.open(spoolFolder(), run, clock.instant())) {
                new AccountsReader(new Accounts(clock, progress::say), live, accounts)
                        .read(sources, inventories.isEmpty());
                progress.close();
                if (saveInventory.isPresent()) {
                    save(live, saveInventory.get());
                }
                int code = scan(store, rules, request(sources, inventories, live));
                live.discard();
                return code;
            }
        }
    }

    private ScanRequest request(List<AccountSource> sources, List<Path> inventories, LiveEstate live) {
        Estate saved = new InventoryFiles(inventories);
        Optional<Estate> estate = sources.isEmpty()
                ? Optional.of(saved).filter(some -> !inventories.isEmpty())
                : Optional.of(inventories.isEmpty() ? live : new JoinedEstates(List.of(live, saved)));
        String names = Stream.concat(
                        sources.stream().map(AccountSource::label),
                        inventories.stream().map(Path::toString))
                .collect(Collectors.joining(", "));
        return new ScanRequest(names.isEmpty() ? "logs" : names, estate, logs());
    }

    private static void requireReadable(Path inventory) {
        if (!Files.isReadable(inventory) || Files.isDirectory(inventory)) {
            throw new UserException(
                    "cannot read the inventory %s: give a file written by --save-inventory or exported by AWS"
                            .formatted(inventory));
        }
    }

    private int scan(Store store, RulePack rules, ScanRequest request) throws IOException {
        ScanResult result = new Scan(store, new RuleEngine(rules), clock).run(request);
        ScanReport report = new ScanReport(store, result);
        switch (options.format) {
            case TABLE -> report.printTable(out);
            case JSON -> report.printJson(out);
        }
        for (OutputFile file : OutputFile.parse(options.outputs)) {
            file.write(store, result, rules);
        }
        report.printCoverage(err);
        return report.exitCode(options.threshold());
    }

    /** A misspelt option is told before anything is read. */
    private void checkOptions() {
        options.threshold();
        OutputFile.parse(options.outputs);
    }

    private Optional<ScanRequest.Logs> logs() {
        if (options.logs.isEmpty()) {
            return Optional.empty();
        }
        PseudonymKey key = PseudonymKey.loadOrCreate(
                options.pseudonymKey.orElseGet(UserFolders::pseudonymKey), new SecureRandom());
        return Optional.of(new ScanRequest.Logs(options.logs, DetectorOptions.standard(), new Pseudonyms(key)));
    }

    private static void save(Estate estate, Path file) throws IOException {
        try (InventoryWriter writer = InventoryWriter.create(file)) {
            estate.forEach(writer);
        }
    }

    private Path spoolFolder() {
        boolean file = !options.store.startsWith("jdbc:");
        return Path.of(file ? options.store + ".spool" : "plumbline.spool");
    }
}
