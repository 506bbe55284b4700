package dev.plumbline.dashboards.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real pages in a real browser, from the sign-in link on. */
class BrowserTest {
    private static final double PATIENCE_MILLIS = 60_000;
    private static final String SERIOUS = """
            () => axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
                .then(result => result.violations
                    .filter(violation => ["serious", "critical"].includes(violation.impact))
                    .map(violation => violation.id + ": " + violation.nodes.map(node => node.html).join(" | ")))
            """;

    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();
    private TestDashboard dashboard;

    @BeforeAll
    static void launch() {
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void quit() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        dashboard = TestDashboard.of(folder, SampleEstate.ordinary());
    }

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void fromTheSignInLinkToAFinding() {
        try (BrowserContext context = browser.newContext()) {
            Page page = signIn(context);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                            .innerText())
                    .isEqualTo("What deserves attention");

            page.getByRole(AriaRole.CHECKBOX, checkbox("AWS")).check();
            page.waitForURL("**/?cloud=aws**");
            page.getByText("1 incident and 4 findings under 3 rules match the filter")
                    .waitFor();

            Locator rule = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Title of aws-s3-bucket-versioning"));
            rule.click();
            page.getByRole(AriaRole.LINK, link("build-cache")).waitFor();
            assertThat(rule.getAttribute("aria-expanded")).isEqualTo("true");
            rule.click();
            assertThat(page.getByRole(AriaRole.LINK, link("build-cache")).count())
                    .isZero();

            rule.click();
            page.getByRole(AriaRole.LINK, link("customer-exports")).click();
            page.getByText("What was seen").waitFor();
            assertThat(page.url()).contains("/findings/");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void backButtonBringsTheFilterBack() {
        try (BrowserContext context = browser.newContext()) {
            Page page = signIn(context);
            page.getByRole(AriaRole.CHECKBOX, checkbox("Azure")).check();
            page.waitForURL("**/?cloud=azure**");
            page.getByRole(AriaRole.LINK, link("weblogs fails: Title of azure-storage-account-https-only"))
                    .click();
            page.getByText("Why it ranks here").waitFor();

            page.goBack();

            page.getByText("1 incident and 1 finding under 1 rule match the filter")
                    .waitFor();
            assertThat(page.getByRole(AriaRole.CHECKBOX, checkbox("Azure")).isChecked())
                    .isTrue();
        }
    }

    @Test
    void worksWithoutJavaScript() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = signIn(context);

            page.getByRole(AriaRole.CHECKBOX, checkbox("critical")).check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filter"))
                    .click();
            page.getByRole(AriaRole.LINK, link("Title of aws-s3-bucket-public-access"))
                    .click();
            page.getByRole(AriaRole.LINK, link("customer-exports")).click();

            page.getByText("What was seen").waitFor();
            assertThat(page.url()).contains("/findings/");
        }
    }

    @Test
    void themeSwitchIsKept() {
        try (BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT))) {
            Page page = signIn(context);
            Object light = background(page);

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dark theme"))
                    .click();
            Object dark = background(page);
            page.reload();

            assertThat(dark).isNotEqualTo(light);
            assertThat(background(page)).isEqualTo(dark);
        }
    }

    @Test
    void pagesFitANarrowScreenAndHaveNoSeriousAccessibilityFault() throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = browser.newContext(
                    new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(400, 800))) {
                Page page = signIn(context);
                for (String path : List.of(
                        "/",
                        "/incidents/incident-stolen-key",
                        "/scans/scan-1",
                        "/rules/aws-s3-bucket-versioning",
                        finding())) {
                    page.navigate("http://127.0.0.1:" + dashboard.port() + path);
                    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                            .as("%s fits", path)
                            .isEqualTo(true);
                    page.evaluate(axe());
                    assertThat((List<?>) page.evaluate(SERIOUS))
                            .as("%s %s", scheme, path)
                            .isEmpty();
                }
            }
        }
    }

    private String finding() {
        return "/findings/" + SampleEstate.ordinary().findings().getFirst().id();
    }

    private Page signIn(BrowserContext context) {
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate(dashboard.signInLink().toString());
        page.waitForURL("http://127.0.0.1:%d/".formatted(dashboard.port()));
        return page;
    }

    private static Page.GetByRoleOptions checkbox(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Object background(Page page) {
        return page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    }

    private static String axe() throws IOException {
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
