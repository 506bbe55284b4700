package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.ProviderAccessException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** Whose credentials these are, and what to tell the user when they are none. */
final class AwsIdentity {
    static final AwsOperation GET_CALLER_IDENTITY = AwsServices.STS.operation("GetCallerIdentity");
    private static final AwsOperation ASSUME_ROLE = AwsServices.STS.operation("AssumeRole");
    static final String EXPIRED =
            "the AWS credentials have expired: refresh them, for instance with 'aws sso login', and start again;" + " "
                    + Coverage.KEPT;

    private AwsIdentity() {}

    /** The SDK's default chain, narrowed to a profile if the settings name one. */
    static AwsCredentialsProvider baseCredentials(AwsSettings settings) {
        DefaultCredentialsProvider.Builder builder = DefaultCredentialsProvider.builder();
        settings.signIn().profile().ifPresent(builder::profileName);
        return builder.build();
    }

    static AwsCredentialsProvider assumeRole(AwsSettings settings, AwsRole role, StsClient sts) {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role.arn())
                        .roleSessionName(settings.signIn().sessionName())
                        .externalId(role.externalId().orElse(null)))
                .build();
    }

    /** The first region to read, else the environment's or profile's, else AWS's first. */
    static String homeRegion(AwsSettings settings) {
        if (!settings.regions().isEmpty()) {
            return settings.regions().getFirst();
        }
        try {
            return DefaultAwsRegionProviderChain.builder()
                    .profileName(settings.signIn().profile().orElse(null))
                    .build()
                    .getRegion()
                    .id();
        } catch (SdkClientException e) {
            return Region.US_EAST_1.id();
        }
    }

    /** Makes sure that there are credentials at all. */
    static void requireCredentials(AwsSettings settings, AwsCredentialsProvider base) {
        try {
            base.resolveCredentials();
        } catch (SdkException e) {
            throw noCredentials(settings, e);
        }
    }

    /**
     * Makes sure that a role can be assumed.
     *
     * @throws AwsFailure if the credentials that assume it have expired
     */
    static void requireRole(AwsRole role, AwsCredentialsProvider assumed) {
        try {
            assumed.resolveCredentials();
        } catch (SdkException e) {
            AwsFailure failure = AwsFailure.of(ASSUME_ROLE, e);
            throw failure.expired() ? failure : cannotAssume(role.arn(), failure);
        }
    }

    /**
     * What STS says of the credentials: {@code UserId}, {@code Account}, {@code Arn}.
     *
     * @throws AwsFailure if it says nothing; {@link #noIdentity} puts that in words
     */
    static Map<String, @Nullable Object> callerIdentity(AwsClient<StsClient> sts) {
        return sts.call(GET_CALLER_IDENTITY, client -> AwsJson.tree(client.getCallerIdentity()));
    }

    static ProviderAccessException noIdentity(AwsSettings settings, AwsFailure failure) {
        return new ProviderAccessException(sentence(settings, failure), failure);
    }

    private static ProviderAccessException noCredentials(AwsSettings settings, SdkException cause) {
        String where = settings.signIn()
                .profile()
                .map("no AWS credentials in profile %s"::formatted)
                .orElse("no AWS credentials found");
        return new ProviderAccessException(
                where + ": set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, sign in with 'aws sso login',"
                        + " or name a profile of ~/.aws/config",
                cause);
    }

    private static ProviderAccessException cannotAssume(String role, AwsFailure failure) {
        String advice = failure.denied()
                ? "allow sts:AssumeRole on it and trust the caller in its trust policy, with the external id if it asks for one"
                : "check the role's name and the credentials that assume it";
        return new ProviderAccessException(
                "cannot assume role %s (%s): %s".formatted(role, failure.getMessage(), advice), failure);
    }

    private static String sentence(AwsSettings settings, AwsFailure failure) {
        if (failure.expired()) {
            return EXPIRED;
        }
        String endpoint = settings.endpointOf("sts").map(url -> " at " + url).orElse("");
        return switch (failure.code()) {
            case "InvalidClientTokenId", "SignatureDoesNotMatch", "UnrecognizedClientException" ->
                "AWS%s refuses the credentials (%s): check the access key and its secret"
                        .formatted(endpoint, failure.code());
            case "ConnectionRefused", "ConnectionLost", "UnknownHost", "Timeout" ->
                "cannot reach AWS%s (%s): check the network, the proxy and the endpoint"
                        .formatted(endpoint, failure.code());
            default -> "cannot tell whose AWS credentials these are: " + failure.getMessage();
        };
    }
}
