package dev.plumbline.dashboards.signin;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** Tells Micronaut Security who asks: whoever holds a live session, nobody else. */
@Singleton
final class SessionAuthentication implements AuthenticationFetcher<HttpRequest<?>> {
    /** One kind of user so far; names come with local users and OIDC. */
    private static final String OPERATOR = "operator";

    private final Sessions sessions;

    SessionAuthentication(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return SessionCookie.read(request)
                .filter(sessions::touch)
                .map(secret -> Publishers.just(Authentication.build(OPERATOR)))
                .orElseGet(Publishers::empty);
    }
}
