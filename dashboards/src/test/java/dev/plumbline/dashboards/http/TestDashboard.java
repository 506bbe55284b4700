package dev.plumbline.dashboards.http;

import dev.plumbline.dashboards.MutableClock;
import dev.plumbline.dashboards.schedule.ScanPlan;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.scanner.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A real server on a free loopback port over a real store, and a browser-like client with its own cookies. */
final class TestDashboard implements AutoCloseable {
    private static final RulePack RULES = RulePack.builtIn();

    private final Store store;
    private final Dashboard dashboard;
    private final List<String> terminal = new CopyOnWriteArrayList<>();
    private final MutableClock clock = new MutableClock(SampleEstate.NOW);

    private TestDashboard(Path folder, SampleEstate estate, boolean scanned, DashboardSettings settings, ScanPlan plan)
            throws IOException {
        store = Store.open(folder.resolve("plumbline.db").toString());
        if (scanned) {
            estate.writeTo(store);
        }
        dashboard = Dashboard.start(settings, store, RULES::rule, plan, terminal::add, clock);
    }

    static TestDashboard neverScanned(Path folder) throws IOException {
        return neverScanned(folder, ScanPlan.NONE);
    }

    static TestDashboard neverScanned(Path folder, ScanPlan plan) throws IOException {
        return new TestDashboard(folder, SampleEstate.empty(), false, DashboardSettings.local(0), plan);
    }

    static TestDashboard of(Path folder, SampleEstate estate) throws IOException {
        return new TestDashboard(folder, estate, true, DashboardSettings.local(0), ScanPlan.NONE);
    }

    static TestDashboard with(Path folder, DashboardSettings settings, ScanPlan plan) throws IOException {
        return new TestDashboard(folder, SampleEstate.ordinary(), true, settings, plan);
    }

    MutableClock clock() {
        return clock;
    }

    int port() {
        return dashboard.port();
    }

    URI signInLink() {
        return dashboard.signInLink();
    }

    void awaitScan() throws InterruptedException {
        dashboard.awaitScan();
    }

    /** Lines the server printed since it started. */
    List<String> terminal() {
        return List.copyOf(terminal);
    }

    Client stranger() {
        return new Client(URI.create("http://127.0.0.1:" + port()));
    }

    Client signedIn() {
        Client client = stranger();
        client.get(dashboard.signInLink().getPath());
        return client;
    }

    @Override
    public void close() {
        dashboard.close();
        store.close();
    }

    /** One browser's worth of cookies. */
    static final class Client {
        private final URI base;
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        private Client(URI base) {
            this.base = base;
        }

        HttpResponse<String> get(String path, String... headers) {
            return send(request(path, headers).GET().build());
        }

        Document page(String path, String... headers) {
            return Jsoup.parse(get(path, headers).body());
        }

        /** A form sent by one of our own pages. */
        HttpResponse<String> post(String path) {
            return post(path, "Origin", base.toString());
        }

        HttpResponse<String> post(String path, String... headers) {
            return send(request(path, headers)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build());
        }

        private HttpRequest.Builder request(String path, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
            return headers.length == 0 ? request : request.headers(headers);
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot " + request, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted at " + request, e);
            }
        }
    }
}
