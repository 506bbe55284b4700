package dev.plumbline.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final Instant START = Instant.parse("2026-11-21T13:30:00Z");
    private static final Principal PRINCIPAL = new Principal("p-1", Principal.Kind.HUMAN, "", List.of());

    @Test
    void timelineOrdersSignalsByTimeAndKeepsThemInside() {
        Timeline timeline =
                Timeline.of(List.of(hit(Duration.ofHours(5)), hit(Duration.ZERO), hit(Duration.ofHours(2))));

        assertThat(timeline.rows()).extracting(Timeline.Row::x).isSorted();
        assertThat(timeline.rows())
                .allSatisfy(row -> assertThat(row.x() + row.width()).isBetween(0.0, (double) Timeline.WIDTH));
    }

    @Test
    void momentStillHasAWidthOnAnAxisOfWeeks() {
        Timeline timeline = Timeline.of(List.of(hit(Duration.ZERO), hit(Duration.ofDays(28))));

        assertThat(timeline.rows()).allSatisfy(row -> assertThat(row.width()).isGreaterThanOrEqualTo(6));
        assertThat(timeline.ticks()).extracting(Timeline.Tick::label).startsWith("19 Nov", "26 Nov");
    }

    @Test
    void ticksFollowTheLengthOfTime() {
        assertThat(labels(Duration.ofMinutes(2))).containsExactly("21 Nov 13:30", "13:31", "13:32");
        assertThat(labels(Duration.ofHours(11))).containsExactly("21 Nov 12:00", "15:00", "18:00", "21:00", "22 Nov");
        assertThat(labels(Duration.ofDays(400))).hasSizeLessThan(20);
    }

    @Test
    void longListsAreCutAndSaySo() {
        List<Signal> signals = IntStream.range(0, 40)
                .mapToObj(hour -> hit(Duration.ofHours(hour)))
                .toList();

        Timeline timeline = Timeline.of(signals);

        assertThat(timeline.rows()).hasSize(Timeline.MAXIMUM_ROWS);
        assertThat(timeline.omitted()).isEqualTo(40 - Timeline.MAXIMUM_ROWS);
        assertThat(timeline.summary()).contains("40 signals");
    }

    @Test
    void barIsAsLongAsItsShareAndNeverLongerThanTheRail() {
        FeatureBars bars = FeatureBars.of(anomaly(List.of(reason("bytes", 0.5), reason("odd", 1.7))));

        assertThat(bars.bars().getFirst().width()).isEqualTo(FeatureBars.full() / 2.0);
        assertThat(bars.bars().getLast().width()).isEqualTo(FeatureBars.full());
        assertThat(bars.summary()).contains("bytes 50 %");
    }

    private static List<String> labels(Duration length) {
        return Timeline.of(List.of(hit(Duration.ZERO), hit(length))).ticks().stream()
                .map(Timeline.Tick::label)
                .toList();
    }

    private static Signal hit(Duration after) {
        return new EventRuleHit(
                "rule",
                "title",
                "high",
                Provider.AWS,
                "111122223333",
                PRINCIPAL,
                START.plus(after),
                START.plus(after),
                Set.of(),
                1,
                "Something was done.",
                List.of());
    }

    private static Anomaly anomaly(List<Anomaly.Reason> reasons) {
        return new Anomaly(
                Provider.AWS,
                "111122223333",
                PRINCIPAL,
                START,
                START.plusSeconds(60),
                Set.of(),
                Map.of(),
                0.7,
                0.01,
                reasons,
                "Something odd.",
                List.of());
    }

    private static Anomaly.Reason reason(String feature, double share) {
        return new Anomaly.Reason(feature, "1", "0", share, "words");
    }
}
