package dev.plumbline.detectors.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformalCalibrationTest {
    private final ConformalCalibration calibration = ConformalCalibration.of(0.5, 0.3, 0.4, 0.4);

    @ParameterizedTest(name = "a score of {0} has {1} of 5")
    @CsvSource({"0.6, 1", "0.5, 2", "0.45, 2", "0.4, 4", "0.35, 4", "0.3, 5", "0.1, 5"})
    void countsItselfAndEveryScoreAtLeastAsHigh(double score, int fifths) {
        assertThat(calibration.pValue(score)).isEqualTo(fifths / 5.0);
    }

    @Test
    void knowsNothingWithoutWindows() {
        assertThat(ConformalCalibration.of().pValue(0.99)).isEqualTo(1);
    }

    @Test
    void copiesTheScores() {
        double[] scores = {0.5};
        ConformalCalibration copy = ConformalCalibration.of(scores);

        scores[0] = 0.9;

        assertThat(copy.pValue(0.7)).isEqualTo(0.5);
    }

    @Test
    void bothZerosAreOneScore() {
        assertThat(ConformalCalibration.of(0.0).pValue(-0.0)).isEqualTo(1);
        assertThat(ConformalCalibration.of(-0.0).pValue(0.0)).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConformalCalibration.of(0.5, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> calibration.pValue(Double.NaN));
    }

    @Property
    void leavingWindowsOutIsAsIfTheyHadNeverBeen(
            @ForAll @Size(max = 20) double[] kept, @ForAll @Size(max = 20) double[] leftOut, @ForAll double score) {
        double[] both = DoubleStream.concat(DoubleStream.of(kept), DoubleStream.of(leftOut))
                .toArray();

        double pValue = ConformalCalibration.of(both).pValueWithout(score, leftOut);

        assertThat(pValue).isEqualTo(ConformalCalibration.of(kept).pValue(score));
    }

    @Test
    void leavesOutOnlyWhatIsThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> calibration.pValueWithout(0.6, 0.7));
        assertThatIllegalArgumentException().isThrownBy(() -> calibration.pValueWithout(0.1, 0, 0, 0, 0, 0));
    }

    /** Among n + 1 exchangeable scores, each rank is equally likely for the new one: exact, not approximate. */
    @Property(tries = 200)
    void everyRankIsEquallyLikelyForAnOrdinaryWindow(@ForAll @Size(min = 2, max = 30) double[] distinct) {
        double[] scores = DoubleStream.of(distinct).distinct().toArray();

        double[] pValues = new double[scores.length];
        for (int held = 0; held < scores.length; held++) {
            double left = scores[held];
            ConformalCalibration others = ConformalCalibration.of(
                    DoubleStream.of(scores).filter(score -> score != left).toArray());
            pValues[held] = others.pValue(left);
        }

        assertThat(DoubleStream.of(pValues).sorted().toArray())
                .containsExactly(
                        DoubleStream.iterate(1, rank -> rank + 1)
                                .limit(scores.length)
                                .map(rank -> rank / scores.length)
                                .toArray(),
                        within(1e-15));
    }

    @Property
    void higherScoresNeverHaveHigherPValues(
            @ForAll @Size(max = 40) double[] scores, @ForAll double one, @ForAll double other) {
        ConformalCalibration any = ConformalCalibration.of(scores);

        assertThat(any.pValue(Math.max(one, other))).isLessThanOrEqualTo(any.pValue(Math.min(one, other)));
    }

    @Property(tries = 20, seed = "1")
    void falseAlarmsStayWithinTheLevel(@ForAll @DoubleRange(min = 0.01, max = 0.5) double level, @ForAll long seed) {
        Random random = new Random(seed);
        int repeats = 4_000;
        int alarms = 0;

        for (int repeat = 0; repeat < repeats; repeat++) {
            double[] held = random.doubles(99).toArray();
            alarms += ConformalCalibration.of(held).pValue(random.nextDouble()) <= level ? 1 : 0;
        }

        double fourStandardErrors = 4 * Math.sqrt(level * (1 - level) / repeats);
        assertThat((double) alarms / repeats).isLessThanOrEqualTo(level + fourStandardErrors);
    }
}
