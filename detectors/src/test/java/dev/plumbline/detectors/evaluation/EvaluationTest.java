package dev.plumbline.detectors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.detectors.forest.Engine;
import dev.plumbline.detectors.forest.ForestOptions;
import dev.plumbline.detectors.forest.Matrix;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final ForestOptions STANDARD = ForestOptions.standard(1).withThreads(2);
    private static final LongSupplier ONE_SECOND_A_LOOK = new AtomicLong()::getAndIncrement;

    @Test
    void repeatsWithTheSeedThatFollows() {
        LabelledSet set = crowdAndStrays(1, 6);

        Evaluation.Result once = new Evaluation(Engine.PLUMBLINE, STANDARD, 1, ONE_SECOND_A_LOOK).measure(set);
        Evaluation.Result next =
                new Evaluation(Engine.PLUMBLINE, STANDARD.withSeed(2), 1, ONE_SECOND_A_LOOK).measure(set);
        Evaluation.Result twice = new Evaluation(Engine.PLUMBLINE, STANDARD, 2, ONE_SECOND_A_LOOK).measure(set);

        assertThat(twice.rocAuc())
                .isEqualTo(Spread.of(once.rocAuc().mean(), next.rocAuc().mean()));
        assertThat(twice.averagePrecision())
                .isEqualTo(Spread.of(
                        once.averagePrecision().mean(), next.averagePrecision().mean()));
    }

    @Test
    void ratesAreRowsOverTheMedianTime() {
        AtomicLong now = new AtomicLong();
        // fits take 1, 1 and 100 seconds, scoring 2, 2 and 2
        long[] looks = {0, 1, 3, 3, 4, 6, 6, 106, 108};
        LongSupplier clock = () -> looks[(int) now.getAndIncrement()] * 1_000_000_000;

        Evaluation.Result result = new Evaluation(Engine.PLUMBLINE, STANDARD, 3, clock).measure(crowdAndStrays(1, 6));

        assertThat(result.fitRowsPerSecond()).isEqualTo(1_000);
        assertThat(result.scoreRowsPerSecond()).isEqualTo(500);
    }

    @Test
    void ourForestAndSmilesRankAlike() {
        LabelledSet easy = crowdAndStrays(1, 6);
        LabelledSet hard = crowdAndStrays(2, 3);

        assertSameQuality(easy);
        assertSameQuality(hard);
    }

    /** Means over ten fits each must lie within three standard errors of their difference, and a hair. */
    private static void assertSameQuality(LabelledSet set) {
        Evaluation.Result ours = new Evaluation(Engine.PLUMBLINE, STANDARD, 10, ONE_SECOND_A_LOOK).measure(set);
        Evaluation.Result smiles = new Evaluation(Engine.SMILE, STANDARD, 10, ONE_SECOND_A_LOOK).measure(set);

        assertThat(ours.rocAuc().mean())
                .isGreaterThan(0.8)
                .isCloseTo(smiles.rocAuc().mean(), noise(ours.rocAuc(), smiles.rocAuc()));
        assertThat(ours.averagePrecision().mean())
                .isCloseTo(smiles.averagePrecision().mean(), noise(ours.averagePrecision(), smiles.averagePrecision()));
    }

    private static Offset<Double> noise(Spread one, Spread other) {
        double variance = one.standardDeviation() * one.standardDeviation()
                + other.standardDeviation() * other.standardDeviation();
        return within(4 * Math.sqrt(variance / 10) + 0.002);
    }

    @Test
    void refusesASetWithoutAnomalies() {
        LabelledSet set = new LabelledSet("calm", Matrix.of(new double[][] {{1}, {2}}), new boolean[2]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(Engine.PLUMBLINE, STANDARD, 1, ONE_SECOND_A_LOOK).measure(set))
                .withMessageStartingWith("0 anomalies among 2 rows");
    }

    @Test
    void refusesNoSeeds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(Engine.PLUMBLINE, STANDARD, 0, ONE_SECOND_A_LOOK))
                .withMessageContaining("at least 1 seed");
    }

    /** A Gaussian crowd in four dimensions with one row in twenty uniform in a cube. */
    private static LabelledSet crowdAndStrays(long seed, double spread) {
        Random random = new Random(seed);
        double[][] rows = new double[1_000][4];
        boolean[] anomalous = new boolean[rows.length];
        for (int row = 0; row < rows.length; row++) {
            anomalous[row] = row % 20 == 0;
            for (int feature = 0; feature < 4; feature++) {
                rows[row][feature] = anomalous[row] ? (2 * random.nextDouble() - 1) * spread : random.nextGaussian();
            }
        }
        return new LabelledSet("crowd", Matrix.of(rows), anomalous);
    }
}
