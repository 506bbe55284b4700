package dev.plumbline.dashboards.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what no page of ours sends: a foreign Host (DNS rebinding) and a change asked for by another site
 * (request forgery); and tells the browser, on every answer, to run and load nothing but our own files.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class RequestGuard implements Ordered {
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Front front;

    RequestGuard(Front front) {
        this.front = front;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        String host = request.getHeaders().get(HttpHeaders.HOST);
        if (host == null || !front.answersTo(host)) {
            return refusal(
                    "This dashboard does not answer to that host name. Open it as %s, or start it with --public-url."
                            .formatted(front.url()));
        }
        if (!SAFE.contains(request.getMethod()) && !fromOurPage(request, host)) {
            return refusal("Changes are taken from this dashboard's own pages only.");
        }
        return null;
    }

    @ResponseFilter
    void harden(MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** Every browser of the last years sends Origin with a POST; what sends none is no browser of a signed-in user. */
    private boolean fromOurPage(HttpRequest<?> request, String host) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin == null) {
            return "same-origin".equals(request.getHeaders().get("Sec-Fetch-Site"));
        }
        String authority = Optional.of(origin.indexOf("://"))
                .filter(at -> at > 0)
                .map(at -> origin.substring(at + "://".length()))
                .orElse("");
        return authority.equalsIgnoreCase(host)
                || origin.equalsIgnoreCase(front.url().toString());
    }

    private HttpResponse<?> refusal(String sentence) {
        MutableHttpResponse<?> response = HttpResponse.status(HttpStatus.FORBIDDEN)
                .contentType(MediaType.TEXT_PLAIN_TYPE)
                .body(sentence + "\n");
        harden(response);
        return response;
    }
}
