package dev.plumbline.dashboards.config;

import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.aws.AwsScanner;
import dev.plumbline.scanner.azure.AzureScanner;
import dev.plumbline.scanner.gcp.GcpScanner;
import dev.plumbline.scanner.scan.Target;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Accounts that are signed in to; close them when the scan has ended. */
public final class Accounts implements AutoCloseable {
    private final List<Runnable> closing = new ArrayList<>();
    private final Clock clock;

    public Accounts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Signs in and says what there is to read.
     *
     * @throws dev.plumbline.scanner.collect.ProviderAccessException if the account cannot be read as things stand
     */
    public Target connect(AccountSource source) {
        return switch (source) {
            case AccountSource.Aws(var settings) -> {
                AwsScanner scanner = AwsScanner.open(settings, clock);
                closing.add(scanner::close);
                yield new Target(Cloud.AWS, scanner.scope(), scanner.collectors(), source.toString());
            }
            case AccountSource.Azure(var settings) -> {
                AzureScanner scanner = AzureScanner.open(settings, clock);
                closing.add(scanner::close);
                yield new Target(Cloud.AZURE, scanner.scope(), scanner.collectors(), source.toString());
            }
            case AccountSource.Gcp(var settings) -> {
                GcpScanner scanner = GcpScanner.open(settings, clock);
                closing.add(scanner::close);
                yield new Target(Cloud.GCP, scanner.scope(), scanner.collectors(), source.toString());
            }
        };
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
        closing.clear();
    }
}
