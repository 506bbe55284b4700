package dev.plumbline.dashboards.config;

import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.aws.AwsScanner;
import dev.plumbline.scanner.azure.AzureCollectors;
import dev.plumbline.scanner.collect.RequestBudgets;
import dev.plumbline.scanner.collect.RequestQuotas;
import dev.plumbline.scanner.collect.Scope;
import dev.plumbline.scanner.collect.Timekeeper;
import dev.plumbline.scanner.gcp.GcpCollectors;
import dev.plumbline.scanner.scan.Target;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Accounts that are signed in to; close them when the scan has ended. */
public final class Accounts implements AutoCloseable {
    private final List<AutoCloseable> open = new ArrayList<>();
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
            case AccountSource.Aws aws -> aws(aws);
            case AccountSource.Azure azure -> azure(azure);
            case AccountSource.Gcp gcp -> gcp(gcp);
        };
    }

    private Target aws(AccountSource.Aws aws) {
        AwsScanner scanner = AwsScanner.open(aws.settings(), clock);
        open.add(scanner);
        return new Target(
                Cloud.AWS, scanner.scope(), scanner.collectors(), aws.settings().toString());
    }

    private Target azure(AccountSource.Azure azure) {
        AzureCollectors account =
                AzureCollectors.connect(azure.settings(), budgets(), Timekeeper.system(), clock, new SecureRandom());
        return new Target(
                Cloud.AZURE,
                new Scope(account.account(), List.of()),
                account.collectors(),
                azure.settings().toString());
    }

    private Target gcp(AccountSource.Gcp gcp) {
        GcpCollectors project =
                GcpCollectors.connect(gcp.settings(), budgets(), Timekeeper.system(), clock, new SecureRandom());
        return new Target(
                Cloud.GCP,
                new Scope(project.account(), List.of()),
                project.collectors(),
                gcp.settings().toString());
    }

    private static RequestBudgets budgets() {
        return new RequestBudgets(RequestQuotas.published(), OptionalDouble.empty(), Timekeeper.system());
    }

    @Override
    public void close() {
        for (AutoCloseable account : open) {
            try {
                account.close();
            } catch (Exception e) {
                throw new IllegalStateException("an account's clients do not close", e);
            }
        }
        open.clear();
    }
}
