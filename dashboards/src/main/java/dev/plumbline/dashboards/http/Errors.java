package dev.plumbline.dashboards.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every refusal and failure, as a page for people and as JSON under {@code /api/}. Never a stack trace. */
@Singleton
final class Errors implements ErrorResponseProcessor<Object> {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Pages pages;

    Errors(Pages pages) {
        this.pages = pages;
    }

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        HttpStatus status = response.status();
        String sentence = sentence(status, context);
        if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            context.getRootCause().ifPresent(cause -> LOG.error("cannot answer {}", request.getPath(), cause));
        }
        if (request.getPath().startsWith("/api/")) {
            return response.contentType(MediaType.APPLICATION_JSON_TYPE)
                    .body(new ErrorJson(status.getCode(), sentence));
        }
        MutableHttpResponse<byte[]> page = page(status, sentence);
        return response.contentType(page.getContentType().orElse(MediaType.TEXT_HTML_TYPE))
                .body(page.body());
    }

    private MutableHttpResponse<byte[]> page(HttpStatus status, String sentence) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN ->
                pages.answer(status, pages.templates().signin(pages.frameForStrangers("Sign in"), sentence));
            default ->
                pages.answer(status, pages.templates().message(pages.frameForStrangers(status.getReason()), sentence));
        };
    }

    private static String sentence(HttpStatus status, ErrorContext context) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> "Open the sign-in link that plumbline printed when it started.";
            case NOT_FOUND -> "There is nothing at this address.";
            case BAD_REQUEST ->
                context.getErrors().stream().findFirst().map(Error::getMessage).orElse("The request makes no sense.");
            case METHOD_NOT_ALLOWED -> "This address does not take that method.";
            default ->
                status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                        ? "Something broke on our side; the terminal where plumbline runs shows what."
                        : status.getReason();
        };
    }
}
