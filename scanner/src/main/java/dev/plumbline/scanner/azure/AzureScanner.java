package dev.plumbline.scanner.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.ProviderAccessException;
import dev.plumbline.scanner.collect.RequestBudget;
import dev.plumbline.scanner.collect.RequestBudgets;
import dev.plumbline.scanner.collect.RequestQuotas;
import dev.plumbline.scanner.collect.RetryPolicy;
import dev.plumbline.scanner.collect.RetryingRequests;
import dev.plumbline.scanner.collect.Scope;
import dev.plumbline.scanner.collect.Timekeeper;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/**
 * The way into one Azure subscription: where to look, and the collectors that read it. Thread-safe; close it when all
 * of them have ended.
 */
public final class AzureScanner implements AutoCloseable {
    private static final TokenRequestContext STORAGE =
            new TokenRequestContext().addScopes("https://storage.azure.com/.default");

    private final Scope scope;
    private final List<Collector> collectors;

    private AzureScanner(Scope scope, List<Collector> collectors) {
        this.scope = scope;
        this.collectors = List.copyOf(collectors);
    }

    /**
     * Makes the clients and, where the sign-in is used, sees that there is one.
     *
     * @throws ProviderAccessException with one sentence for the user, if nothing can be read as things stand
     */
    public static AzureScanner open(AzureSettings settings, Clock clock) {
        return open(settings, clock, Timekeeper.system());
    }

    static AzureScanner open(AzureSettings settings, Clock clock, Timekeeper time) {
        HttpClient http = httpClient(settings.retry());
        TokenCredential signIn =
                new DefaultAzureCredentialBuilder().httpClient(http).build();
        BlobClients clients = new BlobClients(http, signIn);
        RequestBudgets budgets = new RequestBudgets(RequestQuotas.published(), settings.requestsPerSecond(), time);
        AzureFailures failures = new AzureFailures(clock);
        List<BlobEndpoint> endpoints = settings.storageAccounts().stream()
                .map(account -> new BlobEndpoint(
                        account,
                        clients.of(account),
                        new RetryingRequests(
                                settings.retry(),
                                budget(settings, account, budgets),
                                time,
                                new Random(),
                                failures::read)))
                .toList();
        requireSignIn(settings, signIn);
        AccountId subscription = settings.subscription();
        return new AzureScanner(
                new Scope(subscription, List.of()),
                List.of(
                        new StorageAccountCollector(subscription, endpoints, clock),
                        new ContainerCollector(subscription, endpoints, clock)));
    }

    /** The subscription. */
    public AccountId account() {
        return scope.account();
    }

    public Scope scope() {
        return scope;
    }

    /** The storage accounts first, then what is in them. */
    public List<Collector> collectors() {
        return collectors;
    }

    /** The JDK's HTTP client ends its threads by itself when nobody holds it. */
    @Override
    public void close() {}

    private static HttpClient httpClient(RetryPolicy retry) {
        return new JdkHttpClientBuilder()
                .connectionTimeout(retry.connectTimeout())
                .responseTimeout(retry.attemptTimeout())
                .readTimeout(retry.attemptTimeout())
                .build();
    }

    /** Azure limits each storage account by itself, so that the account stands where others have a region. */
    private static RequestBudget budget(AzureSettings settings, StorageAccount account, RequestBudgets budgets) {
        return budgets.of(Cloud.AZURE, settings.subscription(), "storage", account.name());
    }

    /** So that a missing sign-in is said once and at once, not by every account. */
    static void requireSignIn(AzureSettings settings, TokenCredential signIn) {
        boolean needed = settings.storageAccounts().stream()
                .anyMatch(account -> account.credential() instanceof StorageCredential.DefaultChain);
        if (!needed) {
            return;
        }
        try {
            signIn.getTokenSync(STORAGE);
        } catch (RuntimeException e) {
            throw new ProviderAccessException(
                    "nobody is signed in to Azure: run az login, or set AZURE_CLIENT_ID, AZURE_TENANT_ID and"
                            + " AZURE_CLIENT_SECRET, or AZURE_STORAGE_CONNECTION_STRING",
                    e);
        }
    }
}
