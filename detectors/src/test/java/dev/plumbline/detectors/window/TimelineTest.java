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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void doesNotDependOnTheOrderOfReading() {
        List<AccessEvent> days = weekdays(12, 15);
        List<AccessEvent> shuffled = new ArrayList<>(days);
        Collections.shuffle(shuffled, new Random(7));

        List<FeatureRow> one = Timeline.of(ledger(days)).hours();
        List<FeatureRow> other = Timeline.of(ledger(shuffled)).hours();

        assertThat(one).hasSameSizeAs(other);
        for (int i = 0; i < one.size(); i++) {
            assertThat(other.get(i).values()).containsExactly(one.get(i).values(), within(1e-9));
        }
    }

    @Test
    void bulkReadingShowsInTheReadsOfTheHour() {
        List<AccessEvent> events = weekdays(15, 20);
        Instant night = START.plus(Duration.ofDays(20)).plus(Duration.ofHours(2));
        for (int i = 0; i < 900; i++) {
            events.add(read("ledger", "203.0.113.0/24", night.plusSeconds(i)));
        }

        FeatureRow last = Timeline.of(ledger(events)).hours().getLast();

        assertThat(last.observed()[HourFeature.READS.ordinal()]).isEqualTo(900);
        assertThat(last.usual()[HourFeature.READS.ordinal()]).isBetween(15.0, 25.0);
        assertThat(last.values()[HourFeature.READS.ordinal()]).isGreaterThan(1.5);
        assertThat(last.values()[HourFeature.HOUR_RARITY.ordinal()]).isPositive();
        assertThat(last.values()[HourFeature.NEW_NETWORK.ordinal()]).isZero();
    }

    @Test
    void aNewNetworkIsNewsForWhoNeverMoves() {
        List<AccessEvent> events = weekdays(15, 20);
        events.add(read(
                "ledger", "198.51.100.0/24", START.plus(Duration.ofDays(20)).plus(Duration.ofHours(10))));

        FeatureRow last = Timeline.of(ledger(events)).hours().getLast();

        assertThat(last.values()[HourFeature.NEW_NETWORK.ordinal()]).isGreaterThan(0.2);
    }

    @Test
    void aNewNetworkIsNoNewsForWhoIsAtANewOneEveryDay() {
        List<AccessEvent> events = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            events.add(read("ledger", "10.0.%d.0/24".formatted(day), START.plus(Duration.ofDays(day))));
        }

        FeatureRow last = Timeline.of(ledger(events)).hours().getLast();

        assertThat(last.observed()[HourFeature.NEW_NETWORK.ordinal()]).isEqualTo(1);
        assertThat(last.values()[HourFeature.NEW_NETWORK.ordinal()]).isLessThan(0.05);
    }

    @Test
    void nothingIsOddOnTheFirstHour() {
        List<FeatureRow> rows = Timeline.of(ledger(weekdays(1, 50))).hours();

        assertThat(rows.getFirst().values()).containsOnly(0);
        assertThat(rows.getFirst().trust()).isZero();
    }

    @Test
    void aSlowRampAtANewStoreGrowsOddDayByDay() {
        List<AccessEvent> events = weekdays(30, 20);
        for (int day = 15; day < 27; day++) {
            for (int i = 0; i < 10 + 6 * (day - 15); i++) {
                events.add(read("vault", "203.0.113.0/24", at(day, 11).plusSeconds(30L * i)));
            }
        }

        List<FeatureRow> days = Timeline.of(ledger(events)).storeDays().stream()
                .filter(row -> row.store().endsWith("vault"))
                .toList();

        assertThat(days).hasSize(12);
        assertThat(days.getLast().values()[StoreDayFeature.GROWTH.ordinal()])
                .isGreaterThan(days.get(5).values()[StoreDayFeature.GROWTH.ordinal()])
                .isGreaterThan(5);
        assertThat(days.getLast().values()[StoreDayFeature.NEW_RELATION.ordinal()])
                .isGreaterThan(days.get(2).values()[StoreDayFeature.NEW_RELATION.ordinal()]);
    }

    @Test
    void accessesOfCloudServicesAreNotKept() {
        var ledger = new AccessLedger();
        AccessEvent event = read("ledger", "aws-internal", START);
        var service = new Principal("cloud-service:aws", Kind.CLOUD_SERVICE, "", List.of());

        assertThat(ledger.add(as(service, event))).isEmpty();
        assertThat(ledger.windows()).isEmpty();
    }

    @Test
    void everyFeatureSaysWhatItIs() {
        List<Feature> features = new ArrayList<>(List.of(HourFeature.values()));
        features.addAll(List.of(StoreDayFeature.values()));

        assertThat(features).extracting(Feature::key).doesNotHaveDuplicates();
        assertThat(features).allSatisfy(feature -> {
            assertThat(feature.say(12, 3)).contains("12", "3");
            assertThat(feature.unit()).isNotBlank();
            assertThat(feature.purpose()).isNotBlank();
        });
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    private static AccessLedger ledger(List<AccessEvent> events) {
        var ledger = new AccessLedger();
        events.forEach(ledger::add);
        return ledger;
    }

    /** One hour of work a day, at ten, some objects read. */
    private static List<AccessEvent> weekdays(int days, int reads) {
        List<AccessEvent> events = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < reads; i++) {
                events.add(read("ledger", "203.0.113.0/24", at(day, 10).plusSeconds(60L * i)));
            }
        }
        return events;
    }

    private static Instant at(int day, int hour) {
        return START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
    }

    private static AccessEvent as(Principal principal, AccessEvent event) {
        return event(principal, event.resources().getFirst(), event.network(), event.time());
    }

    private static AccessEvent read(String store, String network, Instant time) {
        var kim = new Principal("user:0000000001", Kind.HUMAN, "", List.of());
        return event(kim, "arn:aws:s3:::" + store, network, time);
    }

    private static AccessEvent event(Principal principal, String store, String network, Instant time) {
        return new AccessEvent(
                time + store,
                time,
                Provider.AWS,
                "1",
                "eu-central-1",
                principal,
                "s3",
                "GetObject",
                Access.READ,
                List.of(store),
                Outcome.SUCCESS,
                100,
                network,
                "boto");
    }
}
