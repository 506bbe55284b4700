package dev.plumbline.scanner.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.core.JsonGenerator;
import software.amazon.awssdk.thirdparty.jackson.core.JsonParser;
import software.amazon.awssdk.thirdparty.jackson.dataformat.cbor.CBORFactory;

/**
 * An AWS of ours on loopback, in the wire format of each service. It answers as it was told, per operation or per
 * operation and resource ({@code s3:GetBucketAcl} or {@code s3:GetBucketAcl@logs}), the last word first; it writes down
 * every operation it was asked for.
 */
final class LoopbackAws implements AutoCloseable {
    /** Every question about one bucket, but where it is. */
    static final List<String> S3_QUESTIONS = BucketQuestion.ALL.stream()
            .map(question -> question.operation().api())
            .toList();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Function<Request, Answer>> answers = new ConcurrentHashMap<>();
    private volatile Function<Request, Answer> unprepared =
            request -> request.protocol().error(400, "NothingPreparedFor" + request.operation());
    private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();

    LoopbackAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** One request, understood. */
    record Request(
            String service,
            String operation,
            String resource,
            Map<String, String> parameters,
            String region,
            String accessKey,
            Protocol protocol,
            String type,
            String run) {
        String api() {
            return service + ":" + operation;
        }

        String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    /** @param status below 0: the connection is reset
     * @param hangs after headers and body were sent as far as they go, the connection stays open without a word */
    record Answer(int status, Map<String, String> headers, String body, boolean hangs) {
        static Answer ok(String body) {
            return new Answer(200, Map.of(), body, false);
        }

        Answer with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body, hangs);
        }

        /** An answer in JSON for a client that speaks CBOR, its binary form. */
        Answer inCbor() {
            return with("Content-Type", "application/x-amz-cbor-1.1");
        }

        static Answer reset() {
            return new Answer(-1, Map.of(), "", false);
        }

        /** Breaks off in the middle of its body, which is as long as was announced. */
        Answer torn() {
            return new Answer(status, headers, body.substring(0, body.length() / 2), false);
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
        return own != null ? own : answers.getOrDefault(operation, unprepared);
    }

    /** Answers everything that nothing else was prepared for. */
    LoopbackAws otherwise(Function<Request, Answer> answer) {
        unprepared = answer;
        return this;
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
        Answer healthy = answerTo(request.api(), request.resource()).apply(request);
        send(exchange, FaultyRun.spoil(request, healthy));
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.headers().getOrDefault("Content-Type", "").contains("cbor")
                ? cbor(answer.body())
                : answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.status() < 0) {
            // Nothing was answered: the client sees the connection end.
            exchange.close();
            return;
        }
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

    private static byte[] cbor(String json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonParser parser = new JsonFactory().createParser(json);
                JsonGenerator generator = new CBORFactory().createGenerator(bytes)) {
            parser.nextToken();
            generator.copyCurrentStructure(parser);
        }
        return bytes.toByteArray();
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
        String service = header(exchange, NamedOperations.SERVICE);
        String contentType = header(exchange, "Content-Type");
        Map<String, String> parameters =
                new LinkedHashMap<>(form(exchange.getRequestURI().getRawQuery()));
        parameters.putAll(contentType.contains("form") ? form(body) : members(body));
        String path = exchange.getRequestURI().getPath();
        String resource = Stream.of("KeyId", "UserName")
                .map(name -> parameters.getOrDefault(name, ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(path.substring(path.lastIndexOf('/') + 1));
        return new Request(
                service,
                header(exchange, NamedOperations.OPERATION),
                resource,
                parameters,
                signedFor(exchange, 2),
                signedFor(exchange, 0),
                Protocol.of(service, contentType),
                header(exchange, NamedOperations.REQUEST),
                header(exchange, NamedOperations.RUN));
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    /** A part of the signature's scope: {@code Credential=id/date/region/service/aws4_request}. */
    private static String signedFor(HttpExchange exchange, int part) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        return authorization == null
                ? ""
                : authorization.split("Credential=", 2)[1].split("/", 4)[part];
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

    /** The scalars at the top of a JSON body. */
    private static Map<String, String> members(String body) throws IOException {
        if (!body.startsWith("{")) {
            return Map.of();
        }
        Map<String, String> members = new LinkedHashMap<>();
        JSON.readTree(body)
                .properties()
                .forEach(member -> members.put(
                        member.getKey(),
                        member.getValue().isValueNode() ? member.getValue().asText() : ""));
        return members;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}
