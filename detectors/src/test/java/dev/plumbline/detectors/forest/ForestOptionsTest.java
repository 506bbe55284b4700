package dev.plumbline.detectors.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ForestOptionsTest {
    private final ForestOptions standard = ForestOptions.standard(1);

    @Test
    void standardIsThatOfThePaper() {
        assertThat(standard).isEqualTo(new ForestOptions(100, 256, 1, 1));
    }

    @Test
    void refusesWhatCannotBeGrown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withTrees(0))
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withSubsample(0))
                .withMessageContaining("256 is usual");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withSubsample(Integer.MAX_VALUE))
                .withMessageContaining("256 is usual");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withThreads(0))
                .withMessageContaining("at least 1 thread");
    }
}
