package dev.plumbline.dashboards.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;

/** How browsers reach the running dashboard: its address and the host names it answers to. */
@Singleton
public final class Front {
    private final DashboardSettings settings;
    private final BeanProvider<EmbeddedServer> server;

    Front(DashboardSettings settings, BeanProvider<EmbeddedServer> server) {
        this.settings = settings;
        this.server = server;
    }

    /** What to type into a browser; known once the server listens. */
    public URI url() {
        return settings.publicUrl().orElseGet(this::ownUrl);
    }

    public URI signInLink(String token) {
        return url().resolve("/sign-in/" + token);
    }

    boolean secure() {
        return settings.secure();
    }

    /**
     * Whether a request may name us so. A page of another site that points its own name at our address (DNS
     * rebinding) fails here; a plain address will do where every interface is bound, for a rebound name is never one.
     */
    boolean answersTo(String hostHeader) {
        String host = HostNames.ofHeader(hostHeader);
        String bound = HostNames.unbracketed(settings.host());
        return HostNames.isLoopback(host)
                || host.equals(bound)
                || settings.publicUrl()
                        .filter(url -> HostNames.unbracketed(url.getHost()).equals(host))
                        .isPresent()
                || HostNames.isEveryInterface(bound) && HostNames.isAddress(host);
    }

    private URI ownUrl() {
        String bound = HostNames.unbracketed(settings.host());
        String shown = HostNames.isEveryInterface(bound) ? DashboardSettings.LOOPBACK : bound;
        String host = shown.contains(":") ? "[" + shown + "]" : shown;
        return URI.create("http://%s:%d".formatted(host, server.get().getPort()));
    }
}
