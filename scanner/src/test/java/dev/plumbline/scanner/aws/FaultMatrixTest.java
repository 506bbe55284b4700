package dev.plumbline.scanner.aws;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.aws.FaultyRun.Fault;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Fanout;
import dev.plumbline.scanner.collect.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every collector, with AWS failing in each way a provider can: the reading ends, and exactly what the failed operations
 * would have told is unread. A type that is declared is covered here without a line of its own.
 *
 * <p>Each operation is denied by itself. The other faults, which are the transport's rather than an operation's, befall
 * each operation that finds the resources by itself, and all that are asked about them together.
 */
class FaultMatrixTest {
    private static final int TYPES_AT_ONCE = 32;
    private static final Set<Fault> OF_THE_TRANSPORT = Set.of(
            Fault.THROTTLING_STORM,
            Fault.HTML_ERROR,
            Fault.TORN_BODY,
            Fault.ENDLESS_PAGES,
            Fault.CONNECTION_RESET,
            Fault.SLOW_LORIS);
    /** Asked for things that were listed: what they answer is never more than one page. */
    private static final Set<String> DESCRIPTIONS = AwsTypes.all().stream()
            .flatMap(type -> type.description().stream())
            .map(description -> description.operation().api())
            .collect(toSet());

    /** Who is on a page that comes before the circle closes is known whole. */
    private static final String TELLS_OF_MANY = AuthorizationDetails.OPERATION.api();

    /** Of which the first page is all that is wanted: an account has one alias, and of training jobs the youngest count. */
    private static final Set<String> FIRST_PAGE_ALONE = Set.of("iam:ListAccountAliases", "sagemaker:ListTrainingJobs");

    /** Questions that depend on what a thing is, which a sample is not; the tests of their types ask them. */
    private static final Set<String> ASKED_OF_SOME = Set.of(
            "elasticloadbalancing:DescribeLoadBalancerPolicies", "logs:GetDataProtectionPolicy", "ssm:GetDocument");

    private static final Map<String, Outcome> HEALTHY = new ConcurrentHashMap<>();
    private static final Map<String, List<Outcome>> FAULTY = new ConcurrentHashMap<>();
    private static LoopbackAws aws;
    private static LoopbackConnection connection;

    @BeforeAll
    static void readEveryTypeInEveryWay() throws IOException {
        aws = DatabaseEstate.tell(SmallEstate.identity(new LoopbackAws()))
                .when("s3:GetBucketLocation", Answer.ok("<LocationConstraint>eu-west-1</LocationConstraint>"))
                .otherwise(SampleAnswers::to);
        connection = new LoopbackConnection(aws);
        Fanout.forEach(everyType(), TYPES_AT_ONCE, FaultMatrixTest::readInEveryWay);
    }

    @AfterAll
    static void stop() {
        connection.close();
        aws.close();
        HEALTHY.clear();
        FAULTY.clear();
    }

    static List<String> everyType() {
        return connection.collectors().stream()
                .map(collector -> collector.resourceType().value())
                .toList();
    }

    private static void readInEveryWay(String type) {
        Outcome healthy = read(type, new FaultyRun(Fault.NONE, Set.of()));
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> finding = ConcurrentHashMap.newKeySet();
        Set<String> asking = ConcurrentHashMap.newKeySet();
        for (String operation : healthy.run().requested()) {
            Outcome denied = read(type, new FaultyRun(Fault.ACCESS_DENIED, Set.of(operation)));
            outcomes.add(denied);
            (denied.isRead() ? asking : finding).add(operation);
        }
        for (Fault fault : OF_THE_TRANSPORT) {
            finding.forEach(operation -> outcomes.add(read(type, new FaultyRun(fault, Set.of(operation)))));
            outcomes.add(read(type, new FaultyRun(fault, asking)));
        }
        HEALTHY.put(type, healthy);
        FAULTY.put(type, outcomes);
    }

    private static Outcome read(String type, FaultyRun run) {
        Collector collector = connection.collectors().stream()
                .filter(each -> each.resourceType().value().equals(type))
                .findFirst()
                .orElseThrow();
        ConcurrentLinkedQueue<Resource> resources = new ConcurrentLinkedQueue<>();
        Scope scope = connection.scope();
        Scope part = new Scope(scope.account(), List.of(collector.regions(scope).getFirst()));
        Coverage coverage = run.during(() -> collector.collect(part, resources::add));
        return new Outcome(run, List.copyOf(resources), coverage.entries().getFirst());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyType")
    void whatDoesNotFailIsRead(String type) {
        Outcome healthy = requireNonNull(HEALTHY.get(type));

        assertThat(healthy.unread()).isEmpty();
        assertThat(healthy.isRead()).isTrue();
        assertThat(healthy.byId()).isNotEmpty();
    }

    @Test
    void onlyReadsAndAsksForExactlyWhatItsPermissionsGrant() {
        Set<String> asked = HEALTHY.values().stream()
                .flatMap(outcome -> outcome.run().requested().stream())
                .collect(toSet());

        assertThat(asked)
                .allMatch(api -> api.matches("[a-z0-9]+:((Get|List|Describe|BatchGet|Search)[A-Z][A-Za-z0-9]+"
                        + "|GenerateCredentialReport)"));
        Set<String> used = asked.stream().map(FaultMatrixTest::permission).collect(toSet());
        // Asked before the first collector runs.
        used.add(AwsScanner.LIST_REGIONS.permission());
        used.add(AwsIdentity.GET_CALLER_IDENTITY.permission());
        AwsTypes.all().forEach(type -> used.addAll(type.alsoNeeded()));
        used.addAll(ASKED_OF_SOME);
        assertThat(AwsPermissions.required()).containsExactlyInAnyOrderElementsOf(used);
    }

    private static String permission(String api) {
        int colon = api.indexOf(':');
        return AwsServices.ALL.stream()
                .filter(service -> service.name().equals(api.substring(0, colon)))
                .findFirst()
                .orElseThrow()
                .operation(api.substring(colon + 1))
                .permission();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyType")
    void exactlyWhatFailsIsUnread(String type) {
        Outcome healthy = requireNonNull(HEALTHY.get(type));

        assertThat(FAULTY.get(type)).allSatisfy(faulty -> {
            if (faulty.isRead()) {
                assertSameButForWhatFailed(healthy, faulty);
            } else {
                assertThat(faulty.run().operations())
                        .anySatisfy(operation ->
                                assertThat(faulty.coverage().cause()).startsWith(operation + " answered "));
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyType")
    void pagesWithoutEndAreSeen(String type) {
        assertThat(FAULTY.get(type))
                .filteredOn(faulty -> faulty.run().fault() == Fault.ENDLESS_PAGES)
                .filteredOn(faulty -> !faulty.failed().isEmpty())
                .allSatisfy(faulty -> {
                    if (faulty.isRead()) {
                        assertThat(faulty.unread())
                                .isNotEmpty()
                                .extracting(Unread::errorCode)
                                .containsOnly("EndlessListing");
                    } else {
                        assertThat(faulty.coverage().cause()).contains("EndlessListing");
                    }
                });
    }

    private static void assertSameButForWhatFailed(Outcome healthy, Outcome faulty) {
        assertThat(faulty.byId().keySet()).isEqualTo(healthy.byId().keySet());
        assertThat(faulty.unread().stream().map(Unread::api).collect(toSet())).isEqualTo(faulty.failed());
        faulty.byId().forEach((id, resource) -> {
            Map<String, Object> expected =
                    new HashMap<>(requireNonNull(healthy.byId().get(id)).config());
            resource.unread().forEach(unread -> expected.remove(unread.path().substring("config.".length())));
            assertThat(resource.config()).isEqualTo(expected);
        });
    }

    private record Outcome(FaultyRun run, List<Resource> resources, Coverage.Entry coverage) {
        private boolean isRead() {
            return coverage.status() == Coverage.Status.READ;
        }

        /** What was asked and cannot have been answered whole. */
        private Set<String> failed() {
            return run.operations().stream()
                    .filter(run.requested()::contains)
                    .filter(operation -> run.fault() != Fault.ENDLESS_PAGES || comesInPages(operation))
                    .collect(toSet());
        }

        private boolean comesInPages(String operation) {
            return run.paged().contains(operation)
                    && !DESCRIPTIONS.contains(operation)
                    && !FIRST_PAGE_ALONE.contains(operation)
                    && !(isRead() && operation.equals(TELLS_OF_MANY));
        }

        @Override
        public String toString() {
            return run.toString();
        }

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
