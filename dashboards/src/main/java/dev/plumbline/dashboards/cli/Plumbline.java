package dev.plumbline.dashboards.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The application's entry. Plain picocli: nothing heavy is loaded before a command asks for it. */
@Command(
        name = "plumbline",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Which cloud data stores stand crooked, who reaches into them unusually, and what deserves attention"
                        + " today.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:clean",
            "1:findings at or over the threshold (--fail-on)",
            "2:usage or configuration",
            "3:incomplete: some of it could not be read or assessed",
            "4:nothing could be read",
            "70:internal error, please report",
            "130:interrupted"
        })
public final class Plumbline {
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error and the libraries' own logs.")
    private boolean debug;

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--debug")) {
            System.setProperty("PLUMBLINE_LOG", "INFO"); // read by logback.xml, before anything logs
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        if (code != ExitCode.CLEAN || isAnythingRunning()) {
            System.exit(code);
        }
    }

    /** {@code System.exit} looks for a logger in every jar, which takes as long as a help text: only where it must be. */
    private static boolean isAnythingRunning() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> !thread.isDaemon() && !thread.equals(Thread.currentThread()));
    }

    /** Runs one command line; the whole application but for {@code System.exit}. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Plumbline plumbline = new Plumbline();
        CommandLine commands = new CommandLine(plumbline);
        Subcommands.addTo(commands, arguments);
        commands.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                // --logs takes many paths; a misspelt option behind it is no path.
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .registerConverter(LocalDate.class, Plumbline::day)
                .registerConverter(URI.class, Plumbline::url);
        commands.setParameterExceptionHandler((failure, given) -> UserErrors.usage(failure));
        commands.setExecutionExceptionHandler(
                (failure, command, parsed) -> UserErrors.report(failure, command, plumbline.debug));
        int code = commands.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'%s' is no day such as 2026-11-25".formatted(text));
        }
    }

    private static URI url(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new TypeConversionException("'%s' is no URL".formatted(text));
        }
    }
}
