package dev.plumbline.scanner.aws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.aws.LoopbackAws.Request;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Fanout;
import dev.plumbline.scanner.collect.PassingTime;
import dev.plumbline.scanner.collect.RetryPolicy;
import dev.plumbline.scanner.collect.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Every operation of every collector, answered in each way a provider can fail: the reading ends, and exactly what that
 * operation would have told is unread. A type that is declared is covered here without a line of its own.
 */
class FaultMatrixTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
    /** Waited for in earnest, so all operations of a collector wait together. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Ways to fail. */
    enum Fault {
        ACCESS_DENIED,
        THROTTLING_STORM,
        HTML_ERROR,
        TORN_BODY,
        ENDLESS_PAGES,
        CONNECTION_RESET,
        SLOW_LORIS;

        /** @param healthy what would be answered without the fault */
        private Answer answer(Request request, Answer healthy) {
            return switch (this) {
                case ACCESS_DENIED -> request.protocol().error(403, "AccessDenied");
                case THROTTLING_STORM -> request.protocol().error(429, "ThrottlingException");
                case HTML_ERROR -> LoopbackAws.htmlError(500);
                case TORN_BODY -> healthy.torn();
                case ENDLESS_PAGES -> comesInPages(request) ? sample(request, "again") : healthy;
                case CONNECTION_RESET -> Answer.reset();
                case SLOW_LORIS -> Answer.hangingAfter("<");
            };
        }
    }

    static List<String> everyType() throws IOException {
        try (LoopbackAws aws = estate();
                AwsScanner scanner = open(aws, 1)) {
            return scanner.collectors().stream()
                    .map(collector -> collector.resourceType().value())
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyType")
    void exactlyWhatFailedIsUnread(String type) {
        Outcome healthy = read(type, Optional.empty(), 1);
        assertThat(healthy.unread()).isEmpty();
        assertThat(healthy.coverage().status()).isEqualTo(Coverage.Status.READ);
        assertThat(healthy.byId()).isNotEmpty();

        Fanout.forEach(cases(healthy), 16, each -> {
            Outcome faulty = read(type, Optional.of(each), each.fault() == Fault.SLOW_LORIS ? 1 : 2);

            if (faulty.coverage().status() == Coverage.Status.READ) {
                assertSameButFor(each, healthy, faulty);
            } else {
                assertThat(faulty.coverage().cause()).as(each.toString()).startsWith(each.operation() + " answered ");
            }
        });
    }

    private static List<Case> cases(Outcome healthy) {
        return healthy.operations().stream()
                .flatMap(operation -> Stream.of(Fault.values()).map(fault -> new Case(operation, fault)))
                .toList();
    }

    private static void assertSameButFor(Case given, Outcome healthy, Outcome faulty) {
        String name = given.toString();
        assertThat(faulty.byId().keySet()).as(name).isEqualTo(healthy.byId().keySet());
        assertThat(faulty.unread()).extracting(Unread::api).as(name).allMatch(given.operation()::equals);
        if (given.fault() != Fault.ENDLESS_PAGES) {
            // A question without pages has no token to go round in circles with.
            assertThat(faulty.unread()).as(name).isNotEmpty();
        }
        faulty.byId().forEach((id, resource) -> {
            Map<String, Object> expected =
                    new HashMap<>(requireNonNull(healthy.byId().get(id)).config());
            resource.unread().forEach(unread -> expected.remove(unread.path().substring("config.".length())));
            assertThat(resource.config()).as(name).isEqualTo(expected);
        });
    }

    private static Outcome read(String type, Optional<Case> given, int attempts) {
        try (LoopbackAws aws = estate()) {
            given.ifPresent(each -> {
                Function<Request, Answer> healthy = aws.answerTo(each.operation(), "");
                aws.when(each.operation(), request -> each.fault().answer(request, healthy.apply(request)));
            });
            try (AwsScanner scanner = open(aws, attempts)) {
                Collector collector = scanner.collectors().stream()
                        .filter(each -> each.resourceType().value().equals(type))
                        .findFirst()
                        .orElseThrow();
                int opened = aws.requests().size();
                ConcurrentLinkedQueue<Resource> resources = new ConcurrentLinkedQueue<>();
                String part = collector.regions(scanner.scope()).getFirst();
                Coverage coverage = collector.collect(new Scope(scanner.account(), List.of(part)), resources::add);
                List<String> operations = aws.requests().stream()
                        .skip(opened)
                        .map(Request::api)
                        .distinct()
                        .toList();
                return new Outcome(
                        resources.stream()
                                .sorted(Comparator.comparing(
                                        resource -> resource.id().value()))
                                .toList(),
                        coverage.entries().getFirst(),
                        operations);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An account in which there is one of everything. */
    private static LoopbackAws estate() throws IOException {
        return DatabaseEstate.tell(SmallEstate.identity(new LoopbackAws()))
                .when("s3:GetBucketLocation", Answer.ok("<LocationConstraint>eu-west-1</LocationConstraint>"))
                .otherwise(request -> sample(request, null));
    }

    private static boolean comesInPages(Request request) {
        return !sample(request, "again").body().equals(sample(request, null).body());
    }

    private static Answer sample(Request request, @Nullable String token) {
        return request.protocol().answer(request.operation(), SampleAnswers.to(request.type(), token));
    }

    private static AwsScanner open(LoopbackAws aws, int attempts) {
        AwsSettings settings = AwsSettings.standard()
                .withRegions(List.of("eu-west-1"))
                .withEndpoint(aws.endpoint())
                .withRequestsPerSecond(1_000)
                .withRetry(new RetryPolicy(
                        attempts,
                        Duration.ofMillis(10),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        PATIENCE,
                        Duration.ofMinutes(2)));
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret"));
        return AwsScanner.open(settings, CLOCK, credentials, new PassingTime());
    }

    private record Case(String operation, Fault fault) {}

    private record Outcome(List<Resource> resources, Coverage.Entry coverage, List<String> operations) {
        private Map<String, Resource> byId() {
            Map<String, Resource> byId = new TreeMap<>();
            resources.forEach(resource -> byId.put(resource.id().value(), resource));
            return byId;
        }

        private List<Unread> unread() {
            return resources.stream()
                    .flatMap(resource -> resource.unread().stream())
                    .toList();
        }
    }
}
