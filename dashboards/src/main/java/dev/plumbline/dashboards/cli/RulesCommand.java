package dev.plumbline.dashboards.cli;

import picocli.CommandLine.Command;

/** {@code plumbline rules}: what the rules are, and whether they say what their cases state. */
@Command(
        name = "rules",
        synopsisSubcommandLabel = "COMMAND",
        description = "List rules, show one, or run the cases of rules.",
        subcommands = {RulesListCommand.class, RulesShowCommand.class, RulesTestCommand.class})
final class RulesCommand {}
