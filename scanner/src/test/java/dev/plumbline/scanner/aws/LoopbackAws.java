package dev.plumbline.scanner.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * An AWS of ours on loopback, in the wire format of each service. It answers as it was told, per operation or per
 * operation and resource ({@code s3:GetBucketAcl} or {@code s3:GetBucketAcl@logs}), the last word first; it writes down
 * every operation it was asked for.
 */
final class LoopbackAws implements AutoCloseable {
    private static final Map<String, String> S3_OPERATIONS = Map.ofEntries(
            Map.entry("policy", "GetBucketPolicy"),
            Map.entry("policyStatus", "GetBucketPolicyStatus"),
            Map.entry("acl", "GetBucketAcl"),
            Map.entry("ownershipControls", "GetBucketOwnershipControls"),
            Map.entry("publicAccessBlock", "GetPublicAccessBlock"),
            Map.entry("encryption", "GetBucketEncryption"),
            Map.entry("versioning", "GetBucketVersioning"),
            Map.entry("logging", "GetBucketLogging"),
            Map.entry("lifecycle", "GetBucketLifecycleConfiguration"),
            Map.entry("replication", "GetBucketReplication"),
            Map.entry("object-lock", "GetObjectLockConfiguration"),
            Map.entry("website", "GetBucketWebsite"),
            Map.entry("cors", "GetBucketCors"),
            Map.entry("notification", "GetBucketNotificationConfiguration"),
            Map.entry("tagging", "GetBucketTagging"),
            Map.entry("location", "GetBucketLocation"));

    /** Every question about one bucket, but where it is. */
    static final List<String> S3_QUESTIONS = S3_OPERATIONS.values().stream()
            .filter(operation -> !operation.equals("GetBucketLocation"))
            .map(operation -> "s3:" + operation)
            .toList();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Function<Request, Answer>> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();

    LoopbackAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** One request, understood. */
    record Request(String service, String operation, String resource, Map<String, String> parameters, String region) {
        String api() {
            return service + ":" + operation;
        }

        String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    /** @param hangs after headers and body were sent as far as they go, the connection stays open without a word */
    record Answer(int status, Map<String, String> headers, String body, boolean hangs) {
        static Answer ok(String body) {
            return new Answer(200, Map.of(), body, false);
        }

        Answer with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body, hangs);
        }

        static Answer hanging() {
            return new Answer(0, Map.of(), "", true);
        }

        static Answer hangingAfter(String body) {
            return new Answer(200, Map.of(), body, true);
        }
    }

    static Answer s3Error(int status, String code) {
        return new Answer(
                status,
                Map.of(),
                "<Error><Code>%s</Code><Message>said %s</Message><RequestId>1</RequestId></Error>"
                        .formatted(code, code),
                false);
    }

    static Answer iamError(int status, String code) {
        return new Answer(
                status,
                Map.of(),
                "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>said %s</Message></Error></ErrorResponse>"
                        .formatted(code, code),
                false);
    }

    static Answer jsonError(int status, String code) {
        return new Answer(status, Map.of(), "{\"__type\":\"%s\",\"message\":\"said %s\"}".formatted(code, code), false);
    }

    static Answer htmlError(int status) {
        return new Answer(
                status,
                Map.of("Content-Type", "text/html"),
                "<html><head><title>%d</title></head><body><h1>Oops</h1></body></html>".formatted(status),
                false);
    }

    /** @param operation such as {@code s3:GetBucketAcl}, or {@code s3:GetBucketAcl@logs} for one resource alone */
    LoopbackAws when(String operation, Function<Request, Answer> answer) {
        answers.put(operation, answer);
        return this;
    }

    LoopbackAws when(String operation, Answer answer) {
        return when(operation, request -> answer);
    }

    /** What it would answer now. */
    Function<Request, Answer> answerTo(String operation, String resource) {
        Function<Request, Answer> own = answers.get(operation + "@" + resource);
        return own != null
                ? own
                : answers.getOrDefault(
                        operation, request -> jsonError(400, "NothingPreparedFor" + request.operation()));
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    long count(String api) {
        return requests.stream().filter(request -> request.api().equals(api)).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = understand(exchange);
        requests.add(request);
        send(exchange, answerTo(request.api(), request.resource()).apply(request));
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.hangs()) {
            if (answer.status() != 0) {
                exchange.sendResponseHeaders(answer.status(), body.length + 1_000L);
                exchange.getResponseBody().write(body);
                exchange.getResponseBody().flush();
            }
            awaitClosing();
            exchange.close();
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request understand(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        String region = signedFor(exchange);
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return new Request(
                    "kms", target.substring(target.indexOf('.') + 1), member(body, "KeyId"), flat(body), region);
        }
        if (path.startsWith("/v20180820/configuration/publicAccessBlock")) {
            return new Request("s3control", "GetPublicAccessBlock", "", query, region);
        }
        if (path.equals("/listRegions")) {
            return new Request("account", "ListRegions", "", flat(body), region);
        }
        if (exchange.getRequestMethod().equals("POST")) {
            Map<String, String> form = form(body);
            String service = form.getOrDefault("Version", "").equals("2011-06-15") ? "sts" : "iam";
            return new Request(
                    service, form.getOrDefault("Action", "?"), form.getOrDefault("UserName", ""), form, region);
        }
        if (path.equals("/")) {
            return new Request("s3", "ListBuckets", "", query, region);
        }
        String operation = query.keySet().stream()
                .filter(S3_OPERATIONS::containsKey)
                .map(S3_OPERATIONS::get)
                .findFirst()
                .orElse(exchange.getRequestMethod() + "?");
        return new Request("s3", operation, path.substring(1), query, region);
    }

    /** The region in the signature's scope: {@code Credential=id/date/region/service/aws4_request}. */
    private static String signedFor(HttpExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        return authorization == null ? "" : authorization.split("/", 4)[2];
    }

    private static Map<String, String> form(String text) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return Collections.unmodifiableMap(form);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> flat(String json) {
        return Map.of("KeyId", member(json, "KeyId"), "Marker", member(json, "Marker"));
    }

    private static String member(String json, String name) {
        String start = "\"" + name + "\":\"";
        int at = json.indexOf(start);
        return at < 0 ? "" : json.substring(at + start.length(), json.indexOf('"', at + start.length()));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}
