package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.config.AccountSource;
import dev.plumbline.dashboards.config.Durations;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.aws.AwsRole;
import dev.plumbline.scanner.aws.AwsSettings;
import dev.plumbline.scanner.aws.OrganizationWalk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline scan aws}. */
@Command(name = "aws", description = "Read one AWS account, or all of an organisation, and judge it.")
final class ScanAwsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ScanOptions options;

    @Option(names = "--region", split = ",", description = "Regions to read; may be repeated (default: all enabled).")
    private List<String> regions = List.of();

    @Option(names = "--profile", description = "A profile of the shared configuration files.")
    private Optional<String> profile = Optional.empty();

    @Option(
            names = "--role-arn",
            description = "A role to assume; with --organization, before the role in each account.")
    private Optional<String> role = Optional.empty();

    @Option(names = "--external-id", description = "Sent when assuming a role.")
    private Optional<String> externalId = Optional.empty();

    @Option(
            names = "--session-name",
            paramLabel = "NAME",
            description = "By which CloudTrail shows what was read through a role (default: plumbline).")
    private Optional<String> sessionName = Optional.empty();

    @Option(
            names = "--organization",
            description = "Read every active account of the organisation, listed from its management account or a"
                    + " delegated administrator.")
    private boolean organization;

    @Option(names = "--role-name", paramLabel = "NAME", description = "The role to assume in each of its accounts.")
    private Optional<String> roleName = Optional.empty();

    @Option(
            names = "--exclude-accounts",
            split = ",",
            paramLabel = "ID",
            description = "Accounts of the organisation to leave out; may be repeated.")
    private List<String> excluded = List.of();

    @Option(
            names = "--wait-for-credentials",
            paramLabel = "DURATION",
            description = "How long to wait for expired credentials to be refreshed, such as 15m; 0s: not at all"
                    + " (default: 15m).")
    private Optional<String> patience = Optional.empty();

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
        return new ScanRunner(options, command, Clock.systemUTC()).run(List.of(source()), List.of(), saveInventory);
    }

    private AccountSource source() {
        try {
            return organization
                    ? new AccountSource.AwsOrganization(settings(), walk())
                    : new AccountSource.Aws(settings());
        } catch (IllegalArgumentException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private OrganizationWalk walk() {
        String name = roleName.orElseThrow(() -> new UserException(
                "--organization needs --role-name: the role to assume in each account, such as plumbline-reader"));
        return new OrganizationWalk(
                name, externalId, excluded.stream().map(AccountId::new).collect(Collectors.toSet()));
    }

    private AwsSettings settings() {
        if (!organization && (roleName.isPresent() || !excluded.isEmpty())) {
            throw new UserException(
                    "--role-name and --exclude-accounts go with --organization: add it, or name one role"
                            + " with --role-arn");
        }
        if (externalId.isPresent() && role.isEmpty() && roleName.isEmpty()) {
            throw new UserException("an external id is sent to a role only: name the role too");
        }
        AwsSettings settings = AwsSettings.standard().withRegions(regions);
        settings = profile.map(settings::withProfile).orElse(settings);
        settings = role.map(arn -> new AwsRole(arn, externalId))
                .map(settings::thenRole)
                .orElse(settings);
        settings = sessionName.map(settings::withSessionName).orElse(settings);
        settings = patience.map(Durations::parse)
                .map(settings::withCredentialPatience)
                .orElse(settings);
        settings = endpoint.map(settings::withEndpoint).orElse(settings);
        if (s3Control.isPresent()) {
            settings = settings.withServiceEndpoint("s3control", s3Control.get());
        }
        return requestsPerSecond.map(settings::withRequestsPerSecond).orElse(settings);
    }
}
