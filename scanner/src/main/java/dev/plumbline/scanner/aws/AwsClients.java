package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.collect.RequestBudget;
import dev.plumbline.scanner.collect.Timekeeper;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the SDK's clients as the settings say, all over one pool of connections. Thread-safe. */
final class AwsClients implements AutoCloseable {
    /** More than the budgets of eight parts together let through at once. */
    private static final int CONNECTIONS = 256;

    private final AwsSettings settings;
    private final Timekeeper time;
    private final SdkHttpClient http;
    private final ScheduledExecutorService timeouts;

    AwsClients(AwsSettings settings, Timekeeper time) {
        this.settings = settings;
        this.time = time;
        this.http = Apache5HttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(settings.retry().connectTimeout())
                .connectionAcquisitionTimeout(settings.retry().attemptTimeout())
                .socketTimeout(settings.retry().attemptTimeout())
                .build();
        // One timer for all clients; the SDK would start five threads for each.
        this.timeouts = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("aws-timeouts").factory());
    }

    /** @param service as in {@link AwsSettings#serviceEndpoints()} */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> AwsService<C> service(
            B builder, String service, String region, AwsCredentialsProvider credentials, RequestBudget budget) {
        Optional<URI> endpoint = settings.endpointOf(service);
        ClientOverrideConfiguration.Builder overrides = ClientOverrideConfiguration.builder()
                .retryStrategy(new BudgetedRetryStrategy(settings.retry(), budget, time))
                .apiCallAttemptTimeout(settings.retry().attemptTimeout())
                .scheduledExecutorService(timeouts);
        Optional<KeepEndpoint> keep =
                endpoint.filter(url -> service.equals("s3control")).map(KeepEndpoint::new);
        keep.ifPresent(overrides::addExecutionInterceptor);
        keep.map(KeepEndpoint::prefixable).or(() -> endpoint).ifPresent(builder::endpointOverride);
        C client = builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(overrides.build())
                .build();
        return new AwsService<>(client, budget);
    }

    /** S3 besides needs the bucket in the path where an endpoint is set: one address cannot be a host per bucket. */
    S3ClientBuilder s3Builder() {
        return S3Client.builder().forcePathStyle(settings.endpointOf("s3").isPresent());
    }

    @Override
    public void close() {
        http.close();
        timeouts.shutdownNow();
    }
}
