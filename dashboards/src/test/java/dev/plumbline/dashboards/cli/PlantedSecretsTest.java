package dev.plumbline.dashboards.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole scan of an account in which people have left secrets where people do: in a function's environment, a tag, a
 * description, a policy's condition. Every byte that the scan wrote or printed is gone through for them.
 */
class PlantedSecretsTest {
    private static final String ACCOUNT = "111122223333";
    private static final String PLANTED = "hunter2";
    private static final String ACCESS_KEY = "hunter2JalrXUtnFEMI/K7MDENGbPxRfiCYEXAMP";

    private static final String BUCKETS = """
            <ListAllMyBucketsResult><Buckets><Bucket><Name>ledger</Name><CreationDate>2024-01-01T00:00:00Z</CreationDate>
            </Bucket></Buckets></ListAllMyBucketsResult>""";
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Everyone", "Effect": "Allow", "Principal": "*",
             "Action": "s3:GetObject", "Resource": "arn:aws:s3:::ledger/*",
             "Condition": {"StringEquals": {"aws:UserAgent": "hunter2"}}}]}""";
    private static final String TAGS = """
            <Tagging><TagSet><Tag><Key>db-password</Key><Value>hunter2</Value></Tag>
            <Tag><Key>note</Key><Value>%s</Value></Tag></TagSet></Tagging>""".formatted(ACCESS_KEY);
    private static final String FUNCTIONS = """
            {"Functions": [{"FunctionName": "import", "FunctionArn": "arn:aws:lambda:eu-west-1:111122223333:function:import",
             "Description": "connects to postgres://app:hunter2@db.example.org/ledger",
             "Environment": {"Variables": {"DB_PASSWORD": "hunter2", "HIDDEN": "hunter2"}}}]}""";

    @TempDir
    Path folder;

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        System.setProperty("aws.accessKeyId", "AKIATEST");
        System.setProperty("aws.secretAccessKey", "secret");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void noSecretIsWrittenOrPrinted() throws IOException {
        scan("--format", "json");
        scan("--format", "table");

        assertThat(inventory()).contains("DB_PASSWORD", "db-password", "aws:UserAgent", "(redacted)");
        assertThat(out.toString()).contains("aws-s3-bucket-public-access");
        assertThat(out + err.toString()).doesNotContain(PLANTED);
        assertThat(files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(content(file)).doesNotContain(PLANTED));
    }

    @Test
    void whatHoldsOnlySecretsIsNotEvenAsked() {
        scan("--format", "json");

        assertThat(asked)
                .isNotEmpty()
                .noneMatch(request -> request.contains("GetSecretValue")
                        || request.contains("AmazonSSM.GetParameter")
                        || request.contains("Action=DescribeInstanceAttribute"));
    }

    private void scan(String... more) {
        Stream<String> fixed = Stream.of(
                "scan",
                "aws",
                "--region",
                "eu-west-1",
                "--endpoint-url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--db",
                folder.resolve("plumbline.db").toString(),
                "--save-inventory",
                folder.resolve("estate.ndjson.gz").toString(),
                "--output",
                "ocsf=" + folder.resolve("findings.json"));
        Plumbline.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
    }

    private String inventory() throws IOException {
        return content(folder.resolve("estate.ndjson.gz"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    /** Bytes as they are, unpacked if they are packed. */
    private static String content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().endsWith(".gz")) {
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = unpacked.readAllBytes();
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String path = exchange.getRequestURI().toString();
        asked.add(path + " " + exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + body);
        if (body.contains("Action=GetCallerIdentity")) {
            send(exchange, 200, """
                    <R><GetCallerIdentityResult><UserId>A</UserId><Account>%1$s</Account>
                    <Arn>arn:aws:iam::%1$s:user/auditor</Arn></GetCallerIdentityResult></R>""".formatted(ACCOUNT));
        } else if (path.startsWith("/?max-buckets")) {
            send(exchange, 200, BUCKETS);
        } else if (path.startsWith("/ledger?policy") && !path.contains("Status")) {
            send(exchange, 200, POLICY);
        } else if (path.startsWith("/ledger?tagging")) {
            send(exchange, 200, TAGS);
        } else if (path.contains("publicAccessBlock")) {
            send(exchange, 404, "<Error><Code>NoSuchPublicAccessBlockConfiguration</Code></Error>");
        } else if (path.matches("/2015-03-31/functions/?([?].*)?")) {
            send(exchange, 200, FUNCTIONS);
        } else {
            exchange.getResponseHeaders().add("x-amzn-ErrorType", "AccessDeniedException");
            send(exchange, 403, "<Error><Code>AccessDenied</Code></Error>");
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
