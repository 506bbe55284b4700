package dev.plumbline.detectors.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeGrowerTest {
    @Test
    void heightLimitIsTheCeilingOfTheLogarithm() {
        assertThat(IntStream.of(1, 2, 3, 4, 5, 255, 256, 257).map(TreeGrower::heightLimit))
                .containsExactly(0, 1, 2, 2, 3, 8, 8, 9);
    }

    @Test
    void twoRowsAreCutApart() {
        IsolationTree tree = grow(1, new double[][] {{1}, {2}});

        assertThat(tree.pathLength(new float[] {1})).isEqualTo(1);
        assertThat(tree.pathLength(new float[] {2})).isEqualTo(1);
    }

    @Test
    void neighbouringFloatsAreCutApart() {
        IsolationTree tree = grow(1, new double[][] {{1}, {Math.nextUp(1f)}});

        assertThat(tree.pathLength(new float[] {1})).isEqualTo(1);
        assertThat(tree.pathLength(new float[] {Math.nextUp(1f)})).isEqualTo(1);
    }

    @Test
    void equalRowsStopTheTree() {
        IsolationTree tree = grow(1, new double[][] {{4, 5}, {4, 5}, {4, 5}, {4, 5}});

        assertThat(tree.pathLength(new float[] {4, 5})).isEqualTo(PathLength.expected(4));
        assertThat(tree.pathLength(new float[] {-100, 100})).isEqualTo(PathLength.expected(4));
    }

    @Test
    void featureMissingEverywhereIsNeverCut() {
        IsolationTree tree = grow(1, new double[][] {{Double.NaN, 1}, {Double.NaN, 2}, {Double.NaN, 3}});

        double[] credits = new double[2];
        tree.addCredits(new float[] {1_000, 1}, credits);

        assertThat(credits[0]).isZero();
        assertThat(credits[1]).isNotZero();
    }

    @Test
    void everyRowOfTheSampleReachesALeafThatCountsIt() {
        double[][] rows = SampleData.normal(1, 200, 3);
        for (double[] row : rows) {
            row[1] = row[1] > 0.5 ? Double.NaN : row[1];
        }

        IsolationTree tree = grow(5, rows);

        // The mean of the rows' own path lengths is the tree's, if and only if every leaf counts the rows that reach
        // it:
        // true for complete rows, and in the mean for incomplete ones.
        double mean = tree.pathLength(new float[] {Float.NaN, Float.NaN, Float.NaN});
        double meanOfRows = Arrays.stream(rows)
                .mapToDouble(row -> tree.pathLength(floats(row)))
                .average()
                .orElseThrow();
        assertThat(meanOfRows).isCloseTo(mean, within(0.25));
    }

    @Test
    void cutsAreUniformOverTheRange() {
        // Given three rows at 0, 1 and 10, the first cut isolates 10 with chance 9/10: its path is then 1, else 2.
        double[][] rows = {{0}, {1}, {10}};

        double mean = IntStream.range(0, 4_000)
                .mapToDouble(seed -> grow(seed, rows).pathLength(new float[] {10}))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(1.1, within(0.02)); // 4 standard errors
    }

    @Test
    void featuresThatVaryAreCutEquallyOften() {
        // A constant feature first: were it drawn and dropped unevenly, one of the others would be cut more often.
        double[][] rows = {{3, 0, 0}, {3, 0, 1}, {3, 1, 0}};

        // Row 1 alone is above on feature 2, row 2 alone on feature 1: the first cut isolates one of them.
        double second = IntStream.range(0, 4_000)
                .mapToDouble(seed -> grow(seed, rows).pathLength(new float[] {3, 0, 1}))
                .average()
                .orElseThrow();

        assertThat(second).isCloseTo(1.5, within(0.032)); // 4 standard errors
    }

    private static IsolationTree grow(long seed, double[][] rows) {
        return TreeGrower.grow(Matrix.of(rows), IntStream.range(0, rows.length).toArray(), SplitMix.ofStream(seed, 0));
    }

    private static float[] floats(double[] row) {
        float[] narrowed = new float[row.length];
        for (int column = 0; column < row.length; column++) {
            narrowed[column] = (float) row[column];
        }
        return narrowed;
    }
}
