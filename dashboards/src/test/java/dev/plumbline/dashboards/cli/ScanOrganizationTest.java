package dev.plumbline.dashboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code plumbline scan aws --organization} against an AWS of three accounts on loopback, which knows who calls, lists
 * users, lets nobody into the third account and denies everything else.
 */
class ScanOrganizationTest {
    private static final String MANAGEMENT = "111122223333";
    private static final String DATA = "444455556666";
    private static final String CLOSED = "777788889999";

    @TempDir
    Path folder;

    private final Set<String> assumed = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
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
    void everyAccountIsReadAndOneThatIsClosedIsAGap() throws IOException {
        Path inventory = folder.resolve("estate.ndjson");

        Outcome outcome = scan("--organization", "--role-name", "reader", "--save-inventory", inventory.toString());

        assertThat(outcome.code).isEqualTo(3);
        assertThat(Files.readString(inventory))
                .contains("arn:aws:iam::111122223333:user/alice", "arn:aws:iam::444455556666:user/alice")
                .doesNotContain(CLOSED);
        assertThat(outcome.err)
                .contains("not read: aws.account in 777788889999 global: cannot assume role"
                        + " arn:aws:iam::777788889999:role/reader");
    }

    @Test
    void excludedAccountsAreNotEvenTried() {
        scan("--organization", "--role-name", "reader", "--exclude-accounts", CLOSED + "," + DATA);

        assertThat(assumed).isEmpty();
    }

    @Test
    void aConfigurationFileNamesAnOrganisationToo() throws IOException {
        Path inventory = folder.resolve("estate.ndjson");
        Path configuration = Files.writeString(folder.resolve("plumbline.yaml"), """
                accounts:
                  - cloud: aws
                    organization: true
                    role-name: reader
                    exclude-accounts: ["777788889999"]
                    regions: [eu-west-1]
                    endpoint-url: %s
                """.formatted(endpoint()));

        run("scan", "--config", configuration.toString(), "--save-inventory", inventory.toString());

        assertThat(Files.readString(inventory)).contains(MANAGEMENT, DATA);
        assertThat(assumed).containsExactly(DATA);
    }

    private Outcome scan(String... more) {
        Stream<String> fixed = Stream.of("scan", "aws", "--region", "eu-west-1", "--endpoint-url", endpoint());
        return run(Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
    }

    private Outcome run(String... arguments) {
        Stream<String> store =
                Stream.of("--db", folder.resolve("plumbline.db").toString(), "--fail-on", "never", "--quiet");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Plumbline.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.concat(Stream.of(arguments), store).toArray(String[]::new));
        return new Outcome(code, err.toString());
    }

    private record Outcome(int code, String err) {}

    private String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        String account = caller(exchange);
        if (target.endsWith("ListAccounts")) {
            send(exchange, 200, """
                    {"Accounts": [{"Id": "%s", "Status": "ACTIVE"}, {"Id": "%s", "Status": "ACTIVE"},
                     {"Id": "%s", "Status": "ACTIVE"}]}""".formatted(MANAGEMENT, DATA, CLOSED));
        } else if (body.contains("Action=AssumeRole")) {
            assumeRole(exchange, body);
        } else if (body.contains("Action=GetCallerIdentity")) {
            send(exchange, 200, """
                    <R><GetCallerIdentityResult><UserId>A</UserId><Account>%1$s</Account>
                    <Arn>arn:aws:sts::%1$s:assumed-role/reader/plumbline</Arn></GetCallerIdentityResult></R>""".formatted(account));
        } else if (body.contains("Action=ListUsers")) {
            send(exchange, 200, """
                    <R><ListUsersResult><IsTruncated>false</IsTruncated><Users><member><UserName>alice</UserName>
                    <Arn>arn:aws:iam::%s:user/alice</Arn></member></Users></ListUsersResult></R>""".formatted(account));
        } else {
            deny(exchange);
        }
    }

    private void assumeRole(HttpExchange exchange, String body) throws IOException {
        String account = body.contains(DATA) ? DATA : CLOSED;
        assumed.add(account);
        if (account.equals(CLOSED)) {
            deny(exchange);
            return;
        }
        send(exchange, 200, """
                <R><AssumeRoleResult><Credentials><AccessKeyId>ASIA%s</AccessKeyId>
                <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
                <Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></R>""".formatted(account));
    }

    /** Credentials of a role carry its account in their key's name. */
    private static String caller(HttpExchange exchange) {
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return signature.contains("ASIA" + DATA) ? DATA : MANAGEMENT;
    }

    private static void deny(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("x-amzn-ErrorType", "AccessDeniedException");
        send(exchange, 403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
