package dev.plumbline.dashboards.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dashboards.http.TestDashboard.Client;
import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetailTest {
    private final SampleEstate estate = SampleEstate.ordinary();

    @TempDir
    Path folder;

    private TestDashboard dashboard;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        dashboard = TestDashboard.of(folder, estate);
        client = dashboard.signedIn();
    }

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void findingShowsEvidenceRemedyAndWhatElseConcernsTheResource() {
        Document page = client.page("/findings/" + estate.findings().getFirst().id());

        assertThat(page.select("h1").text()).isEqualTo("customer-exports fails: Title of aws-s3-bucket-public-access");
        assertThat(page.select("[aria-labelledby=evidence-title] tbody").text())
                .isEqualTo("config.BucketVersioning {\"Status\":\"Suspended\"}");
        assertThat(page.select("#remedy-cli").text()).contains("--bucket customer-exports");
        assertThat(page.select("[aria-labelledby=related-title] a").eachAttr("href"))
                .containsExactly("/incidents/incident-stolen-key");
        assertThat(page.select("[aria-labelledby=siblings-title] a").eachText())
                .containsExactly("Title of aws-s3-bucket-versioning");
        assertThat(page.select("#raw-json").text()).contains("\"resource\":\"arn:aws:s3:::customer-exports\"");
    }

    @Test
    void notAssessedIsToldApartFromAFailure() {
        Document page = client.page("/findings/" + estate.findings().getLast().id());

        assertThat(page.select("h1").text()).startsWith("ml-training could not be assessed: ");
        assertThat(page.select("#evidence-title").text()).isEqualTo("What could not be read");
        assertThat(page.select(".page-head .tag.unassessed").text()).isEqualTo("not assessed");
    }

    @Test
    void incidentShowsTimelineFeaturesAndTheirTableTwin() {
        Document page = client.page("/incidents/incident-stolen-key");

        assertThat(page.select("h1").text())
                .isEqualTo("Read 41 GB where 12 MB an hour is the most of the last 30 days.");
        assertThat(page.select(".lead").text())
                .isEqualTo("A person read 41 GB from customer-exports from a new network, then stopped the trail");

        assertThat(page.select("svg[role=img]").eachAttr("aria-label"))
                .containsExactly(
                        "Timeline of 2 signals. The list below says the same.",
                        "Share of the score by feature: bytes read 61 %, source network 39 %");
        assertThat(page.select(".signal table tbody tr").eachText())
                .first()
                .asString()
                .isEqualTo(
                        "bytes read 41 GB 0 to 12 MB Read 41 GB where 12 MB an hour is the most of the last 30 days.");
        assertThat(page.select(".signal").eachText().getFirst())
                .contains("of ordinary windows 1 in 2,500 is as odd")
                .contains("event-1");
        assertThat(page.select("[aria-labelledby=priority-title]").text()).contains("+20.0 event rule");
        assertThat(page.select("[aria-labelledby=faults-title] tbody tr")).hasSize(2);
    }

    @Test
    void incidentOfFaultsAloneHasNoTimeline() {
        Document page = client.page("/incidents/incident-weblogs");

        assertThat(page.select("svg[role=img]")).isEmpty();
        assertThat(page.select("[aria-labelledby=faults-title] tbody tr")).hasSize(1);
    }

    @Test
    void scanNamesWhatWasNotReadAndWhatToGrant() {
        Document page = client.page("/scans/scan-1");

        assertThat(page.select("[aria-labelledby=gaps-title] tbody tr").eachText())
                .containsExactly("aws.kms.key 111122223333 eu-west-1 kms:ListKeys answered AccessDenied kms:ListKeys");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/findings/00000000000000000000000000000000",
                "/findings/%3Cscript%3E",
                "/incidents/none",
                "/scans/none",
                "/rules/no-such-rule",
                "/nothing"
            })
    void unknownThingIsNotFoundAndSaysSo(String path) {
        var answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no").doesNotContain("<script>");
    }
}
