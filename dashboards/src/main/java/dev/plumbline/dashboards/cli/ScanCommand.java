package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.config.AccountSource;
import dev.plumbline.dashboards.config.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline scan}: judges saved inventories; its subcommands read a cloud first. */
@Command(
        name = "scan",
        description = "Judge cloud accounts, read live (scan aws, scan azure, scan gcp) or from saved inventories.",
        subcommands = {ScanAwsCommand.class, ScanAzureCommand.class, ScanGcpCommand.class})
final class ScanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ScanOptions options;

    @Option(
            names = "--inventory",
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Files to judge offline: inventories, AWS Config snapshots, IAM authorization details; plain or .gz.")
    private List<Path> inventories = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "plumbline.yaml: accounts, inventories, logs and rules to scan in one run.")
    private Optional<Path> configuration = Optional.empty();

    @Option(names = "--save-inventory", paramLabel = "FILE", description = "Keep what was read; .gz packs it.")
    private Optional<Path> saveInventory = Optional.empty();

    @Override
    public Integer call() throws IOException {
        List<AccountSource> accounts = List.of();
        if (configuration.isPresent()) {
            Configuration file = Configuration.read(configuration.get());
            accounts = file.accounts();
            inventories = joined(inventories, file.inventories());
            options.logs = joined(options.logs, file.logs());
            options.rules = joined(options.rules, file.rules());
        }
        if (accounts.isEmpty() && inventories.isEmpty() && options.logs.isEmpty()) {
            throw new UserException("nothing to scan: give --inventory FILE, --logs PATH, --config FILE, or a cloud:"
                    + " scan aws, scan azure, scan gcp");
        }
        return new ScanRunner(options, command, Clock.systemUTC()).run(accounts, inventories, saveInventory);
    }

    private static List<Path> joined(List<Path> one, List<Path> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
