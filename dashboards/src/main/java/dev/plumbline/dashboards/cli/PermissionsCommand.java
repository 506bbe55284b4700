package dev.plumbline.dashboards.cli;

import picocli.CommandLine.Command;

/** {@code plumbline permissions}: what to grant, and no more, so that a scan reads everything. */
@Command(
        name = "permissions",
        synopsisSubcommandLabel = "COMMAND",
        description = "Print the least-privilege policy that a scan needs.",
        subcommands = PermissionsAwsCommand.class)
final class PermissionsCommand {}
