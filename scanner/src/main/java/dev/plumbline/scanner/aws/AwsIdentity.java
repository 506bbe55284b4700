package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.collect.ProviderAccessException;
import java.util.Map;
import java.util.Optional;
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
            "the AWS credentials have expired: refresh them, for instance with 'aws sso login', and start again;"
                    + " what was read is kept";
    private static final String SESSION_NAME = "plumbline";

    private AwsIdentity() {}

    /** The SDK's default chain, narrowed to a profile if the settings name one. */
    static AwsCredentialsProvider baseCredentials(AwsSettings settings) {
        DefaultCredentialsProvider.Builder builder = DefaultCredentialsProvider.builder();
        settings.profile().ifPresent(builder::profileName);
        return builder.build();
    }

    static AwsCredentialsProvider assumeRole(AwsSettings settings, String role, StsClient sts) {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role)
                        .roleSessionName(SESSION_NAME)
                        .externalId(settings.externalId().orElse(null)))
                .build();
    }

    /** The first region to read, else the environment's or profile's, else AWS's first. */
    static String homeRegion(AwsSettings settings) {
        if (!settings.regions().isEmpty()) {
            return settings.regions().getFirst();
        }
        try {
            return DefaultAwsRegionProviderChain.builder()
                    .profileName(settings.profile().orElse(null))
                    .build()
                    .getRegion()
                    .id();
        } catch (SdkClientException e) {
            return Region.US_EAST_1.id();
        }
    }

    /** Makes sure that there are credentials at all, and the role's if one is to be assumed. */
    static void resolve(AwsSettings settings, AwsCredentialsProvider credentials, Optional<String> role) {
        try {
            credentials.resolveCredentials();
        } catch (SdkException e) {
            AwsFailure failure = AwsFailure.of(ASSUME_ROLE, e);
            throw role.isPresent() ? cannotAssume(role.get(), failure) : noCredentials(settings, e);
        }
    }

    /** What STS says of the credentials: {@code UserId}, {@code Account}, {@code Arn}. */
    static Map<String, @Nullable Object> callerIdentity(AwsSettings settings, AwsClient<StsClient> sts) {
        try {
            return sts.call(GET_CALLER_IDENTITY, client -> AwsJson.tree(client.getCallerIdentity()));
        } catch (AwsFailure failure) {
            throw new ProviderAccessException(sentence(settings, failure), failure);
        }
    }

    private static ProviderAccessException noCredentials(AwsSettings settings, SdkException cause) {
        String where = settings.profile()
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
