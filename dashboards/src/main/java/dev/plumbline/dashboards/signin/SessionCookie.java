package dev.plumbline.dashboards.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.Optional;

/** The cookie that carries a session's secret: out of reach of scripts, never sent along from another site. */
public final class SessionCookie {
    private SessionCookie() {}

    public static Optional<String> read(HttpRequest<?> request) {
        return request.getCookies().findCookie(name(request)).map(Cookie::getValue);
    }

    /** @param secure whether browsers reach us over https */
    public static Cookie of(HttpRequest<?> request, String secret, boolean secure) {
        return cookie(request, secret, secure).maxAge(Sessions.LIFETIME);
    }

    public static Cookie removal(HttpRequest<?> request, boolean secure) {
        return cookie(request, "", secure).maxAge(0);
    }

    private static Cookie cookie(HttpRequest<?> request, String value, boolean secure) {
        return Cookie.of(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Strict);
    }

    /** Cookies know no ports, so two dashboards on one machine need two names. */
    private static String name(HttpRequest<?> request) {
        return "plumbline-session-" + request.getServerAddress().getPort();
    }
}
