package dev.plumbline.dashboards.http;

import dev.plumbline.dashboards.schedule.ScanPlan;
import dev.plumbline.dashboards.schedule.ScheduledScan;
import dev.plumbline.dashboards.signin.SignInLinks;
import dev.plumbline.scanner.store.Store;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** The running server. Thread-safe; {@link #close} stops it and frees the port. */
public final class Dashboard implements AutoCloseable {
    private final ApplicationContext context;

    private Dashboard(ApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts listening.
     *
     * @param terminal where sign-in links are printed when a browser asks for a new one
     * @throws BindException if the port is taken or may not be bound; its message names both
     */
    public static Dashboard start(
            DashboardSettings settings, Store store, RuleBook rules, ScanPlan plan, Terminal terminal, Clock clock)
            throws BindException {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                // Asking cloud metadata services where we run would cost seconds, and is nobody's business.
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .properties(Map.of(
                        "micronaut.server.host", settings.host(),
                        "micronaut.server.port", settings.port()))
                .singletons(settings, store, rules, plan, terminal, clock, new SecureRandom())
                .build();
        try {
            context.start();
            context.getBean(EmbeddedServer.class).start();
            return new Dashboard(context);
        } catch (ServerStartupException e) {
            context.close();
            throw bindFailure(settings, e);
        }
    }

    /** The port that is bound, whatever a proxy in front of it shows. */
    public int port() {
        return context.getBean(EmbeddedServer.class).getPort();
    }

    public URI url() {
        return front().url();
    }

    /** A fresh link that lets whoever opens it first come in. */
    public URI signInLink() {
        return front().signInLink(context.getBean(SignInLinks.class).issue());
    }

    /** Waits for the scan that runs now, if one does. */
    public void awaitScan() throws InterruptedException {
        context.getBean(ScheduledScan.class).awaitEnd();
    }

    @Override
    public void close() {
        context.close();
    }

    private Front front() {
        return context.getBean(Front.class);
    }

    private static BindException bindFailure(DashboardSettings settings, ServerStartupException failure) {
        BindException taken = new BindException("%s:%d".formatted(settings.host(), settings.port()));
        taken.initCause(failure);
        return taken;
    }
}
