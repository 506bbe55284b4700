package dev.plumbline.dashboards.cli;

import dev.plumbline.rules.language.RuleCases;
import dev.plumbline.rules.language.RuleCases.Outcome;
import dev.plumbline.rules.language.RulePack;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline rules test [DIR...]}: exit code 1 if a rule does not say what one of its cases states. */
@Command(name = "test", description = "Run the cases of the rules in a folder, or of the built-in ones.")
final class RulesTestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = "Folders or files with rules; the built-in rules if there are none.")
    private List<Path> folders = List.of();

    @Override
    public Integer call() {
        RuleCases cases = new RuleCases(folders.isEmpty() ? RulePack.builtIn() : RulePack.load(folders));
        List<Outcome> outcomes = cases.run();
        List<Outcome> wrong =
                outcomes.stream().filter(outcome -> !outcome.asStated()).toList();
        PrintWriter out = command.commandLine().getOut();
        wrong.forEach(outcome -> print(outcome, out));
        long rules = outcomes.stream().map(Outcome::rule).distinct().count();
        out.println(
                wrong.isEmpty()
                        ? "%d cases of %d rules: all as stated".formatted(outcomes.size(), rules)
                        : "%d of %d cases of %d rules are not as stated"
                                .formatted(wrong.size(), outcomes.size(), rules));
        PrintWriter err = command.commandLine().getErr();
        cases.incomplete()
                .forEach(rule -> err.printf(
                        "%s: %s still lacks %s%n",
                        rule.rule().source(), rule.rule().id(), String.join(", ", rule.lacks())));
        return wrong.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    private static void print(Outcome outcome, PrintWriter out) {
        out.printf(
                "%s:%d: %s: %s: %s%n",
                outcome.rule().source(),
                outcome.given().line(),
                outcome.rule().id(),
                outcome.given().name(),
                outcome.problem().orElse(""));
    }
}
