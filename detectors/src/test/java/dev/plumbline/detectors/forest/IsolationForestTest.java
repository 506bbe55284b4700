package dev.plumbline.detectors.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationForestTest {
    private static final ForestOptions STANDARD = ForestOptions.standard(42);

    @Test
    void strayRowsScoreAboveTheCrowd() {
        Matrix rows = Matrix.of(SampleData.withStrays(1, 2_000, 10, 4, 8));

        double[] scores = IsolationForest.fit(STANDARD, rows).score(rows);

        double crowd = Arrays.stream(scores, 0, 1_990).average().orElseThrow();
        assertThat(crowd).isBetween(0.40, 0.50);
        assertThat(Arrays.stream(scores, 1_990, 2_000).min().orElseThrow()).isGreaterThan(0.55);
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 3, 8})
    void scoresAreTheSameBitForBitOnAnyNumberOfThreads(int threads) {
        Matrix rows = Matrix.of(SampleData.withStrays(1, 20_001, 50, 7, 8));

        double[] alone = IsolationForest.fit(STANDARD, rows).score(rows);
        double[] together =
                IsolationForest.fit(STANDARD.withThreads(threads), rows).score(rows);

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void anotherSeedGivesAnotherForest() {
        Matrix rows = Matrix.of(SampleData.normal(1, 1_000, 3));

        double[] one = IsolationForest.fit(STANDARD, rows).score(rows);
        double[] other = IsolationForest.fit(STANDARD.withSeed(43), rows).score(rows);

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void seedGivesTheseScoresForEver() {
        // Recorded once: a change here is a change of every stored baseline and needs a word in the changelog.
        Matrix rows = Matrix.of(SampleData.normal(1, 300, 2));

        double[] scores = IsolationForest.fit(STANDARD.withSeed(2_026), rows).score(rows);

        assertThat(Arrays.copyOf(scores, 3))
                .containsExactly(0.4960215959337112, 0.44628537465560564, 0.540280057151002);
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 7, 8, 9, 511, 512, 513, 8_191, 8_193})
    void scoringTogetherIsScoringOneByOne(int count) {
        double[][] rows = SampleData.normal(3, count, 5);
        IsolationForest forest = IsolationForest.fit(STANDARD.withTrees(10), SampleData.normal(2, 600, 5));

        double[] scores = forest.score(Matrix.of(rows));

        assertThat(scores)
                .isEqualTo(Arrays.stream(rows).mapToDouble(forest::score).toArray());
    }

    @Test
    void incompleteRowsAmongCompleteOnesScoreAsAlone() {
        double[][] rows = SampleData.normal(3, 100, 5);
        for (int row = 0; row < rows.length; row += 7) {
            rows[row][row % 5] = Double.NaN;
        }
        IsolationForest forest = IsolationForest.fit(STANDARD, rows);

        double[] scores = forest.score(Matrix.of(rows));

        assertThat(scores)
                .isEqualTo(Arrays.stream(rows).mapToDouble(forest::score).toArray());
    }

    @Test
    void missingValueIsNoEvidence() {
        // Given an odd first feature, hiding it leaves an ordinary row; hiding another leaves it odd.
        double[][] rows = SampleData.normal(1, 1_000, 4);
        IsolationForest forest = IsolationForest.fit(STANDARD, rows);

        double odd = forest.score(new double[] {6, 0, 0, 0});
        double hidden = forest.score(new double[] {Double.NaN, 0, 0, 0});
        double otherHidden = forest.score(new double[] {6, Double.NaN, 0, 0});

        assertThat(hidden).isLessThan(0.45);
        assertThat(odd - hidden).isGreaterThan(0.1);
        assertThat(otherHidden).isCloseTo(odd, within(0.03));
    }

    @Test
    void fitsOnRowsWithManyMissingValues() {
        double[][] rows = SampleData.withStrays(1, 2_000, 10, 4, 8);
        Random random = new Random(5);
        for (double[] row : rows) {
            row[random.nextInt(4)] = Double.NaN;
        }

        double[] scores = IsolationForest.fit(STANDARD, rows).score(Matrix.of(rows));

        double crowd = Arrays.stream(scores, 0, 1_990).average().orElseThrow();
        double strays = Arrays.stream(scores, 1_990, 2_000).average().orElseThrow();
        assertThat(crowd).isBetween(0.40, 0.50);
        assertThat(strays).isGreaterThan(0.6);
    }

    @Test
    void subsampleBeyondTheRowsUsesThemAll() {
        double[][] rows = SampleData.normal(1, 40, 2);

        double[] all = IsolationForest.fit(STANDARD.withSubsample(40), rows).score(Matrix.of(rows));
        double[] beyond = IsolationForest.fit(STANDARD.withSubsample(256), rows).score(Matrix.of(rows));

        assertThat(beyond).isEqualTo(all);
    }

    @Test
    void singleRowIsNeitherOddNorEven() {
        IsolationForest forest = IsolationForest.fit(STANDARD, new double[][] {{1, 2}});

        assertThat(forest.score(new double[] {1, 2})).isEqualTo(0.5);
        assertThat(forest.score(new double[] {100, -2})).isEqualTo(0.5);
        assertThat(forest.attribution(new double[] {100, -2})).containsExactly(0.5, 0.5);
    }

    @Test
    void equalRowsAllScoreOneHalf() {
        double[][] rows = new double[500][3];

        double[] scores = IsolationForest.fit(STANDARD, rows).score(Matrix.of(rows));

        assertThat(DoubleStream.of(scores))
                .allSatisfy(score -> assertThat(score).isCloseTo(0.5, within(1e-12)));
    }

    @Test
    void refusesRowsOfAnotherWidth() {
        IsolationForest forest = IsolationForest.fit(STANDARD, SampleData.normal(1, 10, 3));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> forest.score(new double[] {1, 2}))
                .withMessage("a row of 2 features cannot be scored by a forest fitted on 3");
        assertThatIllegalArgumentException().isThrownBy(() -> forest.score(Matrix.of(new double[][] {{1, 2, 3, 4}})));
        assertThatIllegalArgumentException().isThrownBy(() -> forest.attribution(new double[] {1}));
    }

    @Test
    void refusesInfiniteValues() {
        IsolationForest forest = IsolationForest.fit(STANDARD, SampleData.normal(1, 10, 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> forest.score(new double[] {1, Double.POSITIVE_INFINITY}))
                .withMessageContaining("column 1 is Infinity");
    }

    @Test
    void oddFeatureIsAmongTheFirstTwoReasons() {
        int features = 12;
        double[][] crowd = SampleData.normal(1, 2_000, features);
        IsolationForest forest = IsolationForest.fit(STANDARD, crowd);
        Random random = new Random(9);
        double[][] plants = SampleData.normal(2, 500, features);

        long found = Arrays.stream(plants)
                .filter(plant -> {
                    int odd = random.nextInt(features);
                    plant[odd] = random.nextBoolean() ? 6 : -6;
                    return rank(forest.attribution(plant), odd) < 2;
                })
                .count();

        assertThat(found).isGreaterThanOrEqualTo(450);
    }

    @Test
    void sharesOfTheReasonsAddUpToOne() {
        double[][] rows = SampleData.withStrays(1, 500, 20, 6, 8);
        IsolationForest forest = IsolationForest.fit(STANDARD, rows);

        for (double[] row : rows) {
            double[] shares = forest.attribution(row);

            assertThat(DoubleStream.of(shares))
                    .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
            assertThat(DoubleStream.of(shares).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void missingFeatureIsNoReason() {
        IsolationForest forest = IsolationForest.fit(STANDARD, SampleData.normal(1, 500, 3));

        assertThat(forest.attribution(new double[] {Double.NaN, 6, 0})[0]).isZero();
    }

    private static long rank(double[] shares, int feature) {
        return IntStream.range(0, shares.length)
                .filter(other -> shares[other] > shares[feature])
                .count();
    }
}
