package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.ProviderAccessException;
import dev.plumbline.scanner.collect.RequestBudget;
import dev.plumbline.scanner.collect.RequestBudgets;
import dev.plumbline.scanner.collect.RequestQuotas;
import dev.plumbline.scanner.collect.Scope;
import dev.plumbline.scanner.collect.Timekeeper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.Region;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The way into one AWS account: who it is, where to look, and the collectors that read it. Thread-safe; close it when
 * all of them have ended.
 */
public final class AwsScanner implements AutoCloseable {
    static final AwsOperation LIST_REGIONS = AwsServices.ACCOUNT.operation("ListRegions");
    /** Of a budget for STS before the account is known. */
    private static final AccountId UNKNOWN = new AccountId("unknown");

    private final AwsClients clients;
    private final AwsConnection connection;
    private final Scope scope;
    private final List<Collector> collectors;

    private AwsScanner(AwsClients clients, AwsConnection connection, Scope scope, List<Collector> collectors) {
        this.clients = clients;
        this.connection = connection;
        this.scope = scope;
        this.collectors = collectors;
    }

    /**
     * Finds credentials, asks AWS whose they are and which regions to read.
     *
     * @param notices told, from any thread, what a person at the screen should know at once: that the reading waits for
     *     expired credentials
     * @throws ProviderAccessException with one sentence for the user, if the account cannot be read as things stand
     */
    public static AwsScanner open(AwsSettings settings, Clock clock, Consumer<String> notices) {
        return open(settings, clock, AwsIdentity.baseCredentials(settings), Timekeeper.system(), notices);
    }

    static AwsScanner open(AwsSettings settings, Clock clock, AwsCredentialsProvider base, Timekeeper time) {
        return open(settings, clock, base, time, notice -> {});
    }

    static AwsScanner open(
            AwsSettings settings, Clock clock, AwsCredentialsProvider base, Timekeeper time, Consumer<String> notices) {
        AwsClients clients = new AwsClients(settings, time);
        try {
            AwsConnection connection = connect(settings, clients, base, time, notices);
            Scope scope = new Scope(connection.account(), regions(settings, connection));
            CredentialReports reports = new CredentialReports(connection, time);
            return new AwsScanner(clients, connection, scope, collectors(connection, reports, clock));
        } catch (RuntimeException e) {
            clients.close();
            throw e;
        }
    }

    static List<Collector> collectors(AwsConnection connection, CredentialReports reports, Clock clock) {
        Stream<Collector> special = Stream.of(
                new AccountCollector(connection, reports, clock),
                new BucketCollector(connection, clock),
                new UserCollector(connection, reports, clock),
                new RoleCollector(connection, clock),
                new PolicyCollector(connection, clock));
        Stream<Collector> declared =
                AwsTypes.all().stream().map(type -> new DeclaredCollector<>(type, connection, clock));
        return Stream.concat(special, declared).toList();
    }

    /**
     * Signs in, through one role after the other. Credentials that have expired are waited for only where others are
     * read meanwhile: a scan that has not begun ends at once.
     */
    static AwsConnection connect(
            AwsSettings settings,
            AwsClients clients,
            AwsCredentialsProvider base,
            Timekeeper time,
            Consumer<String> notices) {
        RequestBudgets budgets = new RequestBudgets(RequestQuotas.published(), settings.requestsPerSecond(), time);
        String home = AwsIdentity.homeRegion(settings);
        RequestBudget budget = budgets.of(Cloud.AWS, UNKNOWN, "sts", home);
        AwsIdentity.requireCredentials(settings, base);
        Map<AwsRole, AwsCredentialsProvider> assumed = new LinkedHashMap<>();
        AwsCredentialsProvider credentials = base;
        AwsClient<StsClient> sts = clients.client(AwsServices.STS, home, base, budget);
        for (AwsRole role : settings.signIn().roles()) {
            credentials = AwsIdentity.assumeRole(settings, role, sts.client());
            assumed.put(role, credentials);
            sts = clients.client(AwsServices.STS, home, credentials, budget);
        }
        AwsClient<StsClient> signedIn = sts;
        CredentialPause pause = new CredentialPause(
                "AWS account " + settings.signIn().label(),
                settings.signIn().patience(),
                time,
                notices,
                () -> accepted(signedIn));
        Supplier<Map<String, @Nullable Object>> identity = () -> {
            assumed.forEach(AwsIdentity::requireRole);
            return AwsIdentity.callerIdentity(signedIn);
        };
        try {
            boolean othersAreRead = settings.signIn().member().isPresent();
            Map<String, @Nullable Object> caller = othersAreRead ? pause.outlast(identity) : identity.get();
            return new AwsConnection(clients, credentials, pause, budgets, caller, home);
        } catch (AwsFailure failure) {
            throw AwsIdentity.noIdentity(settings, failure);
        }
    }

    private static boolean accepted(AwsClient<StsClient> sts) {
        try {
            AwsIdentity.callerIdentity(sts);
            return true;
        } catch (AwsFailure failure) {
            return false;
        }
    }

    private static List<String> regions(AwsSettings settings, AwsConnection connection) {
        if (!settings.regions().isEmpty()) {
            return settings.regions();
        }
        try {
            return AwsPages.items(
                            LIST_REGIONS,
                            token -> connection
                                    .client(AwsServices.ACCOUNT)
                                    .call(
                                            LIST_REGIONS,
                                            account -> account.listRegions(request -> request.nextToken(token)
                                                    .regionOptStatusContains(
                                                            RegionOptStatus.ENABLED,
                                                            RegionOptStatus.ENABLED_BY_DEFAULT))),
                            ListRegionsResponse::nextToken,
                            ListRegionsResponse::regions)
                    .stream()
                    .map(Region::regionName)
                    .sorted()
                    .toList();
        } catch (AwsFailure failure) {
            throw new ProviderAccessException(
                    "cannot tell which regions account %s uses (%s): grant account:ListRegions, or list the regions"
                            .formatted(connection.account(), failure.getMessage()),
                    failure);
        }
    }

    public AccountId account() {
        return connection.account();
    }

    /** The account and the regions to read, resolved. */
    public Scope scope() {
        return scope;
    }

    /** The account's own answers first, then what is in it. */
    public List<Collector> collectors() {
        return collectors;
    }

    @Override
    public void close() {
        clients.close();
    }
}
