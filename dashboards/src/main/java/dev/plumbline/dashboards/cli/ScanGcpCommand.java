package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.config.AccountSource;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.gcp.GcpSettings;
import dev.plumbline.scanner.gcp.GoogleCredential;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline scan gcp}. */
@Command(
        name = "gcp",
        description = "Read the buckets of one Google Cloud project and judge them. Signs in by Application Default"
                + " Credentials.")
final class ScanGcpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ScanOptions options;

    @Option(names = "--project", required = true, paramLabel = "ID", description = "The project.")
    private String project = "";

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "In place of Google's own (default: STORAGE_EMULATOR_HOST if set).")
    private Optional<URI> endpoint = Optional.empty();

    @Option(names = "--no-sign-in", description = "Ask without credentials, as emulators want it.")
    private boolean noSignIn;

    @Option(names = "--save-inventory", paramLabel = "FILE", description = "Keep what was read; .gz packs it.")
    private Optional<Path> saveInventory = Optional.empty();

    @Override
    public Integer call() throws IOException {
        return new ScanRunner(options, command, Clock.systemUTC())
                .run(List.of(new AccountSource.Gcp(settings())), List.of(), saveInventory);
    }

    private GcpSettings settings() {
        try {
            GcpSettings settings = GcpSettings.standard(new AccountId(project))
                    .withCredential(
                            noSignIn
                                    ? new GoogleCredential.Anonymous()
                                    : GoogleCredential.fromEnvironment(System.getenv()));
            return endpoint.or(() -> GcpSettings.endpointFromEnvironment(System.getenv()))
                    .map(settings::withEndpoint)
                    .orElse(settings);
        } catch (IllegalArgumentException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }
}
