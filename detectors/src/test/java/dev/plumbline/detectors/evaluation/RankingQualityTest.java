package dev.plumbline.detectors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankingQualityTest {
    private static final boolean ODD = true;
    private static final boolean FINE = false;

    @Test
    void perfectOrderIsOne() {
        RankingQuality quality = RankingQuality.of(new double[] {0.1, 0.9, 0.2, 0.8}, labels(FINE, ODD, FINE, ODD));

        assertThat(quality).isEqualTo(new RankingQuality(1, 1));
    }

    @Test
    void reversedOrderIsNoPairWon() {
        RankingQuality quality = RankingQuality.of(new double[] {0.1, 0.9, 0.2, 0.8}, labels(ODD, FINE, ODD, FINE));

        assertThat(quality.rocAuc()).isZero();
        assertThat(quality.averagePrecision()).isCloseTo((1 / 3.0 + 2 / 4.0) / 2, within(1e-15));
    }

    @Test
    void agreesWithTheExampleInScikitLearnsManual() {
        // roc_auc_score and average_precision_score of y_true [0, 0, 1, 1], y_score [0.1, 0.4, 0.35, 0.8]
        RankingQuality quality = RankingQuality.of(new double[] {0.1, 0.4, 0.35, 0.8}, labels(FINE, FINE, ODD, ODD));

        assertThat(quality.rocAuc()).isEqualTo(0.75);
        assertThat(quality.averagePrecision()).isCloseTo(0.8333333333333333, within(1e-15));
    }

    @Test
    void tiesAreOneThreshold() {
        // Thresholds 0.9: 1 hit, 1 miss; 0.5: 1 more hit, 2 more misses.
        double[] scores = {0.9, 0.9, 0.5, 0.5, 0.5};
        RankingQuality quality = RankingQuality.of(scores, labels(ODD, FINE, FINE, ODD, FINE));

        assertThat(quality.rocAuc()).isCloseTo((0.5 + 2 + 0 + 2 * 0.5) / 6, within(1e-15));
        assertThat(quality.averagePrecision()).isCloseTo(0.5 * (1 / 2.0) + 0.5 * (2 / 5.0), within(1e-15));
    }

    @Test
    void equalScoresAreGuessing() {
        RankingQuality quality = RankingQuality.of(new double[] {0, -0.0, 0, 0}, labels(ODD, FINE, FINE, FINE));

        assertThat(quality).isEqualTo(new RankingQuality(0.5, 0.25));
    }

    @Test
    void refusesWhatCannotBeMeasured() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankingQuality.of(new double[] {1, 2}, labels(FINE, FINE)))
                .withMessageStartingWith("0 anomalies among 2 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankingQuality.of(new double[] {1, 2}, labels(ODD, ODD)))
                .withMessageStartingWith("2 anomalies among 2 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankingQuality.of(new double[] {1}, labels(ODD, FINE)))
                .withMessageContaining("one each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankingQuality.of(new double[] {1, Double.NaN}, labels(ODD, FINE)))
                .withMessageContaining("row 1");
    }

    @Property(tries = 300)
    void rocAucIsTheShareOfPairsWon(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int rows) {
        Random random = new Random(seed);
        double[] scores = random.ints(rows, 0, 8).asDoubleStream().toArray(); // few values, hence many ties
        boolean[] anomalous = new boolean[rows];
        for (int row = 1; row < rows - 1; row++) {
            anomalous[row] = random.nextBoolean();
        }
        anomalous[0] = true;

        double rocAuc = RankingQuality.of(scores, anomalous).rocAuc();

        assertThat(rocAuc).isCloseTo(shareOfPairsWon(scores, anomalous), within(1e-12));
    }

    @Property(tries = 100)
    void orderOfTheRowsDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        double[] scores = random.ints(50, 0, 12).asDoubleStream().toArray();
        boolean[] anomalous = new boolean[50];
        anomalous[3] = true;
        anomalous[17] = true;
        RankingQuality quality = RankingQuality.of(scores, anomalous);

        double[] reversedScores = new double[50];
        boolean[] reversedLabels = new boolean[50];
        for (int row = 0; row < 50; row++) {
            reversedScores[row] = scores[49 - row];
            reversedLabels[row] = anomalous[49 - row];
        }

        assertThat(RankingQuality.of(reversedScores, reversedLabels)).isEqualTo(quality);
    }

    private static double shareOfPairsWon(double[] scores, boolean[] anomalous) {
        double won = 0;
        int pairs = 0;
        for (int odd = 0; odd < scores.length; odd++) {
            for (int fine = 0; fine < scores.length; fine++) {
                if (anomalous[odd] && !anomalous[fine]) {
                    won += (Math.signum(scores[odd] - scores[fine]) + 1) / 2;
                    pairs++;
                }
            }
        }
        return won / pairs;
    }

    private static boolean[] labels(boolean... labels) {
        return labels;
    }
}
