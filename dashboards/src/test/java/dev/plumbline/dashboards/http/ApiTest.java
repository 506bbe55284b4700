package dev.plumbline.dashboards.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.dashboards.http.TestDashboard.Client;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ApiTest {
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
    void findingsComeWithTheNamesOfTheCommandLine() throws IOException {
        JsonNode finding = json("/api/v1/findings?severity=critical").at("/items/0");

        assertThat(finding.get("rule").asText()).isEqualTo("aws-s3-bucket-public-access");
        assertThat(finding.get("severity").asText()).isEqualTo("critical");
        assertThat(finding.get("cloud").asText()).isEqualTo("aws");
        assertThat(finding.get("account").asText()).isEqualTo("111122223333");
        assertThat(finding.get("region").asText()).isEqualTo("eu-central-1");
        assertThat(finding.get("resource").asText()).isEqualTo("arn:aws:s3:::customer-exports");
        assertThat(finding.get("status").asText()).isEqualTo("fail");
        assertThat(finding.at("/evidence/0/path").asText()).isEqualTo("config.BucketVersioning");
        assertThat(finding.get("priority").asInt()).isEqualTo(92);
        assertThat(finding.get("firstSeen").asText()).isEqualTo("2026-11-22T09:17:00Z");
    }

    @Test
    void pagesFollowEachOtherToTheEnd() throws IOException {
        JsonNode first = json("/api/v1/findings?limit=4&cloud=aws,azure");
        JsonNode second = json(first.get("next").asText());

        assertThat(first.get("total").asInt()).isEqualTo(5);
        assertThat(first.get("items")).hasSize(4);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void incidentTellsItsSignalsAndArithmetic() throws IOException {
        JsonNode incident = json("/api/v1/incidents/incident-stolen-key");

        assertThat(incident.at("/arithmetic/0/points").asDouble()).isEqualTo(62);
        assertThat(incident.at("/signals").findValuesAsText("kind")).containsExactly("anomaly", "event-rule");
        assertThat(incident.at("/signals/0/reasons/0/share").asDouble()).isEqualTo(0.61);
        assertThat(incident.at("/signals/1/score").isNull()).isTrue();
        assertThat(json("/api/v1/incidents?cloud=azure").at("/items/0/id").asText())
                .isEqualTo("incident-weblogs");
    }

    @Test
    void scanTellsWhatItCouldNotRead() throws IOException {
        JsonNode scan = json("/api/v1/scans").at("/items/0");

        assertThat(scan.get("state").asText()).isEqualTo("incomplete");
        assertThat(scan.get("parts").asInt()).isEqualTo(3);
        assertThat(scan.at("/notRead/0/permission").asText()).isEqualTo("kms:ListKeys");
        assertThat(scan.get("problems")).isEmpty();
    }

    @Test
    void findingByIdIsTheOneInTheList() throws IOException {
        String id = estate.findings().getLast().id().value();

        assertThat(json("/api/v1/findings/" + id).get("status").asText()).isEqualTo("not-assessed");
    }

    @Test
    void mistakesAreAnsweredInJson() throws IOException {
        assertThat(client.get("/api/v1/findings?severity=urgent").statusCode()).isEqualTo(400);
        assertThat(error("/api/v1/findings?severity=urgent")).contains("critical, high, medium or low");
        assertThat(client.get("/api/v1/findings?from=x").statusCode()).isEqualTo(400);
        assertThat(client.get("/api/v1/findings/00000000000000000000000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(error("/api/v1/nothing")).isEqualTo("There is nothing at this address.");
    }

    @Test
    void hugeLimitIsHeldToAThousand() throws IOException {
        assertThat(json("/api/v1/findings?limit=2000000000&from=-5").get("items"))
                .hasSize(6);
    }

    @Test
    void descriptionNamesEveryAddressOfTheApiAndNoPage() {
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(client.get("/openapi").body());

        assertThat(document.get("openapi")).asString().startsWith("3.");
        assertThat(document.get("paths"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys(
                        "/api/v1/findings",
                        "/api/v1/findings/{id}",
                        "/api/v1/incidents",
                        "/api/v1/incidents/{id}",
                        "/api/v1/scans");
    }

    private String error(String path) throws IOException {
        return json(path).get("error").asText();
    }

    private JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(client.get(path).body());
    }
}
