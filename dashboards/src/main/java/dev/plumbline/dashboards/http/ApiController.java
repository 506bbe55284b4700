package dev.plumbline.dashboards.http;

import dev.plumbline.dashboards.page.Filter;
import dev.plumbline.dashboards.page.Records;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.ranking.Incident;
import dev.plumbline.scanner.store.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Optional;

/** The same facts as the pages, as JSON. Names and meanings under {@code v1} do not change any more, they are added to. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ApiController {
    private static final int MOST = 1000;

    private final Records records;

    ApiController(Records records) {
        this.records = records;
    }

    /**
     * Open findings, highest priority first.
     *
     * @param cloud aws, azure or gcp; several are alternatives
     * @param severity critical, high, medium or low; several are alternatives
     * @param q text to look for in titles, names, rules, accounts and resource ids
     * @param from where the page starts, from 0
     * @param limit rows a page, 1000 at most
     * @return one page
     */
    @Get("/findings")
    FindingJson.Page findings(
            @QueryValue @Nullable List<String> cloud,
            @QueryValue @Nullable List<String> severity,
            @QueryValue @Nullable String q,
            @QueryValue(defaultValue = "0") int from,
            @QueryValue(defaultValue = "100") int limit) {
        Filter filter = Asked.filter(cloud, severity, q);
        Page<Finding> page = records.findings(filter, Optional.empty(), start(from), rows(limit));
        return new FindingJson.Page(
                page.rows().stream().map(FindingJson::of).toList(),
                page.total(),
                next("/api/v1/findings", filter, from, limit, page.total()));
    }

    /**
     * One finding, open or resolved.
     *
     * @param id its 32 hexadecimal digits
     * @return the finding
     */
    @Get("/findings/{id}")
    FindingJson finding(String id) {
        return Asked.finding(id).flatMap(records::finding).map(FindingJson::of).orElseThrow(ApiController::notFound);
    }

    /**
     * Incidents, most pressing first.
     *
     * @param cloud aws, azure or gcp; several are alternatives
     * @param severity critical, high, medium or low; several are alternatives
     * @param q text to look for in titles, accounts and resources
     * @param from where the page starts, from 0
     * @param limit rows a page, 1000 at most
     * @return one page
     */
    @Get("/incidents")
    IncidentJson.Page incidents(
            @QueryValue @Nullable List<String> cloud,
            @QueryValue @Nullable List<String> severity,
            @QueryValue @Nullable String q,
            @QueryValue(defaultValue = "0") int from,
            @QueryValue(defaultValue = "100") int limit) {
        Filter filter = Asked.filter(cloud, severity, q);
        Page<Incident> page = records.incidents(filter, start(from), rows(limit));
        return new IncidentJson.Page(
                page.rows().stream().map(IncidentJson::of).toList(),
                page.total(),
                next("/api/v1/incidents", filter, from, limit, page.total()));
    }

    /**
     * One incident.
     *
     * @param id as in lists
     * @return the incident
     */
    @Get("/incidents/{id}")
    IncidentJson incident(String id) {
        return records.incident(id).map(IncidentJson::of).orElseThrow(ApiController::notFound);
    }

    /**
     * Scans, newest first, with what they could not read.
     *
     * @param limit how many, 1000 at most
     * @return the scans
     */
    @Get("/scans")
    ScanJson.Page scans(@QueryValue(defaultValue = "50") int limit) {
        return new ScanJson.Page(
                records.scans(rows(limit)).stream().map(ScanJson::of).toList());
    }

    private static int start(int from) {
        return Math.max(0, from);
    }

    private static int rows(int limit) {
        return Math.clamp(limit, 1, MOST);
    }

    private static @Nullable String next(String path, Filter filter, int from, int limit, long total) {
        int following = start(from) + rows(limit);
        if (following >= total) {
            return null;
        }
        String base = filter.on(path);
        return base + (base.contains("?") ? "&" : "?") + "from=" + following + "&limit=" + rows(limit);
    }

    private static HttpStatusException notFound() {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "There is none with that id.");
    }
}
