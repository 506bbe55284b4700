package dev.plumbline.scanner.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A cloud on 127.0.0.1 that answers as it is told. A route is a test of method, path and query; its answers are given
 * one after the other, the last again and again. What no route knows is answered with 501, so that no call goes unseen.
 */
public final class LoopbackProvider implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();

    public LoopbackProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** One call as it arrived; {@code query} is decoded, and empty where there is none. */
    public record Request(String method, String path, String query) {}

    private record Route(Predicate<Request> matches, Queue<Answer> answers) {}

    public sealed interface Answer {
        record Body(int status, String text, Map<String, String> headers) implements Answer {}

        /** Takes the request and says nothing. */
        record Silence() implements Answer {}

        static Answer of(int status, String text, Map<String, String> headers) {
            return new Body(status, text, headers);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
    }

    /** Routes are tried in the order they are given. */
    public LoopbackProvider on(Predicate<Request> matches, Answer... answers) {
        routes.add(new Route(matches, new ConcurrentLinkedQueue<>(List.of(answers))));
        return this;
    }

    public List<Request> requests() {
        return new ArrayList<>(requests);
    }

    public long requestsMatching(Predicate<Request> matches) {
        return requests.stream().filter(matches).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        Request request =
                new Request(exchange.getRequestMethod(), uri.getPath(), uri.getQuery() == null ? "" : uri.getQuery());
        requests.add(request);
        switch (answerTo(request)) {
            case Answer.Body body -> write(exchange, body);
            case Answer.Silence silence -> awaitClose(exchange);
        }
    }

    private Answer answerTo(Request request) {
        return routes.stream()
                .filter(route -> route.matches().test(request))
                .findFirst()
                .map(route -> next(route.answers()))
                .orElseGet(() -> Answer.of(501, "no route for " + request, Map.of()));
    }

    private static Answer next(Queue<Answer> answers) {
        synchronized (answers) {
            return answers.size() > 1 ? answers.remove() : answers.element();
        }
    }

    private static void write(HttpExchange exchange, Answer.Body body) throws IOException {
        byte[] bytes = body.text().getBytes(StandardCharsets.UTF_8);
        body.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(body.status(), bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void awaitClose(HttpExchange exchange) {
        try (exchange) {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }
}
