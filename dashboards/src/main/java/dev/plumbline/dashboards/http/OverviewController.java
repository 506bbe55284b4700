package dev.plumbline.dashboards.http;

import dev.plumbline.dashboards.page.Filter;
import dev.plumbline.dashboards.page.Overview;
import dev.plumbline.dashboards.page.Paging;
import dev.plumbline.dashboards.page.Records;
import dev.plumbline.dashboards.page.RulePage;
import dev.plumbline.dashboards.schedule.ScheduledScan;
import dev.plumbline.rules.language.Rule;
import dev.plumbline.rules.language.RuleId;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.ranking.Incident;
import dev.plumbline.scanner.store.Page;
import dev.plumbline.scanner.store.RuleGroup;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/** The main page and its unfolded rows. Asked by htmx, it answers with the part that changes. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class OverviewController {
    private static final String ASKED_BY_HTMX = "HX-Request";

    private final Pages pages;
    private final Records records;
    private final RuleBook rules;
    private final ScheduledScan scan;

    OverviewController(Pages pages, Records records, RuleBook rules, ScheduledScan scan) {
        this.pages = pages;
        this.records = records;
        this.rules = rules;
        this.scan = scan;
    }

    @Get
    HttpResponse<?> overview(HttpRequest<?> request) {
        Overview overview = overview(Asked.filter(request), Asked.from(request));
        return vary(
                askedByHtmx(request)
                        ? pages.ok(pages.templates().results(overview))
                        : pages.ok(pages.templates().overview(pages.frame("Attention", "attention"), overview)));
    }

    /** Polled while a scan runs; once it has ended, all that stands below the strip is old and is asked for anew. */
    @Get("/scan-strip")
    HttpResponse<?> scanStrip() {
        Overview overview = overview(Filter.NONE, 0);
        MutableHttpResponse<byte[]> strip = pages.ok(pages.templates().scanstrip(overview));
        return overview.schedule().runningSince().isPresent() ? strip : strip.header("HX-Refresh", "true");
    }

    @Get("/rules/{id}")
    HttpResponse<?> rule(HttpRequest<?> request, String id) {
        RuleId rule = Asked.rule(id);
        Filter filter = Asked.filter(request);
        Optional<String> title = title(rule);
        if (title.isEmpty()) {
            return pages.notFound("There is no rule %s, and nothing was found by it.".formatted(id));
        }
        int from = Asked.from(request);
        Page<Finding> findings = records.findings(filter, Optional.of(rule), from, Paging.FINDINGS);
        RulePage page = new RulePage(pages.words(), filter, id, title.get(), from, findings.rows(), findings.total());
        return vary(rulePage(request, page));
    }

    private MutableHttpResponse<byte[]> rulePage(HttpRequest<?> request, RulePage page) {
        if (!askedByHtmx(request)) {
            return pages.ok(pages.templates().rule(pages.frame(page.title(), "attention"), page));
        }
        boolean unfolding =
                request.getHeaders().get("HX-Target", String.class, "").startsWith("rows-");
        return pages.ok(
                unfolding ? pages.templates().rulerows(page) : pages.templates().ruleresults(page));
    }

    private Optional<String> title(RuleId rule) {
        return records.rules(Filter.NONE).stream()
                .filter(group -> group.rule().equals(rule))
                .map(RuleGroup::title)
                .findFirst()
                .or(() -> rules.find(rule).map(Rule::title));
    }

    private Overview overview(Filter filter, int from) {
        Page<Incident> incidents = records.incidents(filter, from, Paging.INCIDENTS);
        return new Overview(
                pages.words(),
                filter,
                records.totals(),
                from,
                incidents.rows(),
                incidents.total(),
                filter.isNone() ? incidents.total() : records.countIncidents(),
                records.rules(filter),
                records.lastScan(),
                scan.state());
    }

    /** Going back in history htmx wants the whole page, though it is htmx that asks. */
    private static boolean askedByHtmx(HttpRequest<?> request) {
        return request.getHeaders().contains(ASKED_BY_HTMX)
                && !request.getHeaders().contains("HX-History-Restore-Request");
    }

    private static HttpResponse<?> vary(MutableHttpResponse<?> response) {
        return response.header(HttpHeaders.VARY, ASKED_BY_HTMX);
    }
}
