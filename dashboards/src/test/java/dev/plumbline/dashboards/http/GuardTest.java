package dev.plumbline.dashboards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.dashboards.schedule.ScanPlan;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
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
    @ValueSource(strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "[", "10.0.0.9"})
    void foreignHostNameIsRefused(String host) throws IOException {
        assertThat(statusLine(host)).contains("403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8080"})
    void ownNamesAreAnswered(String host) throws IOException {
        assertThat(statusLine(host)).contains("401");
    }

    @Test
    void changeAskedForByAnotherSiteIsRefused() {
        TestDashboard.Client client = dashboard.signedIn();

        assertThat(client.post("/sign-out", "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(client.post("/sign-out", "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(client.post("/sign-out", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);

        assertThat(client.get("/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing/here", "/api/v1/findings", "/health", "/sign-in"})
    void everyAnswerTellsTheBrowserToTrustNothingButOurFiles(String path) {
        HttpResponse<String> answer = dashboard.signedIn().get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void pagesHoldNoInlineScriptStyleOrHandlerAndNothingForeign() {
        TestDashboard.Client client = dashboard.signedIn();

        for (String path : new String[] {"/", "/incidents/incident-stolen-key", "/scans", "/sign-in"}) {
            var page = client.page(path);
            assertThat(page.select("script:not([src]), style, [style], [onclick], [onload]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("script[src], link[href], img[src]"))
                    .as(path)
                    .allSatisfy(element -> assertThat(element.attr("src") + element.attr("href"))
                            .startsWith("/assets/"));
        }
    }

    @Test
    void assetsMayBeKeptForeverAndNothingElseIsServed() {
        TestDashboard.Client stranger = dashboard.stranger();
        String style = stranger.page("/").select("link[rel=stylesheet]").attr("href");

        HttpResponse<String> answer = stranger.get(style);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(stranger.get("/assets/x/application.properties").statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/assets/x/..%2f..%2fapplication.properties").statusCode())
                .isBetween(400, 404);
    }

    @Test
    void healthIsOpenAndSaysNoMoreThanItMust() {
        HttpResponse<String> answer = dashboard.stranger().get("/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void metricsTellTheEstateOnLoopback() {
        String metrics = dashboard.stranger().get("/metrics").body();

        assertThat(metrics)
                .contains("plumbline_findings_open{severity=\"critical\"} 1.0")
                .contains("plumbline_findings_open{severity=\"medium\"} 2.0")
                .contains("plumbline_findings_not_assessed 1.0")
                .contains("plumbline_incidents 2.0")
                .contains("plumbline_last_scan_age_seconds 720.0")
                .contains("plumbline_last_scan_duration_seconds 120.0")
                .contains("plumbline_last_scan_parts 3.0")
                .contains("plumbline_last_scan_parts_not_read 1.0");
    }

    @Test
    void metricsNeedSignInWhereOthersCanReachThem(@TempDir Path other) throws IOException {
        DashboardSettings open = new DashboardSettings("0.0.0.0", 0, Optional.empty(), true);
        DashboardSettings closed =
                new DashboardSettings("127.0.0.1", 0, Optional.of(URI.create("http://localhost")), false);

        assertThat(open.loopbackOnly()).isFalse();
        try (TestDashboard proxied = TestDashboard.with(other, closed, ScanPlan.NONE)) {
            assertThat(proxied.stranger().get("/metrics").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void takenPortIsNamed(@TempDir Path other) {
        int port = dashboard.port();

        assertThatThrownBy(() -> TestDashboard.with(other, DashboardSettings.local(port), ScanPlan.NONE))
                .isInstanceOf(BindException.class)
                .hasMessage("127.0.0.1:" + port);
    }

    /** The JDK's client writes the Host header itself, so this one speaks by hand. */
    private String statusLine(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", dashboard.port())) {
            String request = "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
