package dev.plumbline.scanner.gcp;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.collect.RetryPolicy;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How to reach one Google Cloud project. Start with {@link #standard(AccountId)}.
 *
 * @param endpoint in place of {@code https://storage.googleapis.com}, scheme included
 * @param requestsPerSecond budget of the project, in place of the default
 */
public record GcpSettings(
        AccountId project,
        Optional<URI> endpoint,
        GoogleCredential credential,
        OptionalDouble requestsPerSecond,
        RetryPolicy retry) {
    public GcpSettings {
        endpoint.ifPresent(GcpSettings::requireUrl);
    }

    /** The application default credentials, Google's own endpoint, the default budget. */
    public static GcpSettings standard(AccountId project) {
        return new GcpSettings(
                project,
                Optional.empty(),
                new GoogleCredential.ApplicationDefault(),
                OptionalDouble.empty(),
                RetryPolicy.standard());
    }

    public GcpSettings withEndpoint(URI url) {
        return new GcpSettings(project, Optional.of(url), credential, requestsPerSecond, retry);
    }

    public GcpSettings withCredential(GoogleCredential how) {
        return new GcpSettings(project, endpoint, how, requestsPerSecond, retry);
    }

    public GcpSettings withRequestsPerSecond(double rate) {
        return new GcpSettings(project, endpoint, credential, OptionalDouble.of(rate), retry);
    }

    public GcpSettings withRetry(RetryPolicy policy) {
        return new GcpSettings(project, endpoint, credential, requestsPerSecond, policy);
    }

    /** The endpoint that Google's own clients read; a bare {@code host:port} means plain HTTP, as for them. */
    public static Optional<URI> endpointFromEnvironment(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("STORAGE_EMULATOR_HOST"))
                .filter(host -> !host.isBlank())
                .map(host -> URI.create(host.contains("://") ? host : "http://" + host));
    }

    private static void requireUrl(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "'%s' is no endpoint: write a URL such as https://storage.googleapis.com".formatted(url));
        }
    }
}
