package dev.plumbline.dashboards.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SubcommandsTest {
    private static final String[] COMMANDS = {
        "scan", "detect", "demo", "evaluate", "rules", "coverage", "permissions", "serve", "help"
    };

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Plumbline.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private static CommandLine commands(String... arguments) {
        CommandLine commands = new CommandLine(new Plumbline());
        Subcommands.addTo(commands, arguments);
        return commands;
    }

    private static Map<String, CommandLine> below(CommandLine commands, String name) {
        return requireNonNull(commands.getSubcommands().get(name)).getSubcommands();
    }

    @Test
    void theHelpTextIsTheSameAsIfEveryCommandHadBeenReadWhole() {
        String outlined = commands("--help").getUsageMessage();

        assertThat(outlined).isEqualTo(commands(COMMANDS).getUsageMessage()).contains(COMMANDS);
    }

    @Test
    void onlyTheNamedCommandIsReadWhole() {
        CommandLine commands = commands("scan", "--help");

        assertThat(below(commands, "scan")).containsOnlyKeys("aws", "azure", "gcp");
        assertThat(below(commands, "rules")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan aws --help", "help rules", "rules list --help", "detect -h", "serve --version"})
    void everyCommandAnswersForItself(String commandLine) {
        int code = run(commandLine.split(" "));

        assertThat(code).isZero();
        assertThat(out.toString()).contains("plumbline");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aMisspeltCommandIsToldOfTheOneMeant() {
        int code = run("scna");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("scan");
    }

    @Test
    void aCommandNamedInAFileOfArgumentsIsFound(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("arguments"), "rules list --help");

        int code = run("@" + file);

        assertThat(code).isZero();
        assertThat(out.toString()).contains("plumbline rules list");
    }
}
