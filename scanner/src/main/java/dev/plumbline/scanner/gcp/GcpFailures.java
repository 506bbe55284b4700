package dev.plumbline.scanner.gcp;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import com.google.cloud.BaseServiceException;
import com.google.gson.JsonParseException;
import com.google.gson.stream.MalformedJsonException;
import dev.plumbline.scanner.collect.RequestFailure;
import dev.plumbline.scanner.collect.RequestFailure.Kind;
import dev.plumbline.scanner.collect.RetryAfter;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the Google client's exceptions. */
final class GcpFailures {
    private final Clock clock;

    GcpFailures(Clock clock) {
        this.clock = clock;
    }

    RequestFailure read(Exception thrown) {
        for (Throwable cause : causes(thrown)) {
            switch (cause) {
                case HttpResponseException answered -> {
                    return answered(answered);
                }
                case UnknownHostException unknown -> {
                    return new RequestFailure(Kind.LASTING, "UnknownHost", "no such host");
                }
                case MalformedJsonException garbled -> {
                    return malformed();
                }
                case JsonParseException garbled -> {
                    return malformed();
                }
                default -> {}
            }
        }
        return unanswered(thrown);
    }

    private RequestFailure answered(HttpResponseException answer) {
        int status = answer.getStatusCode();
        String reason = reason(answer).orElse(Integer.toString(status));
        return new RequestFailure(
                kind(status, reason),
                reason,
                "HTTP %d".formatted(status),
                RetryAfter.parse(answer.getHeaders().getRetryAfter(), clock));
    }

    /** Google says 403 also to those who ask too often. */
    private static Kind kind(int status, String reason) {
        return switch (reason) {
            case "rateLimitExceeded", "userRateLimitExceeded" -> Kind.THROTTLED;
            default -> RequestFailure.kindOf(status);
        };
    }

    private static Optional<String> reason(HttpResponseException answer) {
        if (answer instanceof GoogleJsonResponseException json) {
            return Optional.ofNullable(json.getDetails())
                    .map(GoogleJsonError::getErrors)
                    .flatMap(errors -> errors.stream().findFirst())
                    .map(GoogleJsonError.ErrorInfo::getReason)
                    .filter(reason -> !reason.isBlank());
        }
        return Optional.empty();
    }

    private static RequestFailure malformed() {
        return new RequestFailure(Kind.LASTING, "MalformedAnswer", "the answer is not the JSON it should be");
    }

    private static RequestFailure unanswered(Exception thrown) {
        Throwable last = causes(thrown).getLast();
        String words = "%s: %s".formatted(last.getClass().getSimpleName(), firstLine(last.getMessage()));
        boolean connection = causes(thrown).stream().anyMatch(IOException.class::isInstance)
                || (thrown instanceof BaseServiceException service && service.isRetryable());
        return connection
                ? new RequestFailure(Kind.PASSING, "Unreachable", words)
                : new RequestFailure(Kind.LASTING, last.getClass().getSimpleName(), words);
    }

    private static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
    }

    /** The client's messages may hold whole answers: a person needs their beginning. */
    static String firstLine(@Nullable String message) {
        String line =
                message == null ? "" : message.lines().findFirst().orElse("").strip();
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
