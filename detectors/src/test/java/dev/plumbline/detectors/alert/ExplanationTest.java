package dev.plumbline.detectors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.detectors.event.AccessEvent;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import dev.plumbline.detectors.window.AccessLedger;
import dev.plumbline.detectors.window.FeatureRow;
import dev.plumbline.detectors.window.HourFeature;
import dev.plumbline.detectors.window.PrincipalHour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final int FEATURES = HourFeature.values().length;
    private static final int PLANTS = 500;

    /** Windows whose features are mostly nought and now and then somewhat above, as real ones; in 500 of them one is far above. */
    @Test
    void aPlantedFeatureIsAmongTheFirstTwoReasonsOfNineWindowsInTen() {
        var random = new SplittableRandom(1);
        List<PrincipalHour> hours = hours(40, 250);
        List<FeatureRow> rows = new ArrayList<>();
        List<Integer> planted = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            double[] values = ordinary(random);
            int feature = i % (hours.size() / PLANTS) == 0 ? random.nextInt(FEATURES) : -1;
            if (feature >= 0) {
                values[feature] = 3 + random.nextDouble();
            }
            planted.add(feature);
            rows.add(new FeatureRow(List.of(hours.get(i)), "", 1, true, values, values, new double[FEATURES]));
        }

        List<WindowModel.JudgedWindow> judged =
                WindowModel.fit(DetectorOptions.standard().withThreads(2), rows).judged();

        long amongTheFirstTwo = judged.stream()
                .filter(window -> planted.get(window.place()) >= 0)
                .filter(window -> firstTwo(window).contains(HourFeature.values()[planted.get(window.place())].key()))
                .count();
        assertThat(planted.stream().filter(feature -> feature >= 0).count()).isEqualTo(PLANTS);
        assertThat(amongTheFirstTwo).isGreaterThanOrEqualTo(PLANTS * 9 / 10);
    }

    private static List<String> firstTwo(WindowModel.JudgedWindow window) {
        return Explanation.reasons(window).stream()
                .limit(2)
                .map(Anomaly.Reason::feature)
                .toList();
    }

    private static double[] ordinary(SplittableRandom random) {
        double[] values = new double[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            values[i] = random.nextInt(3) > 0 ? 0 : Math.max(0, 0.4 + 0.4 * random.nextGaussian());
        }
        return values;
    }

    /** Of so many principals so many hours each. */
    private static List<PrincipalHour> hours(int principals, int each) {
        var ledger = new AccessLedger();
        Instant start = Instant.parse("2026-01-05T00:00:00Z");
        for (int principal = 0; principal < principals; principal++) {
            for (int hour = 0; hour < each; hour++) {
                ledger.add(event("user:" + principal, start.plus(Duration.ofHours(hour))));
            }
        }
        return ledger.windows();
    }

    private static AccessEvent event(String token, Instant time) {
        return new AccessEvent(
                time + token,
                time,
                Provider.AWS,
                "1",
                "eu-central-1",
                new Principal(token, Principal.Kind.HUMAN, "", List.of()),
                "s3",
                "GetObject",
                AccessEvent.Access.READ,
                List.of(),
                AccessEvent.Outcome.SUCCESS,
                0,
                "203.0.113.0/24",
                "boto");
    }
}
