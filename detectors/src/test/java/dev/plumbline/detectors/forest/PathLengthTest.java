package dev.plumbline.detectors.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathLengthTest {
    @ParameterizedTest(name = "c({0}) = {1}")
    @CsvSource({
        "0, 0",
        "1, 0",
        "2, 1", // 2 * 1 - 2 * 1/2
        "3, 1.6666666666666667", // 2 * (1 + 1/2) - 2 * 2/3
        "4, 2.1666666666666665", // 2 * (1 + 1/2 + 1/3) - 2 * 3/4
        "256, 10.248689925634562" // in exact fractions
    })
    void isTheMeanDepthOfAnUnsuccessfulSearch(int rows, double depth) {
        assertThat(PathLength.expected(rows)).isCloseTo(depth, within(1e-12));
    }

    @Test
    void expansionContinuesTheSum() {
        double beyond = PathLength.harmonic(1_025);

        assertThat(beyond - PathLength.harmonic(1_024)).isCloseTo(1.0 / 1_025, within(1e-14));
    }
}
