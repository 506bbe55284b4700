package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.collect.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How to reach one AWS account. Start with {@link #standard()}.
 *
 * @param signIn whose credentials read it
 * @param regions to read; empty means every region that is enabled for the account
 * @param endpoint in place of AWS's own for every service
 * @param serviceEndpoints in place of {@code endpoint} for one of the {@link AwsServices}, by its name
 * @param requestsPerSecond budget of every service in every region, in place of the defaults
 */
public record AwsSettings(
        AwsSignIn signIn,
        List<String> regions,
        Optional<URI> endpoint,
        Map<String, URI> serviceEndpoints,
        OptionalDouble requestsPerSecond,
        RetryPolicy retry) {
    private static final List<String> SERVICES =
            AwsServices.ALL.stream().map(AwsService::name).sorted().toList();

    public AwsSettings {
        regions = regions.stream().distinct().toList();
        serviceEndpoints = Map.copyOf(serviceEndpoints);
        endpoint.ifPresent(AwsSettings::requireUrl);
        serviceEndpoints.forEach(AwsSettings::requireServiceUrl);
    }

    /** The SDK's default credentials, every enabled region, AWS's own endpoints, the default budget. */
    public static AwsSettings standard() {
        return new AwsSettings(
                AwsSignIn.standard(),
                List.of(),
                Optional.empty(),
                Map.of(),
                OptionalDouble.empty(),
                RetryPolicy.standard());
    }

    public AwsSettings withProfile(String name) {
        return with(signIn.withProfile(name));
    }

    /** A role to assume, with the credentials or with the role before it. */
    public AwsSettings thenRole(AwsRole role) {
        return with(signIn.thenRole(role));
    }

    public AwsSettings withSessionName(String name) {
        return with(signIn.withSessionName(name));
    }

    /** How long expired credentials are waited for, so that a scan goes on once they are refreshed; none at zero. */
    public AwsSettings withCredentialPatience(Duration most) {
        return with(signIn.withPatience(most));
    }

    /** Says which account of an organisation it is that they lead to. */
    AwsSettings ofMember(AccountId account) {
        return with(signIn.ofMember(account));
    }

    private AwsSettings with(AwsSignIn newSignIn) {
        return new AwsSettings(newSignIn, regions, endpoint, serviceEndpoints, requestsPerSecond, retry);
    }

    public AwsSettings withRegions(List<String> names) {
        return new AwsSettings(signIn, names, endpoint, serviceEndpoints, requestsPerSecond, retry);
    }

    public AwsSettings withEndpoint(URI url) {
        return new AwsSettings(signIn, regions, Optional.of(url), serviceEndpoints, requestsPerSecond, retry);
    }

    public AwsSettings withServiceEndpoint(String service, URI url) {
        Map<String, URI> more = new TreeMap<>(serviceEndpoints);
        more.put(service, url);
        return new AwsSettings(signIn, regions, endpoint, more, requestsPerSecond, retry);
    }

    public AwsSettings withRequestsPerSecond(double rate) {
        return new AwsSettings(signIn, regions, endpoint, serviceEndpoints, OptionalDouble.of(rate), retry);
    }

    public AwsSettings withRetry(RetryPolicy policy) {
        return new AwsSettings(signIn, regions, endpoint, serviceEndpoints, requestsPerSecond, policy);
    }

    /** The endpoint set for a service; empty for AWS's own. */
    Optional<URI> endpointOf(String service) {
        return Optional.ofNullable(serviceEndpoints.get(service)).or(() -> endpoint);
    }

    private static void requireServiceUrl(String service, URI url) {
        if (!SERVICES.contains(service)) {
            throw new IllegalArgumentException(
                    "no endpoint can be set for '%s': use one of %s".formatted(service, String.join(", ", SERVICES)));
        }
        requireUrl(url);
    }

    private static void requireUrl(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "'%s' is no endpoint: write a URL such as https://s3.example.org".formatted(url));
        }
    }
}
