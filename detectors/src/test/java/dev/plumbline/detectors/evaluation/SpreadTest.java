package dev.plumbline.detectors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void isTheMeanAndTheDeviationOfTheSample() {
        assertThat(Spread.of(1, 2, 3)).isEqualTo(new Spread(2, 1));
    }

    @Test
    void singleValueHasNoSpread() {
        assertThat(Spread.of(0.75)).isEqualTo(new Spread(0.75, 0));
    }

    @Test
    void refusesNoValue() {
        assertThatIllegalArgumentException().isThrownBy(Spread::of);
    }
}
