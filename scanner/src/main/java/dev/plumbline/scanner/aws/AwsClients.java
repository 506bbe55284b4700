package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.aws.AwsService.Making;
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

    /** @param region where it is asked, or for a global service signed for */
    <C> AwsClient<C> client(
            AwsService<C> service, String region, AwsCredentialsProvider credentials, RequestBudget budget) {
        return new AwsClient<>(
                build(service.client(), service.name(), region, credentials, budget), budget, Optional.empty());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            Making<B, C> making,
            String service,
            String region,
            AwsCredentialsProvider credentials,
            RequestBudget budget) {
        Optional<URI> endpoint = settings.endpointOf(service);
        ClientOverrideConfiguration.Builder overrides = ClientOverrideConfiguration.builder()
                .retryStrategy(new BudgetedRetryStrategy(settings.retry(), budget, time))
                .apiCallAttemptTimeout(settings.retry().attemptTimeout())
                .scheduledExecutorService(timeouts);
        B builder = making.builder().get();
        if (builder instanceof S3ClientBuilder s3) {
            // One address cannot be a host per bucket.
            s3.forcePathStyle(endpoint.isPresent());
        }
        // Some services put an account id or a word of theirs before the host.
        Optional<KeepEndpoint> keep = endpoint.map(KeepEndpoint::new);
        keep.ifPresent(overrides::addExecutionInterceptor);
        keep.map(KeepEndpoint::prefixable).ifPresent(builder::endpointOverride);
        return builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(overrides.build())
                .build();
    }

    boolean overridden(AwsService<?> service) {
        return settings.endpointOf(service.name()).isPresent();
    }

    @Override
    public void close() {
        http.close();
        timeouts.shutdownNow();
    }
}
