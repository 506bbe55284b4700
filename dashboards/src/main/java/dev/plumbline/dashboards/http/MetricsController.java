package dev.plumbline.dashboards.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.utils.SecurityService;
import io.swagger.v3.oas.annotations.Hidden;

/** Metrics for Prometheus: open on loopback, elsewhere after sign-in unless {@code open-metrics} says otherwise. */
@Hidden
@Controller("/metrics")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
final class MetricsController {
    private static final MediaType PROMETHEUS = new MediaType("text/plain;version=0.0.4;charset=utf-8");

    private final PrometheusMeterRegistry registry;
    private final FindingMetrics findings;
    private final DashboardSettings settings;
    private final SecurityService security;

    MetricsController(
            PrometheusMeterRegistry registry,
            FindingMetrics findings,
            DashboardSettings settings,
            SecurityService security) {
        this.registry = registry;
        this.findings = findings;
        this.settings = settings;
        this.security = security;
    }

    @Get
    HttpResponse<?> scrape(HttpRequest<?> request) {
        if (!settings.loopbackOnly() && !settings.openMetrics() && !security.isAuthenticated()) {
            return HttpResponse.status(HttpStatus.UNAUTHORIZED)
                    .contentType(MediaType.TEXT_PLAIN_TYPE)
                    .body("Sign in, or start plumbline with --open-metrics.\n");
        }
        findings.refresh();
        return HttpResponse.ok(registry.scrape()).contentType(PROMETHEUS);
    }
}
