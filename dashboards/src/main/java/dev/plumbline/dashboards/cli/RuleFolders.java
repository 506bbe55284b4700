package dev.plumbline.dashboards.cli;

import dev.plumbline.rules.language.RulePack;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --rules DIR}, for commands that look at rules. */
final class RuleFolders {
    @Option(names = "--rules", paramLabel = "DIR", description = "Folders of your own rules, beside the built-in ones.")
    private List<Path> folders = List.of();

    RulePack pack() {
        return RulePack.builtInWith(folders);
    }
}
