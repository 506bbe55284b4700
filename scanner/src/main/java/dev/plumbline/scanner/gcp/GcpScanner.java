package dev.plumbline.scanner.gcp;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.StorageOptions;
import com.google.cloud.storage.spi.v1.HttpStorageRpc;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.ProviderAccessException;
import dev.plumbline.scanner.collect.RequestBudgets;
import dev.plumbline.scanner.collect.RequestQuotas;
import dev.plumbline.scanner.collect.RetryingRequests;
import dev.plumbline.scanner.collect.Scope;
import dev.plumbline.scanner.collect.Timekeeper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The way into one Google Cloud project: where to look, and the collectors that read it. Thread-safe. */
public final class GcpScanner implements AutoCloseable {
    private final Scope scope;
    private final List<Collector> collectors;

    private GcpScanner(Scope scope, List<Collector> collectors) {
        this.scope = scope;
        this.collectors = List.copyOf(collectors);
    }

    /**
     * Makes the client and, where the sign-in is used, sees that there is one.
     *
     * @throws ProviderAccessException with one sentence for the user, if nothing can be read as things stand
     */
    public static GcpScanner open(GcpSettings settings, Clock clock) {
        return open(settings, clock, Timekeeper.system());
    }

    static GcpScanner open(GcpSettings settings, Clock clock, Timekeeper time) {
        AccountId project = settings.project();
        RequestBudgets budgets = new RequestBudgets(RequestQuotas.published(), settings.requestsPerSecond(), time);
        RetryingRequests requests = new RetryingRequests(
                settings.retry(),
                budgets.of(Cloud.GCP, project, "storage", Scope.GLOBAL),
                time,
                new Random(),
                new GcpFailures(clock)::read);
        StorageEndpoint storage = new StorageEndpoint(client(settings), project.value(), requests);
        return new GcpScanner(new Scope(project, List.of()), List.of(new BucketCollector(project, storage, clock)));
    }

    /** The project. */
    public AccountId account() {
        return scope.account();
    }

    public Scope scope() {
        return scope;
    }

    public List<Collector> collectors() {
        return collectors;
    }

    /** The client keeps nothing open between requests but the JDK's idle connections. */
    @Override
    public void close() {}

    /** This half of the client never repeats a request by itself. */
    private static HttpStorageRpc client(GcpSettings settings) {
        StorageOptions.Builder options = StorageOptions.http()
                .setProjectId(settings.project().value())
                .setCredentials(GoogleSignIn.of(settings.credential(), GoogleCredentials::getApplicationDefault))
                .setTransportOptions(HttpTransportOptions.newBuilder()
                        .setConnectTimeout(millis(settings.retry().connectTimeout()))
                        .setReadTimeout(millis(settings.retry().attemptTimeout()))
                        .build());
        settings.endpoint().map(URI::toString).ifPresent(options::setHost);
        return new HttpStorageRpc(options.build());
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
