package dev.plumbline.detectors.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SmileForestTest {
    private static final ForestOptions STANDARD = ForestOptions.standard(1);

    @Test
    void runsOnTheFewJarsWeShip() {
        Matrix rows = Matrix.of(SampleData.withStrays(1, 1_000, 10, 4, 8));

        double[] scores = Engine.SMILE.fit(STANDARD.withThreads(2), rows).score(rows);

        double crowd = Arrays.stream(scores, 0, 990).average().orElseThrow();
        double strays = Arrays.stream(scores, 990, 1_000).average().orElseThrow();
        assertThat(strays).isGreaterThan(crowd + 0.1);
    }

    @Test
    void scoresOneRowAsItScoresMany() {
        double[][] rows = SampleData.normal(1, 500, 3);
        AnomalyScorer forest = Engine.SMILE.fit(STANDARD, Matrix.of(rows));

        assertThat(forest.score(Matrix.of(rows)))
                .isEqualTo(Arrays.stream(rows)
                        .map(row -> Matrix.of(new double[][] {row}).row(0))
                        .mapToDouble(forest::score)
                        .toArray());
    }

    @Test
    void refusesMissingValuesAndNamesTheEngineThatTakesThem() {
        Matrix rows = Matrix.of(new double[][] {{1, 2}, {3, Double.NaN}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.SMILE.fit(STANDARD, rows))
                .withMessage("row 1, column 1 is missing: the smile engine needs every value;"
                        + " choose the plumbline engine");
    }

    @Test
    void refusesRowsOfAnotherWidth() {
        AnomalyScorer forest = Engine.SMILE.fit(STANDARD, Matrix.of(SampleData.normal(1, 10, 3)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> forest.score(new double[] {1, 2}))
                .withMessage("a row of 2 features cannot be scored by a forest fitted on 3");
    }
}
