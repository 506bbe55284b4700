package dev.plumbline.detectors.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMixTest {
    @Test
    void sameSeedAndStreamGiveTheSameNumbers() {
        assertThat(SplitMix.ofStream(7, 3).nextLong())
                .isEqualTo(SplitMix.ofStream(7, 3).nextLong());
    }

    @Test
    void streamsAndSeedsDiffer() {
        long distinct = IntStream.range(0, 1_000)
                .mapToLong(stream -> SplitMix.ofStream(stream % 10, stream / 10).nextLong())
                .distinct()
                .count();

        assertThat(distinct).isEqualTo(1_000);
    }

    @Test
    void boundedNumbersAreUniform() {
        SplitMix random = SplitMix.ofStream(1, 0);
        int[] counts = new int[7];

        for (int draw = 0; draw < 70_000; draw++) {
            counts[random.nextInt(7)]++;
        }

        assertThat(IntStream.of(counts))
                .allSatisfy(count -> assertThat(count).isBetween(9_600, 10_400)); // 4 standard deviations
    }

    @Test
    void fractionsLieInTheUnitInterval() {
        SplitMix random = SplitMix.ofStream(1, 0);

        assertThat(IntStream.range(0, 10_000)
                        .mapToDouble(draw -> random.nextDouble())
                        .summaryStatistics())
                .satisfies(drawn -> assertThat(drawn.getMin()).isBetween(0.0, 0.001))
                .satisfies(drawn -> assertThat(drawn.getMax()).isBetween(0.999, Math.nextDown(1.0)))
                .satisfies(drawn -> assertThat(drawn.getAverage()).isBetween(0.488, 0.512));
    }

    @Test
    void mixesAsTheJdkDoes() {
        // Both start from the same state: the JDK's gamma for a plain seed is the golden one too.
        assertThat(new SplitMix(42).nextLong()).isEqualTo(new SplittableRandom(42).nextLong());
    }
}
