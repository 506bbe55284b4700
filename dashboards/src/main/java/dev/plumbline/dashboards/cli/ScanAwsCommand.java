package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.config.AccountSource;
import dev.plumbline.scanner.aws.AwsSettings;
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

/** {@code plumbline scan aws}. */
@Command(name = "aws", description = "Read one AWS account and judge it.")
final class ScanAwsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ScanOptions options;

    @Option(names = "--region", split = ",", description = "Regions to read; may be repeated (default: all enabled).")
    private List<String> regions = List.of();

    @Option(names = "--profile", description = "A profile of the shared configuration files.")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--role-arn", description = "A role to assume.")
    private Optional<String> role = Optional.empty();

    @Option(names = "--external-id", description = "Sent when assuming the role.")
    private Optional<String> externalId = Optional.empty();

    @Option(names = "--endpoint-url", paramLabel = "URL", description = "In place of AWS's own, for every service.")
    private Optional<URI> endpoint = Optional.empty();

    @Option(
            names = "--endpoint-url-s3control",
            paramLabel = "URL",
            description = "For S3 Control alone, which needs a host name.")
    private Optional<URI> s3Control = Optional.empty();

    @Option(names = "--requests-per-second", description = "Of every service in every region, at most.")
    private Optional<Double> requestsPerSecond = Optional.empty();

    @Option(names = "--save-inventory", paramLabel = "FILE", description = "Keep what was read; .gz packs it.")
    private Optional<Path> saveInventory = Optional.empty();

    @Override
    public Integer call() throws IOException {
        return new ScanRunner(options, command, Clock.systemUTC())
                .run(List.of(new AccountSource.Aws(settings())), List.of(), saveInventory);
    }

    private AwsSettings settings() {
        try {
            AwsSettings settings = AwsSettings.standard().withRegions(regions);
            settings = profile.map(settings::withProfile).orElse(settings);
            settings = endpoint.map(settings::withEndpoint).orElse(settings);
            if (s3Control.isPresent()) {
                settings = settings.withServiceEndpoint("s3control", s3Control.get());
            }
            if (requestsPerSecond.isPresent()) {
                settings = settings.withRequestsPerSecond(requestsPerSecond.get());
            }
            return role.isPresent() ? settings.withRole(role.get(), externalId) : settings;
        } catch (IllegalArgumentException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }
}
