package dev.plumbline.dashboards.http;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's own Chromium: {@code PLUMBLINE_CHROMIUM}, or the first known name on the path. With
 * {@code PLUMBLINE_CHROMIUM=download} Playwright brings its own.
 */
final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");

    private Chromium() {}

    static Playwright playwright() {
        return Playwright.create(
                download()
                        ? new Playwright.CreateOptions()
                        : new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launch(Playwright playwright) {
        // Builds run as root in containers with little shared memory.
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
        return playwright.chromium().launch(download() ? options : options.setExecutablePath(executable()));
    }

    private static boolean download() {
        return setting().filter("download"::equals).isPresent();
    }

    private static Optional<String> setting() {
        return Optional.ofNullable(System.getenv("PLUMBLINE_CHROMIUM")).filter(value -> !value.isBlank());
    }

    private static Path executable() {
        return setting()
                .map(Path::of)
                .or(Chromium::onPath)
                .filter(Files::isExecutable)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "the browser tests need a Chromium: run ./check, which"
                                        + " installs one, or install Debian's package chromium, or set PLUMBLINE_CHROMIUM to its path"));
    }

    private static Optional<Path> onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> folders(path).map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> folders(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }
}
