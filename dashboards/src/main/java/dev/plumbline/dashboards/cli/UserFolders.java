package dev.plumbline.dashboards.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Where a user's own settings and secrets live, by the XDG convention. */
final class UserFolders {
    private UserFolders() {}

    static Path pseudonymKey() {
        return configuration().resolve("plumbline").resolve("pseudonym.key");
    }

    private static Path configuration() {
        return Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"));
    }
}
