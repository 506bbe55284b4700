package dev.plumbline.dashboards.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the server once in an empty folder, signs in, opens its pages and ends: the run from which the launcher lets the JDK
 * make an AOT cache (JEP 514). Ends with a number other than 0 if the server did not come up.
 */
final class AotTraining {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private AotTraining() {}

    /** @param arguments the folder for the store */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path store = Path.of(arguments[0]).resolve("training.db");
        PipedReader reader = new PipedReader();
        try (PrintWriter out = new PrintWriter(new PipedWriter(reader), true);
                PrintWriter err = new PrintWriter(Writer.nullWriter())) {
            Thread.ofPlatform().daemon().start(() -> {
                Plumbline.run(out, err, "serve", "--port", "0", "--db", store.toString());
                out.close();
            });
            URI signIn = firstLink(new BufferedReader(reader));
            visit(signIn);
        }
        System.exit(ExitCode.CLEAN);
    }

    private static URI firstLink(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher link = LINK.matcher(line);
            if (link.find()) {
                return URI.create(link.group());
            }
        }
        throw new IOException("the server ended before it printed its sign-in link");
    }

    private static void visit(URI signIn) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (URI page :
                    List.of(signIn, signIn.resolve("/"), signIn.resolve("/health"), signIn.resolve("/metrics"))) {
                client.send(
                        HttpRequest.newBuilder(page).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding());
            }
        }
    }
}
