package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.demo.Comparison;
import dev.plumbline.dashboards.demo.Demo;
import dev.plumbline.dashboards.demo.DemoFolder;
import dev.plumbline.dashboards.demo.NoDemoFolderException;
import dev.plumbline.dashboards.demo.Planted;
import dev.plumbline.dashboards.demo.company.Parameters;
import dev.plumbline.dashboards.http.DashboardSettings;
import dev.plumbline.dashboards.schedule.ScanPlan;
import dev.plumbline.detectors.alert.DetectorOptions;
import dev.plumbline.detectors.log.PseudonymKey;
import dev.plumbline.detectors.log.Pseudonyms;
import dev.plumbline.rules.language.RuleEngine;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.scan.InventoryFiles;
import dev.plumbline.scanner.scan.Scan;
import dev.plumbline.scanner.scan.ScanRequest;
import dev.plumbline.scanner.scan.ScanResult;
import dev.plumbline.scanner.store.FindingQuery;
import dev.plumbline.scanner.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline demo}: an invented company, judged by the real pipeline, and what that found of what was planted. */
@Command(
        name = "demo",
        description = "Make an invented company with planted faults and attacks, judge it, and say what was found.")
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--seed", defaultValue = "1", description = "Which company; any number (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--size",
            defaultValue = "1",
            description = "1 gives some 300 resources and 200,000 events (${DEFAULT-VALUE}).")
    private double size;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "demo",
            description = "Folder for inventory, logs and store; used again if it holds this demo (${DEFAULT-VALUE}).")
    private Path folder = Path.of("demo");

    @Option(names = "--until", paramLabel = "DATE", description = "Day after the last event (default: today, UTC).")
    private Optional<LocalDate> until = Optional.empty();

    @Option(names = "--no-serve", description = "End after the comparison; do not serve the dashboard.")
    private boolean noServe;

    @Option(
            names = "--port",
            defaultValue = "" + DashboardSettings.DEFAULT_PORT,
            description = "Port of the dashboard, 0 for any free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            description = "Also write a file; FORMAT is ocsf (JSON lines). May be repeated.")
    private List<String> outputs = List.of();

    @Option(names = "--quiet", description = "No progress on stderr.")
    private boolean quiet;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Parameters parameters = parameters();
        DashboardSettings dashboard = dashboard();
        List<OutputFile> files = OutputFile.parse(outputs);
        DemoFolder demo = open();
        Planted planted = prepare(demo, parameters);
        try (Store store = Store.open(demo.store().toString())) {
            RulePack rules = RulePack.builtIn();
            ScanResult result = judge(demo, parameters, store, rules);
            report(store, result, planted);
            for (OutputFile file : files) {
                file.write(store, result, rules);
            }
            if (!noServe) {
                ServeCommand.serve(
                        dashboard, store, new LazyRules(RulePack::builtIn), ScanPlan.NONE, command.commandLine());
            }
        }
        return ExitCode.CLEAN;
    }

    private Parameters parameters() {
        try {
            return new Parameters(seed, size, until.orElseGet(() -> LocalDate.now(clock)));
        } catch (IllegalArgumentException e) {
            throw new UserException("--size: " + e.getMessage(), e);
        }
    }

    private DashboardSettings dashboard() {
        try {
            return DashboardSettings.local(port);
        } catch (IllegalArgumentException e) {
            throw new UserException("--port: " + e.getMessage(), e);
        }
    }

    private DemoFolder open() throws IOException {
        try {
            return DemoFolder.open(folder);
        } catch (NoDemoFolderException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private Planted prepare(DemoFolder demo, Parameters parameters) throws IOException {
        PrintWriter err = command.commandLine().getErr();
        try (Progress progress = Progress.start(err, "making the demo", quiet)) {
            return Demo.prepare(demo, parameters, new Demo.Listener() {
                @Override
                public void reused() {
                    say("using the files in %s again".formatted(folder));
                }

                @Override
                public void parts(int count) {
                    progress.expect(count);
                }

                @Override
                public void partDone() {
                    progress.advance("access logs");
                }
            });
        }
    }

    /** Nothing from here on knows that this is a demonstration. */
    private ScanResult judge(DemoFolder demo, Parameters parameters, Store store, RulePack rules) throws IOException {
        say("judging %s and %s".formatted(demo.inventory(), demo.logs()));
        ScanRequest.Logs logs =
                new ScanRequest.Logs(List.of(demo.logs()), DetectorOptions.standard(), pseudonyms(parameters));
        ScanRequest request = new ScanRequest(
                demo.inventory().toString(),
                Optional.of(new InventoryFiles(List.of(demo.inventory()))),
                Optional.of(logs));
        return new Scan(store, new RuleEngine(rules), clock).run(request);
    }

    /** Follows from the seed: nobody is behind these names, and two runs shall give the same tokens. */
    private static Pseudonyms pseudonyms(Parameters parameters) {
        String key = parameters.seeds().hex(64, "pseudonyms");
        return new Pseudonyms(PseudonymKey.of(key.getBytes(StandardCharsets.US_ASCII)));
    }

    private void report(Store store, ScanResult result, Planted planted) {
        PrintWriter out = command.commandLine().getOut();
        ScanReport report = new ScanReport(store, result);
        report.printIncidents(out);
        report.printSummary(out);
        report.printCoverage(command.commandLine().getErr());
        Comparison comparison = Comparison.of(planted, findings(store, result), result.incidents());
        comparison.missedFaults().forEach(fault -> out.printf("missed: %s on %s%n", fault.rule(), fault.resource()));
        comparison
                .missedAttacks()
                .forEach(attack -> out.printf(
                        "missed: %s on %s, %s to %s%n",
                        attack.name(), attack.provider(), attack.start(), attack.end()));
        comparison
                .falseAlarms()
                .forEach(alarm -> out.printf("not planted, yet found: %s on %s%n", alarm.rule(), alarm.resource()));
        out.println(comparison.summary());
        out.flush();
    }

    private static List<Finding> findings(Store store, ScanResult result) {
        return store.read(tables -> {
            List<Finding> findings = new ArrayList<>();
            tables.findings().forEach(FindingQuery.ofScan(result.scan().id()), findings::add);
            return findings;
        });
    }

    private void say(String line) {
        if (!quiet) {
            command.commandLine().getErr().println(line);
        }
    }
}
