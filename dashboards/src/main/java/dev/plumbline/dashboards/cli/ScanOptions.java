package dev.plumbline.dashboards.cli;

import dev.plumbline.rules.language.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every kind of scan takes. */
final class ScanOptions {
    @Option(
            names = "--db",
            paramLabel = "FILE|URL",
            defaultValue = "plumbline.db",
            description = "Store: a SQLite file or a jdbc:postgresql URL (${DEFAULT-VALUE}).")
    String store = "plumbline.db";

    @Option(names = "--rules", paramLabel = "DIR", description = "A folder of rules of your own; may be repeated.")
    List<Path> rules = List.of();

    @Option(
            names = "--logs",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Access logs to judge in the same run: files or folders.")
    List<Path> logs = List.of();

    @Option(
            names = "--pseudonym-key",
            paramLabel = "FILE",
            description = "Key that turns people into pseudonyms; made if missing. Keep it apart from the store"
                    + " (default: plumbline/pseudonym.key in the user's configuration folder).")
    Optional<Path> pseudonymKey = Optional.empty();

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} on stdout (${DEFAULT-VALUE}).")
    OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            description = "Also write a file; FORMAT is ocsf (JSON lines). May be repeated.")
    List<String> outputs = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "critical",
            description = "Exit 1 if a finding is at least critical, high, medium or low; or never (${DEFAULT-VALUE}).")
    String failOn = "critical";

    @Option(names = "--quiet", description = "No progress on stderr.")
    boolean quiet;

    /** Empty for {@code never}. */
    Optional<Severity> threshold() {
        if (failOn.equals("never")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Severity.of(failOn));
        } catch (IllegalArgumentException e) {
            throw new UserException("--fail-on is '%s': use critical, high, medium, low or never".formatted(failOn), e);
        }
    }
}
