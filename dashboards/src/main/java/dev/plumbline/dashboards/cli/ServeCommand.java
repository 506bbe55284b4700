package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.config.Configuration;
import dev.plumbline.dashboards.http.Dashboard;
import dev.plumbline.dashboards.http.DashboardSettings;
import dev.plumbline.dashboards.http.RuleBook;
import dev.plumbline.dashboards.schedule.ScanPlan;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.scanner.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline serve}: the dashboard, and the scheduled scan, until Ctrl-C. */
@Command(name = "serve", description = "Serve the dashboard in a browser, and run the scheduled scan.")
final class ServeCommand implements Callable<Integer> {
    private static final Path CONFIGURATION = Path.of("plumbline.yaml");

    @Spec
    private CommandSpec command;

    @Option(
            names = "--port",
            defaultValue = "" + DashboardSettings.DEFAULT_PORT,
            description = "Port to listen on, 0 for any free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            defaultValue = DashboardSettings.LOOPBACK,
            description = "Address to bind; others than this machine reach the dashboard only if you change it"
                    + " (${DEFAULT-VALUE}).")
    private String host = DashboardSettings.LOOPBACK;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description =
                    "What browsers type where a TLS proxy stands in front, such as https://plumbline.example.org.")
    private Optional<URI> publicUrl = Optional.empty();

    @Option(names = "--open-metrics", description = "Answer /metrics without sign-in beyond loopback too.")
    private boolean openMetrics;

    @Option(
            names = "--db",
            paramLabel = "FILE|URL",
            defaultValue = "plumbline.db",
            description = "Store: a SQLite file or a jdbc:postgresql URL (${DEFAULT-VALUE}).")
    private String store = "plumbline.db";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration with the section schedule (plumbline.yaml, if it is there).")
    private Optional<Path> configuration = Optional.empty();

    @Option(names = "--rules", paramLabel = "DIR", description = "A folder of rules of your own; may be repeated.")
    private List<Path> rules = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        DashboardSettings settings = settings();
        ScanPlan plan = plan();
        try (Store opened = Store.open(store)) {
            serve(settings, opened, ruleBook(), plan, command.commandLine());
        }
        return ExitCode.CLEAN;
    }

    /** Serves until Ctrl-C; prints a one-time sign-in link on stdout. */
    static void serve(DashboardSettings settings, Store store, RuleBook rules, ScanPlan plan, CommandLine terminal)
            throws InterruptedException {
        PrintWriter out = terminal.getOut();
        PrintWriter err = terminal.getErr();
        try (Dashboard dashboard = Dashboard.start(settings, store, rules, plan, out::println, Clock.systemUTC())) {
            CountDownLatch closing = closeOnInterrupt(dashboard);
            out.println("Sign in: " + dashboard.signInLink());
            err.println("Listening on %s. Ctrl-C ends.".formatted(dashboard.url()));
            if (!settings.loopbackOnly() && !settings.secure()) {
                err.println("Others can reach this address, and what they send is not encrypted:"
                        + " put a TLS proxy in front and give --public-url https://...");
            }
            closing.await();
        } catch (BindException e) {
            throw new UserException(
                    "cannot listen on %s: the port is in use or may not be bound. Stop what listens there, or choose another with --port"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Closes on Ctrl-C or SIGTERM; whoever waits for the latch is told when it is done. */
    private static CountDownLatch closeOnInterrupt(Dashboard dashboard) {
        CountDownLatch closing = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    dashboard.close();
                    closing.countDown();
                },
                "close");
        Runtime.getRuntime().addShutdownHook(hook);
        return closing;
    }

    private DashboardSettings settings() {
        try {
            return new DashboardSettings(host, port, publicUrl, openMetrics);
        } catch (IllegalArgumentException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Rules are read when the first finding is opened, not before the first page. */
    private RuleBook ruleBook() {
        return new LazyRules(() -> RulePack.builtInWith(rules));
    }

    private ScanPlan plan() throws IOException {
        Optional<Path> file = configuration.or(() -> Optional.of(CONFIGURATION).filter(Files::exists));
        if (file.isEmpty()) {
            return ScanPlan.NONE;
        }
        Configuration read = Configuration.read(file.get());
        List<String> arguments = scanArguments(read, file.get());
        Optional<ScanPlan.Job> job =
                arguments.isEmpty() ? Optional.empty() : Optional.of(new CommandLineScan(arguments, store));
        try {
            return new ScanPlan(read.schedule().cron(), read.schedule().zone(), job);
        } catch (IllegalArgumentException e) {
            throw new UserException("%s: %s".formatted(file.get(), e.getMessage()), e);
        }
    }

    /** What the schedule says, else everything the file names; nothing where it names nothing. */
    private static List<String> scanArguments(Configuration read, Path file) {
        if (!read.schedule().scan().isEmpty()) {
            return read.schedule().scan();
        }
        boolean something = !read.accounts().isEmpty()
                || !read.inventories().isEmpty()
                || !read.logs().isEmpty();
        return something ? List.of("--config", file.toString()) : List.of();
    }
}
