package dev.plumbline.dashboards.config;

import java.nio.file.Path;
import java.util.List;

/** A configuration that cannot be used; the message names the file and every problem, each on a line of its own. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ConfigurationException(Path file, List<String> problems) {
        super(
                problems.size() == 1
                        ? "%s: %s".formatted(file, problems.getFirst())
                        : "%s has %d problems:\n  %s".formatted(file, problems.size(), String.join("\n  ", problems)));
    }
}
