package dev.plumbline.dashboards.http;

import dev.plumbline.dashboards.page.FindingPage;
import dev.plumbline.dashboards.page.IncidentPage;
import dev.plumbline.dashboards.page.Records;
import dev.plumbline.dashboards.page.ScansPage;
import dev.plumbline.dashboards.page.Words;
import dev.plumbline.dashboards.schedule.ScheduledScan;
import dev.plumbline.scanner.finding.Finding;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pages of one thing each: a finding, an incident, a scan. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class DetailController {
    private static final int SCANS_SHOWN = 50;

    private final Pages pages;
    private final Records records;
    private final RuleBook rules;
    private final ScheduledScan scan;
    private final JsonMapper json;

    DetailController(Pages pages, Records records, RuleBook rules, ScheduledScan scan, JsonMapper json) {
        this.pages = pages;
        this.records = records;
        this.rules = rules;
        this.scan = scan;
        this.json = json;
    }

    @Get("/findings/{id}")
    HttpResponse<?> finding(String id) {
        return Asked.finding(id)
                .flatMap(records::finding)
                .map(this::page)
                .map(page -> pages.ok(pages.templates().finding(pages.frame(page.heading(), "attention"), page)))
                .orElseGet(() -> pages.notFound("There is no finding %s.".formatted(id)));
    }

    @Get("/incidents/{id}")
    HttpResponse<?> incident(String id) {
        return records.incident(id)
                .map(incident -> pages.ok(pages.templates()
                        .incident(
                                pages.frame(incident.title(), "attention"), new IncidentPage(pages.words(), incident))))
                .orElseGet(() -> pages.notFound(
                        "There is no incident %s: it may have been settled by a later scan.".formatted(id)));
    }

    @Get("/scans")
    HttpResponse<?> scans() {
        return pages.ok(pages.templates()
                .scans(
                        pages.frame("Scans", "scans"),
                        new ScansPage(pages.words(), records.scans(SCANS_SHOWN), scan.state())));
    }

    @Get("/scans/{id}")
    HttpResponse<?> scan(String id) {
        return records.scan(id)
                .map(found -> pages.ok(pages.templates()
                        .scan(
                                pages.frame(
                                        "Scan of " + Words.minute(found.scan().started()), "scans"),
                                pages.words(),
                                found)))
                .orElseGet(() -> pages.notFound("There is no scan %s.".formatted(id)));
    }

    /** Starts a scan now; one that runs already is left alone, and the page shows it. */
    @Post("/scans")
    @Consumes(MediaType.ALL)
    HttpResponse<?> startScan() {
        scan.startNow();
        return HttpResponse.seeOther(URI.create("/"));
    }

    private FindingPage page(Finding finding) {
        List<Finding> siblings = records.failuresOf(finding.resource()).stream()
                .filter(other -> !other.id().equals(finding.id()))
                .toList();
        return new FindingPage(
                pages.words(),
                finding,
                rules.find(finding.rule()),
                siblings,
                records.incidentsOf(finding.resource()),
                raw(finding));
    }

    private String raw(Finding finding) {
        try {
            return new String(json.writeValueAsBytes(FindingJson.of(finding)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write finding " + finding.id(), e);
        }
    }
}
