package dev.plumbline.dashboards.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands of the application, in the order of its help text. Reading the options of them all takes most of the time of
 * a {@code --help}, so only a command that the command line names is read whole; of the others, name and description.
 */
final class Subcommands {
    private static final List<Class<?>> ALL = List.of(
            ScanCommand.class,
            DetectCommand.class,
            DemoCommand.class,
            EvaluateCommand.class,
            RulesCommand.class,
            CoverageCommand.class,
            PermissionsCommand.class,
            ServeCommand.class,
            CommandLine.HelpCommand.class);

    private Subcommands() {}

    static void addTo(CommandLine commands, String... arguments) {
        List<String> named = Arrays.asList(arguments);
        // What a file of arguments names is known only to the parser.
        boolean fromFile = named.stream().anyMatch(argument -> argument.startsWith("@"));
        for (Class<?> type : ALL) {
            Command command = type.getAnnotation(Command.class);
            if (fromFile || named.contains(command.name())) {
                commands.addSubcommand(type);
            } else {
                commands.addSubcommand(outline(command));
            }
        }
    }

    private static CommandSpec outline(Command command) {
        CommandSpec outline = CommandSpec.create().name(command.name());
        outline.usageMessage().header(command.header()).description(command.description());
        return outline;
    }
}
