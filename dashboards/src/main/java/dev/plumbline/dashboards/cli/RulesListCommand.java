package dev.plumbline.dashboards.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.rules.language.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline rules list}: one line or one JSON object per rule, in the order of their ids. */
@Command(name = "list", description = "List every rule with its severity and title.")
final class RulesListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private RuleFolders folders;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TABLE",
            description = "${COMPLETION-CANDIDATES}; the default is ${DEFAULT-VALUE}.")
    private OutputFormat format;

    @Override
    public Integer call() throws IOException {
        List<Rule> rules = folders.pack().rules();
        PrintWriter out = command.commandLine().getOut();
        switch (format) {
            case TABLE -> printTable(rules, out);
            case JSON -> printJson(rules, out);
        }
        return ExitCode.CLEAN;
    }

    private static void printTable(List<Rule> rules, PrintWriter out) {
        TextTable table = new TextTable("SEVERITY", "RULE", "TITLE");
        rules.forEach(rule -> table.row(rule.severity().key(), rule.id(), rule.title()));
        table.print(out);
    }

    private static void printJson(List<Rule> rules, PrintWriter out) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Rule rule : rules) {
                json.writeStartObject();
                json.writeStringField("id", rule.id().value());
                json.writeStringField("cloud", rule.resource().cloud().key());
                json.writeStringField("service", rule.resource().service());
                json.writeStringField("severity", rule.severity().key());
                json.writeStringField("title", rule.title());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }
}
