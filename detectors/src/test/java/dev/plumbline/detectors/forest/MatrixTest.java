package dev.plumbline.detectors.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTest {
    @Test
    void keepsRowsAndMissingValues() {
        Matrix matrix = Matrix.of(new double[][] {{1, 2}, {3, Double.NaN}});

        assertThat(matrix.rows()).isEqualTo(2);
        assertThat(matrix.columns()).isEqualTo(2);
        assertThat(matrix.row(1)).containsExactly(3, Double.NaN);
    }

    @Test
    void copiesWhatItIsGiven() {
        double[][] rows = {{1}};
        Matrix matrix = Matrix.of(rows);

        rows[0][0] = 2;

        assertThat(matrix.get(0, 0)).isEqualTo(1);
    }

    @Test
    void growsBeyondItsFirstGuess() {
        Matrix.Builder builder = Matrix.builder(3);

        for (int row = 0; row < 1_000; row++) {
            builder.add(new double[] {row, 2 * row, 3 * row});
        }

        assertThat(builder.build().row(999)).containsExactly(999, 1_998, 2_997);
    }

    @Test
    void refusesNoRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.of(new double[0][]))
                .withMessageContaining("at least one row");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.builder(1).build())
                .withMessageContaining("at least one row");
    }

    @Test
    void refusesRowsWithoutColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.of(new double[][] {{}}))
                .withMessageContaining("at least one column");
    }

    @Test
    void refusesRaggedRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.of(new double[][] {{1, 2}, {3}}))
                .withMessage("row 1 has 1 values where 2 are expected");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e39, -1e300})
    void refusesWhatAFloatCannotHold(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.of(new double[][] {{1, 2}, {3, value}}))
                .withMessageStartingWith("row 1, column 1 is " + value);
    }
}
