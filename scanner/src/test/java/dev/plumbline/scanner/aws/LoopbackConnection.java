package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.PassingTime;
import dev.plumbline.scanner.collect.RequestBudgets;
import dev.plumbline.scanner.collect.RequestQuotas;
import dev.plumbline.scanner.collect.RetryPolicy;
import dev.plumbline.scanner.collect.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The real clients, made once, over one {@link LoopbackAws}, where waiting costs no time. */
final class LoopbackConnection implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
    static final String REGION = "eu-west-1";

    private final PassingTime time = new PassingTime();
    private final AwsClients clients;
    private final AwsConnection connection;

    LoopbackConnection(LoopbackAws aws) {
        AwsSettings settings = AwsSettings.standard()
                .withEndpoint(aws.endpoint())
                .withRetry(new RetryPolicy(
                        2,
                        Duration.ofMillis(10),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2)));
        clients = new AwsClients(settings, time);
        connection = new AwsConnection(
                clients,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")),
                new CredentialPause(SmallEstate.ACCOUNT, Duration.ZERO, time, notice -> {}, () -> true),
                new RequestBudgets(RequestQuotas.published(), OptionalDouble.of(1_000), time),
                Map.of(
                        "Account",
                        SmallEstate.ACCOUNT,
                        "Arn",
                        "arn:aws:iam::%s:user/auditor".formatted(SmallEstate.ACCOUNT)),
                REGION);
    }

    Scope scope() {
        return new Scope(connection.account(), List.of(REGION));
    }

    /** All of them, new, so that none knows what another one was answered. */
    List<Collector> collectors() {
        return AwsScanner.collectors(connection, new CredentialReports(connection, time), CLOCK);
    }

    Collector collector(AwsType<?> type) {
        return new DeclaredCollector<>(type, connection, CLOCK);
    }

    @Override
    public void close() {
        clients.close();
    }
}
