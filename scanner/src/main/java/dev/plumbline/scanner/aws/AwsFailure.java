package dev.plumbline.scanner.aws;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.thirdparty.jackson.core.JsonProcessingException;

/** An answer of AWS that could not be had after all retries. The message is one sentence without request ids. */
final class AwsFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Set<String> DENIALS = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "AllAccessDisabled",
            "AuthorizationError",
            "Http403",
            "NotAuthorized",
            "UnauthorizedOperation");
    private static final Set<String> EXPIRIES =
            Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
    private static final Set<String> UNKNOWN_CREDENTIALS = Set.of(
            "AuthFailure",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidToken",
            "OptInRequired",
            "UnrecognizedClientException");
    /** How AWS words that a policy forbids what no grant to the role would allow. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("explicit deny|no (service|resource) control policy allows");

    private static final int LONGEST_MESSAGE = 300;

    private final transient AwsOperation operation;
    private final String code;
    private final String words;
    private final @Nullable String bucketRegion;

    private AwsFailure(
            AwsOperation operation,
            String code,
            String words,
            @Nullable String bucketRegion,
            @Nullable Throwable cause) {
        super("%s answered %s%s".formatted(operation.api(), code, words.isEmpty() ? "" : ": " + words), cause);
        this.operation = operation;
        this.code = code;
        this.words = words;
        this.bucketRegion = bucketRegion;
    }

    AwsFailure(AwsOperation operation, String code, String words) {
        this(operation, code, words, null, null);
    }

    /**
     * Whatever the SDK threw. A hostile answer can make it throw anything, so every exception is taken for a failed
     * answer, except that of an interrupted thread.
     *
     * @throws CancellationException if the call was interrupted
     */
    static AwsFailure of(AwsOperation operation, RuntimeException thrown) {
        return switch (thrown) {
            case AwsFailure failure -> failure;
            case CancellationException cancelled when Thread.currentThread().isInterrupted() -> throw cancelled;
            // The SDK's timer takes back a request that still waits for a connection in just this way.
            case CancellationException late -> new AwsFailure(operation, "Timeout", "", null, late);
            case AbortedException aborted -> throw cancelled(aborted);
            case AwsServiceException refused -> ofService(operation, refused);
            case SdkServiceException refused ->
                new AwsFailure(operation, "Http" + refused.statusCode(), "", null, refused);
            case ApiCallAttemptTimeoutException late -> new AwsFailure(operation, "Timeout", "", null, late);
            case SdkClientException broken -> ofClient(operation, broken);
            default -> new AwsFailure(operation, "MalformedAnswer", shortened(thrown.toString()), null, thrown);
        };
    }

    private static CancellationException cancelled(AbortedException aborted) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("reading was interrupted");
        cancelled.initCause(aborted);
        return cancelled;
    }

    private static AwsFailure ofService(AwsOperation operation, AwsServiceException refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        String code = details == null ? null : details.errorCode();
        String words = details == null ? null : details.errorMessage();
        String region = details == null || details.sdkHttpResponse() == null
                ? null
                : details.sdkHttpResponse()
                        .firstMatchingHeader("x-amz-bucket-region")
                        .orElse(null);
        return new AwsFailure(
                operation,
                code == null || code.isBlank() ? "Http" + refused.statusCode() : code,
                words == null ? "" : shortened(words),
                region,
                refused);
    }

    /** The deepest cause that is known tells most: a torn answer may be one that a timeout cut off. */
    private static AwsFailure ofClient(AwsOperation operation, SdkClientException broken) {
        String code = "ClientError";
        String words = shortened(broken.getMessage());
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            Optional<String> known = codeOf(cause);
            if (known.isPresent()) {
                code = known.get();
                words = shortened(cause.getMessage());
            }
        }
        return new AwsFailure(operation, code, words, null, broken);
    }

    private static Optional<String> codeOf(Throwable cause) {
        return switch (cause) {
            case SocketTimeoutException late -> Optional.of("Timeout");
            case UnknownHostException unknown -> Optional.of("UnknownHost");
            case ConnectException refused -> Optional.of("ConnectionRefused");
            case JsonProcessingException torn -> Optional.of("MalformedAnswer");
            case XMLStreamException torn -> Optional.of("MalformedAnswer");
            case IOException lost -> Optional.of("ConnectionLost");
            default -> Optional.empty();
        };
    }

    private static String shortened(@Nullable String words) {
        if (words == null) {
            return "";
        }
        String line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }

    AwsOperation operation() {
        return operation;
    }

    /** AWS's own code, such as {@code NoSuchBucketPolicy}, or one of ours where there was no such answer. */
    String code() {
        return code;
    }

    /** What AWS said besides; empty if nothing. */
    String words() {
        return words;
    }

    boolean denied() {
        return DENIALS.contains(code);
    }

    boolean expired() {
        return EXPIRIES.contains(code);
    }

    /** The credentials mean nothing where they were shown. */
    boolean credentialsUnknown() {
        return UNKNOWN_CREDENTIALS.contains(code);
    }

    /** The permission that would help; empty if none would, as where a policy of the organisation forbids it. */
    String permission() {
        return denied() && !FORBIDDEN.matcher(words).find() ? operation.permission() : "";
    }

    /** Where S3 says that the bucket really is. */
    Optional<String> bucketRegion() {
        return Optional.ofNullable(bucketRegion);
    }
}
