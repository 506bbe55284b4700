package dev.plumbline.detectors.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.detectors.event.AccessEvent;
import dev.plumbline.detectors.event.AccessEvent.Access;
import dev.plumbline.detectors.event.AccessEvent.Outcome;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Principal.Kind;
import dev.plumbline.detectors.event.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What comes later, whatever it is, changes nothing in how a window looked when it was over. */
class PastOnlyProperties {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int DAYS = 12;

    @Property(tries = 150)
    void laterEventsChangeNoEarlierWindow(
            @ForAll("events") List<AccessEvent> events, @ForAll @IntRange(min = 1, max = DAYS - 1) int days) {
        Instant now = START.plus(Duration.ofDays(days));
        List<AccessEvent> past =
                events.stream().filter(event -> event.time().isBefore(now)).toList();

        Timeline then = timeline(past);
        Timeline later = timeline(events);

        assertSame(then.hours(), later.hours(), now);
        assertSame(then.storeDays(), later.storeDays(), now);
    }

    @Property(tries = 150)
    void laterEventsMakeNoEarlierOneMoreOrLessSurprising(@ForAll("events") List<AccessEvent> events) {
        Instant now = START.plus(Duration.ofDays(DAYS / 2));
        List<AccessEvent> past =
                events.stream().filter(event -> event.time().isBefore(now)).toList();

        assertThat(surprises(past, now)).isEqualTo(surprises(events, now));
    }

    private static void assertSame(List<FeatureRow> then, List<FeatureRow> later, Instant now) {
        List<FeatureRow> early = later.stream()
                .filter(row -> row.hours().getFirst().first().isBefore(now))
                .toList();

        assertThat(early).hasSameSizeAs(then);
        for (int i = 0; i < then.size(); i++) {
            assertThat(early.get(i).values()).isEqualTo(then.get(i).values());
            assertThat(early.get(i).observed()).isEqualTo(then.get(i).observed());
            assertThat(early.get(i).usual()).isEqualTo(then.get(i).usual());
            assertThat(early.get(i).trust()).isEqualTo(then.get(i).trust());
            assertThat(early.get(i).human()).isEqualTo(then.get(i).human());
        }
    }

    private static List<Double> surprises(List<AccessEvent> events, Instant now) {
        var ledger = new AccessLedger();
        List<Cell> cells = events.stream()
                .flatMap(event ->
                        ledger.add(event).stream().filter(unused -> event.time().isBefore(now)))
                .toList();
        Timeline.of(ledger);
        return cells.stream().map(Cell::surprise).toList();
    }

    private static Timeline timeline(List<AccessEvent> events) {
        var ledger = new AccessLedger();
        events.forEach(ledger::add);
        return Timeline.of(ledger);
    }

    /** In order of time, as logs are mostly read. Ten times as many of some as of others. */
    @Provide
    static Arbitrary<List<AccessEvent>> events() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, DAYS * 24 * 60 - 1);
        Arbitrary<String> principals = Arbitraries.of("user:1", "user:2", "service:3", "role-session:4");
        Arbitrary<String> actions = Arbitraries.of("GetObject", "PutObject", "ListObjects", "PutBucketAcl");
        Arbitrary<Integer> things = Arbitraries.integers().between(0, 5);
        Arbitrary<Kind> kinds = Arbitraries.of(Kind.SERVICE, Kind.SERVICE, Kind.HUMAN);
        Arbitrary<Integer> times = Arbitraries.of(1, 1, 1, 10);
        return Combinators.combine(
                        minutes, principals, actions, things, things, kinds, Arbitraries.of(Outcome.class), times)
                .as(PastOnlyProperties::repeated)
                .list()
                .ofMinSize(5)
                .ofMaxSize(80)
                .map(lists -> lists.stream()
                        .flatMap(List::stream)
                        .sorted(java.util.Comparator.comparing(AccessEvent::time)
                                .thenComparing(AccessEvent::id))
                        .toList());
    }

    private static List<AccessEvent> repeated(
            int minute, String token, String action, int store, int network, Kind kind, Outcome outcome, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> event(minute, i, token, action, store, network, kind, outcome))
                .toList();
    }

    private static AccessEvent event(
            int minute, int second, String token, String action, int store, int network, Kind kind, Outcome outcome) {
        Instant time = START.plus(Duration.ofMinutes(minute)).plusSeconds(second);
        Access access = action.startsWith("Get") ? Access.READ : action.startsWith("List") ? Access.LIST : Access.WRITE;
        return new AccessEvent(
                time + token + action,
                time,
                Provider.AWS,
                "1",
                "eu-central-1",
                new Principal(token, kind, "", List.of()),
                "s3",
                action,
                access,
                Stream.of("arn:aws:s3:::store-" + store).limit(store).toList(),
                outcome,
                100L * network,
                "203.0.%d.0/24".formatted(network),
                "agent-" + network % 2);
    }
}
