package dev.plumbline.dashboards.cli;

import dev.plumbline.rules.language.Rule;
import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.rules.language.Suggestions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline rules show ID}: one rule for a person to read, and then its file as written. */
@Command(name = "show", description = "Show one rule: why it matters, what it asks, how to put it right.")
final class RulesShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private RuleFolders folders;

    @Parameters(paramLabel = "ID", description = "The rule's id, as rules list prints it.")
    private String id;

    @Override
    public Integer call() {
        RulePack pack = folders.pack();
        Rule rule = pack.rules().stream()
                .filter(candidate -> candidate.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(pack));
        print(rule, command.commandLine().getOut());
        return ExitCode.CLEAN;
    }

    private UserException unknown(RulePack pack) {
        List<String> ids =
                pack.rules().stream().map(Rule::id).map(RuleId::value).toList();
        List<String> near = Suggestions.near(id, ids);
        String help = near.isEmpty()
                ? "see all of them with: plumbline rules list"
                : "did you mean %s?".formatted(String.join(" or ", near));
        return new UserException("there is no rule '%s': %s".formatted(id, help));
    }

    private static void print(Rule rule, PrintWriter out) {
        out.printf("%s%n%s%n%n", rule.id(), rule.title());
        line(out, "severity", rule.severity().key());
        line(out, "resource", rule.resource().value());
        line(out, "tags", String.join(", ", rule.tags()));
        line(out, "file", rule.source());
        section(out, "Why", List.of(rule.why()));
        section(out, "Holds when", rule.pass().lines().toList());
        section(out, "Shows", rule.evidence());
        out.printf("%nTo put it right%n");
        line(out, "console", rule.remediation().console());
        line(out, "cli", rule.remediation().cli());
        line(out, "terraform", rule.remediation().terraform());
        section(out, "Read on", rule.references());
        section(out, "File", rule.text().lines().toList());
    }

    private static void line(PrintWriter out, String name, String value) {
        Optional.of(value).filter(text -> !text.isEmpty()).ifPresent(text -> out.printf("  %-10s %s%n", name, text));
    }

    private static void section(PrintWriter out, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            out.printf("%n%s%n", heading);
            lines.forEach(line -> out.println(line.isBlank() ? "" : "  " + line));
        }
    }
}
