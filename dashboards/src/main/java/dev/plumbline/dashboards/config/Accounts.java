package dev.plumbline.dashboards.config;

import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.aws.AwsOrganization;
import dev.plumbline.scanner.aws.AwsScanner;
import dev.plumbline.scanner.azure.AzureScanner;
import dev.plumbline.scanner.gcp.GcpScanner;
import dev.plumbline.scanner.scan.Target;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Signs in to accounts. Thread-safe. */
public final class Accounts {
    private final Clock clock;
    private final Consumer<String> notices;

    /** @param notices told what a person should know at once, such as that an account waits for its credentials */
    public Accounts(Clock clock, Consumer<String> notices) {
        this.clock = clock;
        this.notices = notices;
    }

    /**
     * The single accounts that a source stands for; itself, if it is one.
     *
     * @throws dev.plumbline.scanner.collect.ProviderAccessException if they cannot be listed as things stand
     */
    public List<AccountSource> expand(AccountSource source) {
        return source instanceof AccountSource.AwsOrganization(var settings, var walk)
                ? AwsOrganization.accounts(settings, walk).stream()
                        .<AccountSource>map(AccountSource.Aws::new)
                        .toList()
                : List.of(source);
    }

    /**
     * Signs in and says what there is to read.
     *
     * @param source a single account; what else there is, {@link #expand} makes into such
     * @throws dev.plumbline.scanner.collect.ProviderAccessException if the account cannot be read as things stand
     */
    public OpenAccount connect(AccountSource source) {
        String fingerprint = source.toString();
        return switch (source) {
            case AccountSource.Aws(var settings) -> {
                AwsScanner scanner = AwsScanner.open(settings, clock, notices);
                yield new OpenAccount(
                        new Target(Cloud.AWS, scanner.scope(), scanner.collectors(), fingerprint), scanner::close);
            }
            case AccountSource.AwsOrganization organization ->
                throw new IllegalArgumentException("%s is no single account".formatted(organization.label()));
            case AccountSource.Azure(var settings) -> {
                AzureScanner scanner = AzureScanner.open(settings, clock);
                yield new OpenAccount(
                        new Target(Cloud.AZURE, scanner.scope(), scanner.collectors(), fingerprint), scanner::close);
            }
            case AccountSource.Gcp(var settings) -> {
                GcpScanner scanner = GcpScanner.open(settings, clock);
                yield new OpenAccount(
                        new Target(Cloud.GCP, scanner.scope(), scanner.collectors(), fingerprint), scanner::close);
            }
        };
    }
}
