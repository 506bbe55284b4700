package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.collect.RetryPolicy;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How to reach one AWS account. Start with {@link #standard()}.
 *
 * @param profile a profile of the shared configuration files; empty for the SDK's default chain
 * @param roleArn a role to assume with those credentials; empty to read as they are
 * @param externalId sent when assuming the role
 * @param regions to read; empty means every region that is enabled for the account
 * @param endpoint in place of AWS's own for every service
 * @param serviceEndpoints in place of {@code endpoint} for one of the {@link AwsServices}, by its name
 * @param requestsPerSecond budget of every service in every region, in place of the defaults
 */
public record AwsSettings(
        Optional<String> profile,
        Optional<String> roleArn,
        Optional<String> externalId,
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
        if (externalId.isPresent() && roleArn.isEmpty()) {
            throw new IllegalArgumentException("an external id is sent to a role only: name the role too");
        }
        if (roleArn.isPresent() && !roleArn.get().startsWith("arn:")) {
            throw new IllegalArgumentException(
                    "'%s' is no role: write its ARN, such as arn:aws:iam::111122223333:role/plumbline"
                            .formatted(roleArn.get()));
        }
    }

    /** The SDK's default credentials, every enabled region, AWS's own endpoints, the default budget. */
    public static AwsSettings standard() {
        return new AwsSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of(),
                OptionalDouble.empty(),
                RetryPolicy.standard());
    }

    public AwsSettings withProfile(String name) {
        return new AwsSettings(
                Optional.of(name), roleArn, externalId, regions, endpoint, serviceEndpoints, requestsPerSecond, retry);
    }

    public AwsSettings withRole(String arn, Optional<String> newExternalId) {
        return new AwsSettings(
                profile,
                Optional.of(arn),
                newExternalId,
                regions,
                endpoint,
                serviceEndpoints,
                requestsPerSecond,
                retry);
    }

    public AwsSettings withRegions(List<String> names) {
        return new AwsSettings(
                profile, roleArn, externalId, names, endpoint, serviceEndpoints, requestsPerSecond, retry);
    }

    public AwsSettings withEndpoint(URI url) {
        return new AwsSettings(
                profile, roleArn, externalId, regions, Optional.of(url), serviceEndpoints, requestsPerSecond, retry);
    }

    public AwsSettings withServiceEndpoint(String service, URI url) {
        Map<String, URI> more = new TreeMap<>(serviceEndpoints);
        more.put(service, url);
        return new AwsSettings(profile, roleArn, externalId, regions, endpoint, more, requestsPerSecond, retry);
    }

    public AwsSettings withRequestsPerSecond(double rate) {
        return new AwsSettings(
                profile, roleArn, externalId, regions, endpoint, serviceEndpoints, OptionalDouble.of(rate), retry);
    }

    public AwsSettings withRetry(RetryPolicy policy) {
        return new AwsSettings(
                profile, roleArn, externalId, regions, endpoint, serviceEndpoints, requestsPerSecond, policy);
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
