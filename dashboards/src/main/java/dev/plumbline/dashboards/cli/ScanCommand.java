package dev.plumbline.dashboards.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
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
            description = "Inventory files (.ndjson, .ndjson.gz) to judge offline.")
    private List<Path> inventories = List.of();

    @Override
    public Integer call() throws IOException {
        if (inventories.isEmpty() && options.logs.isEmpty()) {
            throw new UserException("nothing to scan: give --inventory FILE, --logs PATH, or a cloud: scan aws, scan"
                    + " azure, scan gcp");
        }
        return new ScanRunner(options, command, Clock.systemUTC()).judge(inventories);
    }
}
