package dev.plumbline.dashboards.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dashboards.http.TestDashboard.Client;
import dev.plumbline.dashboards.schedule.ScanPlan;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.scanner.finding.Finding;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewTest {
    private static final String HOSTILE = "<script>alert(1)</script>\" onmouseover=x '${7*7}";

    @TempDir
    Path folder;

    @Test
    void beforeTheFirstScanItSaysHowToScan() throws IOException {
        try (TestDashboard dashboard = TestDashboard.neverScanned(folder)) {
            Document page = dashboard.signedIn().page("/");

            assertThat(page.select("h3").eachText()).containsExactly("No scan yet");
            assertThat(page.select(".empty").text()).contains("plumbline scan aws");
            assertThat(page.select("table")).isEmpty();
        }
    }

    @Test
    void whileTheFirstScanIsDueOrRunsItSaysSo() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ScanPlan plan = new ScanPlan(Optional.of("0 6 * * *"), ZoneOffset.UTC, Optional.of(() -> {
            started.countDown();
            release.await();
        }));
        try (TestDashboard dashboard = TestDashboard.neverScanned(folder, plan)) {
            Client client = dashboard.signedIn();
            assertThat(client.page("/").select(".empty").text()).contains("The first is due in 20 hours");
            assertThat(client.page("/scans").select(".empty").text()).contains("The first is due in 20 hours");

            client.post("/scans");
            started.await();

            assertThat(client.page("/").select("h3").eachText()).containsExactly("The first scan is running");
            assertThat(client.page("/scans").select(".empty").text()).contains("The first is running");
            release.countDown();
            dashboard.awaitScan();
        }
    }

    @Test
    void afterACleanScanItSaysThatNothingWasFoundAndWhatWasNotRead() throws IOException {
        try (TestDashboard dashboard = TestDashboard.of(folder, SampleEstate.empty())) {
            Document page = dashboard.signedIn().page("/");

            assertThat(page.select("h3").eachText()).containsExactly("No incidents", "Nothing found");
            assertThat(page.select(".notice summary").text()).startsWith("1 of 3 parts not read");
            assertThat(page.select(".notice li").text())
                    .contains("aws.kms.key in 111122223333 eu-west-1")
                    .contains("Grant kms:ListKeys");
        }
    }

    @Test
    void ranksIncidentsAndGroupsFindingsByRule() throws IOException {
        try (TestDashboard dashboard = TestDashboard.of(folder, SampleEstate.ordinary())) {
            Document page = dashboard.signedIn().page("/");

            assertThat(page.select("a.row-title").eachText())
                    .containsExactly(
                            "Read 41 GB where 12 MB an hour is the most of the last 30 days.",
                            "weblogs fails: Title of azure-storage-account-https-only");
            assertThat(page.select("a.row-title + .sub").eachText()).contains("by p-7f3a91c2 · customer-exports");
            assertThat(page.select("[aria-labelledby=findings-title] .sub.mono").eachText())
                    .containsExactly(
                            "aws-s3-bucket-public-access",
                            "azure-storage-account-https-only",
                            "aws-s3-bucket-versioning",
                            "gcp-storage-bucket-uniform-access",
                            "aws-s3-bucket-mfa-delete");
            assertThat(page.select(".tile").eachText())
                    .containsExactly("1 critical", "1 high", "2 medium", "1 low", "1 not assessed");
        }
    }

    @Test
    void priorityShowsItsArithmetic() throws IOException {
        try (TestDashboard dashboard = TestDashboard.of(folder, SampleEstate.ordinary())) {
            Document page = dashboard.signedIn().page("/");

            assertThat(page.select("details.why").eachText().getFirst())
                    .contains("why 97")
                    .contains("+62.0 anomaly, 1 in 2,500 windows")
                    .contains("+15.0 the bucket is public");
        }
    }

    @Test
    void everyTableHasCaptionAndScopedHeaders() throws IOException {
        try (TestDashboard dashboard = TestDashboard.of(folder, SampleEstate.ordinary())) {
            Client client = dashboard.signedIn();

            for (String path : List.of("/", "/scans", "/scans/scan-1", "/incidents/incident-stolen-key")) {
                Document page = client.page(path);
                assertThat(page.select("table"))
                        .as(path)
                        .isNotEmpty()
                        .allSatisfy(
                                table -> assertThat(table.select("> caption")).hasSize(1));
                assertThat(page.select("th:not([scope])")).as(path).isEmpty();
                assertThat(page.select("h1")).as(path).hasSize(1);
            }
        }
    }

    @Test
    void filtersByCloudSeverityAndTextInTheAddress() throws IOException {
        try (TestDashboard dashboard = TestDashboard.of(folder, SampleEstate.ordinary())) {
            Client client = dashboard.signedIn();

            assertThat(rules(client.page("/?cloud=azure"))).containsExactly("azure-storage-account-https-only");
            assertThat(rules(client.page("/?severity=critical&severity=low")))
                    .containsExactly("aws-s3-bucket-public-access", "aws-s3-bucket-mfa-delete");
            assertThat(rules(client.page("/?q=ML-TRAINING"))).containsExactly("gcp-storage-bucket-uniform-access");
            assertThat(client.page("/?cloud=azure").select("a.row-title").eachText())
                    .containsExactly("weblogs fails: Title of azure-storage-account-https-only");
            assertThat(client.page("/?cloud=azure").select("input[checked]").eachAttr("value"))
                    .containsExactly("azure");
        }
    }

    @Test
    void filteredAwayIsToldApartFromNothingFound() throws IOException {
        try (TestDashboard dashboard = TestDashboard.of(folder, SampleEstate.ordinary())) {
            Document page = dashboard.signedIn().page("/?q=nonesuch");

            assertThat(page.select("h3").eachText())
                    .containsExactly("No incident matches the filter", "No finding matches the filter");
            assertThat(page.select(".empty").text()).contains("6 findings without it");
        }
    }

    @Test
    void senselessFilterIsAnsweredWithWhatThereIs() throws IOException {
        try (TestDashboard dashboard = TestDashboard.of(folder, SampleEstate.ordinary())) {
            var answer = dashboard.signedIn().get("/?cloud=oracle");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("unknown cloud 'oracle': use aws, azure or gcp");
        }
    }

    @Test
    void htmxGetsThePartThatChanges() throws IOException {
        try (TestDashboard dashboard = TestDashboard.of(folder, SampleEstate.ordinary())) {
            Client client = dashboard.signedIn();

            String part = client.get("/?cloud=gcp", "HX-Request", "true").body();
            String rows = client.get(
                            "/rules/aws-s3-bucket-versioning",
                            "HX-Request",
                            "true",
                            "HX-Target",
                            "rows-aws-s3-bucket-versioning")
                    .body();

            assertThat(part.strip()).startsWith("<div id=\"results\"").doesNotContain("<html");
            assertThat(rows)
                    .contains("customer-exports")
                    .contains("build-cache")
                    .doesNotContain("<table");
        }
    }

    @Test
    void tenThousandFindingsAreOneRowAndPagesOfFifty() throws IOException {
        try (TestDashboard dashboard = TestDashboard.of(folder, SampleEstate.large(10_000))) {
            Client client = dashboard.signedIn();

            Document overview = client.page("/");
            Document first = client.page("/rules/aws-s3-bucket-versioning");
            Document last = client.page("/rules/aws-s3-bucket-versioning?from=9950");

            assertThat(overview.select("[aria-labelledby=findings-title] .number")
                            .eachText())
                    .contains("10,000");
            assertThat(first.select("tbody tr")).hasSize(50);
            assertThat(first.select("a[rel=next]").attr("href")).isEqualTo("/rules/aws-s3-bucket-versioning?from=50");
            assertThat(last.select("tbody tr")).hasSize(50);
            assertThat(last.select("a[rel=next]")).isEmpty();
            assertThat(last.select(".pager").text()).contains("9,951 to 10,000 of 10,000 findings");
        }
    }

    @Test
    void hostileNamesStayText() throws IOException {
        Finding hostile = SampleEstate.bucket(HOSTILE, "aws-s3-bucket-versioning", Severity.HIGH, 50);
        try (TestDashboard dashboard =
                TestDashboard.of(folder, SampleEstate.empty().with(hostile))) {
            Client client = dashboard.signedIn();
            String search = "/?q=" + URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8);

            for (String path : List.of("/rules/aws-s3-bucket-versioning", "/findings/" + hostile.id(), search)) {
                Document page = client.page(path);
                assertThat(page.select("script:not([src]), [onmouseover]"))
                        .as(path)
                        .isEmpty();
                assertThat(page.html()).as(path).doesNotContain("<script>alert").doesNotContain("'49");
            }
            assertThat(client.page("/findings/" + hostile.id()).select("h1").text())
                    .startsWith(HOSTILE);
        }
    }

    @Test
    void scheduledScanShowsItsTimeItsRunAndItsFailure() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ScanPlan plan = new ScanPlan(Optional.of("0 6 * * *"), ZoneOffset.UTC, Optional.of(() -> {
            started.countDown();
            release.await();
            throw new IllegalStateException("no credentials");
        }));
        try (TestDashboard dashboard = TestDashboard.with(folder, DashboardSettings.local(0), plan)) {
            Client client = dashboard.signedIn();
            assertThat(client.page("/").select("#scan-strip").text()).contains("Next scan in 20 hours");

            assertThat(client.post("/scans").statusCode()).isEqualTo(303);
            started.await();
            assertThat(client.page("/").select("#scan-strip").text()).contains("Scan running");
            assertThat(client.get("/scan-strip").headers().firstValue("HX-Refresh"))
                    .isEmpty();

            release.countDown();
            dashboard.awaitScan();
            assertThat(client.get("/scan-strip").headers().firstValue("HX-Refresh"))
                    .as("what stands below the strip is old now")
                    .contains("true");
            assertThat(client.page("/").select("#scan-strip").text())
                    .contains("Last scheduled scan failed: no credentials")
                    .contains("Scan now");
        }
    }

    private static List<String> rules(Document page) {
        return page.select("[aria-labelledby=findings-title] .sub.mono").eachText();
    }
}
