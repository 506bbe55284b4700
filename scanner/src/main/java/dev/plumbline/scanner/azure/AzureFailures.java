package dev.plumbline.scanner.azure;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import dev.plumbline.scanner.collect.RequestFailure;
import dev.plumbline.scanner.collect.RequestFailure.Kind;
import dev.plumbline.scanner.collect.RetryAfter;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads the Azure client's exceptions. */
final class AzureFailures {
    private static final HttpHeaderName ERROR_CODE = HttpHeaderName.fromString("x-ms-error-code");
    /** Answered with 403, though no permission would help. */
    private static final Set<String> BAD_CREDENTIALS =
            Set.of("AuthenticationFailed", "InvalidAuthenticationInfo", "NoAuthenticationInformation");

    private final Clock clock;

    AzureFailures(Clock clock) {
        this.clock = clock;
    }

    RequestFailure read(Exception thrown) {
        for (Throwable cause : causes(thrown)) {
            switch (cause) {
                // Also an HttpResponseException, but of the sign-in and not of the storage account.
                case ClientAuthenticationException signIn -> {
                    return new RequestFailure(Kind.UNAUTHENTICATED, "NoCredential", firstSentence(signIn.getMessage()));
                }
                case HttpResponseException answered
                when answered.getResponse() != null -> {
                    return answered(answered.getResponse());
                }
                case UnresolvedAddressException unknown -> {
                    return new RequestFailure(Kind.LASTING, "UnknownHost", "no such host");
                }
                case XMLStreamException garbled -> {
                    return new RequestFailure(
                            Kind.LASTING, "MalformedAnswer", "the answer is not the XML it should be");
                }
                default -> {}
            }
        }
        return unanswered(thrown);
    }

    private RequestFailure answered(HttpResponse response) {
        int status = response.getStatusCode();
        String code = Optional.ofNullable(response.getHeaderValue(ERROR_CODE)).orElse(Integer.toString(status));
        Kind kind = BAD_CREDENTIALS.contains(code) ? Kind.UNAUTHENTICATED : RequestFailure.kindOf(status);
        return new RequestFailure(
                kind,
                code,
                "HTTP %d".formatted(status),
                RetryAfter.parse(response.getHeaderValue(HttpHeaderName.RETRY_AFTER), clock));
    }

    private static RequestFailure unanswered(Exception thrown) {
        boolean connection = causes(thrown).stream().anyMatch(IOException.class::isInstance);
        Throwable last = causes(thrown).getLast();
        String words = "%s: %s".formatted(last.getClass().getSimpleName(), firstSentence(last.getMessage()));
        return connection
                ? new RequestFailure(Kind.PASSING, "Unreachable", words)
                : new RequestFailure(Kind.LASTING, last.getClass().getSimpleName(), words);
    }

    /** The exception and what stands behind it, outermost first. */
    private static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
    }

    /** The client's messages run over lines and hold whole answers: a person needs their beginning. */
    static String firstSentence(@Nullable String message) {
        String line =
                message == null ? "" : message.lines().findFirst().orElse("").strip();
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
