package dev.plumbline.dashboards.http;

import java.net.URI;
import java.util.Optional;

/**
 * Where the dashboard listens and who may reach it.
 *
 * @param host address or name to bind; loopback unless the user says otherwise
 * @param port 0 for any free one
 * @param publicUrl what browsers type where a reverse proxy stands in front, such as
 *     {@code https://plumbline.example.org}; only an https one makes the session cookie Secure
 * @param openMetrics whether {@code /metrics} answers without sign-in beyond loopback too
 */
public record DashboardSettings(String host, int port, Optional<URI> publicUrl, boolean openMetrics) {
    public static final String LOOPBACK = "127.0.0.1";
    public static final int DEFAULT_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    public DashboardSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the host to bind is empty: leave it out for " + LOOPBACK);
        }
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("port %d is outside 0 to %d".formatted(port, LAST_PORT));
        }
        publicUrl.ifPresent(DashboardSettings::check);
    }

    /** Loopback at {@code port}, as the demo and tests want it. */
    public static DashboardSettings local(int port) {
        return new DashboardSettings(LOOPBACK, port, Optional.empty(), false);
    }

    /** Whether only this machine can reach it, as far as we can tell. */
    public boolean loopbackOnly() {
        return publicUrl.isEmpty() && HostNames.isLoopback(host);
    }

    /** Whether the browser's part of the way is encrypted. */
    public boolean secure() {
        return publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
    }

    private static void check(URI url) {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        String path = Optional.ofNullable(url.getPath()).orElse("");
        if (!http || url.getHost() == null || !(path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException(
                    "public URL '%s' must be http or https, a host, and no path".formatted(url));
        }
    }
}
