package dev.plumbline.detectors.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A tree laid out by hand over eight rows, so that every number below can be checked on paper.
 *
 * <pre>
 *                 node 1: feature 0 at 10, 8 rows
 *                /                               \
 *  node 2: feature 1 at -1.5, 7 rows           node 3: leaf, 1 row        path 1
 *        /                \
 *  node 4: leaf, 4 rows   node 5: feature 0 at 2, 3 rows
 *  path 2 + c(4)               /            \
 *                    node 10: leaf, 2 rows   node 11: leaf, 1 row
 *                    path 3 + c(2) = 4       path 3
 * </pre>
 */
class IsolationTreeTest {
    private static final double C4 = 13.0 / 6; // 2 * (1 + 1/2 + 1/3) - 2 * 3/4
    private static final double C8 = 2 * (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0 + 1 / 6.0 + 1 / 7.0) - 2 * 7 / 8.0;

    private final IsolationTree tree = new IsolationTree.Builder(3)
            .cut(1, 8, 0, 10)
            .leaf(3, 1)
            .cut(2, 7, 1, -1.5f)
            .leaf(4, 4)
            .cut(5, 3, 0, 2)
            .leaf(10, 2)
            .leaf(11, 1)
            .build();
    private final IsolationForest forest = new IsolationForest(2, 1, 8, List.of(tree));

    @Test
    void pathLengthsAreThoseOfThePicture() {
        assertThat(pathLength(11, 0)).isEqualTo(1);
        assertThat(pathLength(0, -2)).isEqualTo(2 + C4);
        assertThat(pathLength(0, 0)).isEqualTo(4);
        assertThat(pathLength(3, 0)).isEqualTo(3);
    }

    @Test
    void valueOnTheThresholdGoesLeft() {
        assertThat(pathLength(10, -1.5)).isEqualTo(2 + C4);
        assertThat(pathLength(Math.nextUp(10f), -1.5)).isEqualTo(1);
        assertThat(pathLength(2, Math.nextUp(-1.5f))).isEqualTo(4);
    }

    @Test
    void extremeAndSignedZeroValuesCompareAsNumbers() {
        assertThat(pathLength(Float.MAX_VALUE, 0)).isEqualTo(1);
        assertThat(pathLength(-Float.MAX_VALUE, -Float.MAX_VALUE)).isEqualTo(2 + C4);
        IsolationTree atZero = new IsolationTree.Builder(1)
                .cut(1, 3, 0, -0.0f)
                .leaf(2, 2)
                .leaf(3, 1)
                .build();

        assertThat(atZero.pathLength(new float[] {0.0f})).isEqualTo(2);
        assertThat(atZero.pathLength(new float[] {-0.0f})).isEqualTo(2);
        assertThat(atZero.pathLength(new float[] {Float.MIN_VALUE})).isEqualTo(1);
    }

    @Test
    void scoreIsTwoToTheNegativeRatioOfPathToNormalPath() {
        assertThat(forest.score(new double[] {11, 0})).isCloseTo(Math.pow(2, -1 / C8), within(1e-15));
        assertThat(forest.score(new double[] {0, 0})).isCloseTo(Math.pow(2, -4 / C8), within(1e-15));
    }

    @Test
    void scoreOfSeveralTreesTakesTheMeanPath() {
        IsolationTree leaf = new IsolationTree.Builder(0).leaf(1, 8).build();
        IsolationForest two = new IsolationForest(2, 1, 8, List.of(tree, leaf));

        assertThat(two.score(new double[] {11, 0})).isCloseTo(Math.pow(2, -(1 + C8) / 2 / C8), within(1e-15));
    }

    @Test
    void missingValueTakesBothSidesByTheirShareOfTheRows() {
        // feature 0 missing: at node 1 seven of eight rows went left; below, at node 5, two of three
        assertThat(pathLength(Double.NaN, -2)).isCloseTo((7 * (2 + C4) + 1) / 8, within(1e-15));
        assertThat(pathLength(Double.NaN, 0)).isCloseTo((7 * (2 * 4 + 3) / 3.0 + 1) / 8, within(1e-15));
        // feature 1 missing: at node 2 four of seven rows went left
        assertThat(pathLength(3, Double.NaN)).isCloseTo((4 * (2 + C4) + 3 * 3) / 7, within(1e-15));
    }

    @Test
    void rowOfMissingValuesHasTheMeanPath() {
        assertThat(pathLength(Double.NaN, Double.NaN)).isCloseTo((1 + 4 * (2 + C4) + 2 * 4 + 3) / 8, within(1e-15));
    }

    @Test
    void blockGivesThePathLengthsOfSingleRows() {
        double[][] rows = {{11, 0}, {0, -2}, {0, 0}, {3, 0}, {10, -1.5}, {2, -1}, {-5, 9}, {1e30, -1e30}, {2.5, 7}};
        RowBlock block = RowBlock.of(2);
        block.load(Matrix.of(rows), 0, rows.length);
        double[] sums = new double[2 * IsolationTree.LANES];

        tree.addPathLengths(block, sums);

        for (int row = 0; row < rows.length; row++) {
            assertThat(sums[row]).as("row %d", row).isEqualTo(pathLength(rows[row]));
        }
    }

    @Test
    void creditsAreThePathSavedByEachFeature() {
        double mean = (1 + 4 * (2 + C4) + 2 * 4 + 3) / 8;
        double below5 = 11 / 3.0;
        double below2 = (4 * (2 + C4) + 3 * below5) / 7;
        double[] credits = new double[2];

        tree.addCredits(new float[] {3, 0}, credits);

        assertThat(credits[0]).isCloseTo((mean - below2) + (below5 - 3), within(1e-12));
        assertThat(credits[1]).isCloseTo(below2 - below5, within(1e-12));
    }

    @Test
    void creditsAddUpToThePathSavedByTheRow() {
        double mean = pathLength(Double.NaN, Double.NaN);
        float[][] rows = {{11, 0}, {0, -2}, {3, 0}, {Float.NaN, 0}, {3, Float.NaN}, {Float.NaN, Float.NaN}};

        for (float[] row : rows) {
            double[] credits = new double[2];
            tree.addCredits(row, credits);

            assertThat(credits[0] + credits[1]).isCloseTo(mean - tree.pathLength(row), within(1e-12));
        }
    }

    @Test
    void missingValueGetsNoCredit() {
        double[] credits = new double[2];

        tree.addCredits(new float[] {Float.NaN, 0}, credits);

        assertThat(credits[0]).isZero();
        assertThat(credits[1]).isNotZero();
    }

    private double pathLength(double... row) {
        return tree.pathLength(new float[] {(float) row[0], (float) row[1]});
    }
}
