package dev.plumbline.dashboards.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dashboards.http.TestDashboard.Client;
import dev.plumbline.dashboards.schedule.ScanPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    @TempDir
    Path folder;

    private TestDashboard dashboard;

    @BeforeEach
    void start() throws IOException {
        dashboard = TestDashboard.of(folder, SampleEstate.ordinary());
    }

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/scans", "/findings/0123", "/incidents/incident-weblogs", "/rules/a-b", "/openapi"})
    void strangersSeeNoPageButHowToSignIn(String path) {
        HttpResponse<String> answer = dashboard.stranger().get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("sign-in link").doesNotContain("customer-exports");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/findings", "/api/v1/incidents", "/api/v1/scans", "/api/v1/findings/0123"})
    void strangersGetNoJsonButTheReason(String path) {
        HttpResponse<String> answer = dashboard.stranger().get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"status\":401,\"error\":\"Open the sign-in link that plumbline printed when it started.\"}");
    }

    @Test
    void linkLetsInOnceAndForOneBrowser() {
        String link = dashboard.signInLink().getPath();
        Client first = dashboard.stranger();
        Client second = dashboard.stranger();

        assertThat(first.get(link).statusCode()).isEqualTo(200);
        assertThat(second.get(link).statusCode()).isEqualTo(401);

        assertThat(first.get("/").statusCode()).isEqualTo(200);
        assertThat(second.get("/").statusCode()).isEqualTo(401);
    }

    @Test
    void linkEndsAfterFifteenMinutes() {
        String link = dashboard.signInLink().getPath();

        dashboard.clock().advance(Duration.ofMinutes(15));

        HttpResponse<String> answer = dashboard.stranger().get(link);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("older than 15 minutes").contains("Print a new link in the terminal");
    }

    @Test
    void cookieIsOutOfReachOfScriptsAndOtherSites() {
        HttpResponse<String> answer =
                dashboard.stranger().get(dashboard.signInLink().getPath());

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("plumbline-session-" + dashboard.port() + "=")
                .containsIgnoringCase("; HttpOnly")
                .contains("; SameSite=Strict")
                .contains("; Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void behindHttpsTheCookieIsSecure(@TempDir Path other) throws IOException {
        URI publicUrl = URI.create("https://plumbline.example.org");
        DashboardSettings settings = new DashboardSettings("127.0.0.1", 0, Optional.of(publicUrl), false);
        try (TestDashboard proxied = TestDashboard.with(other, settings, ScanPlan.NONE)) {
            URI link = proxied.signInLink();

            assertThat(link.toString()).startsWith("https://plumbline.example.org/sign-in/");
            assertThat(proxied.stranger().get(link.getPath()).headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).contains("; Secure"));
        }
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        Client client = dashboard.signedIn();

        assertThat(client.post("/sign-out").statusCode()).isEqualTo(303);

        assertThat(client.get("/").statusCode()).isEqualTo(401);
    }

    @Test
    void strangerMayRingForALinkThatOnlyTheTerminalShows() {
        HttpResponse<String> answer = dashboard.stranger().post("/sign-in");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("/sign-in/");
        assertThat(dashboard.terminal()).singleElement().asString().contains("/sign-in/");
        String link = URI.create(dashboard.terminal().getFirst().substring("Sign in: ".length()))
                .getPath();
        assertThat(dashboard.stranger().get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void ringingAgainAndAgainDoesNotFloodTheTerminal() {
        for (int ring = 0; ring < 5; ring++) {
            dashboard.stranger().post("/sign-in");
        }
        assertThat(dashboard.terminal()).hasSize(1);

        dashboard.clock().advance(Duration.ofMinutes(1));
        dashboard.stranger().post("/sign-in");

        assertThat(dashboard.terminal()).hasSize(2);
    }
}
