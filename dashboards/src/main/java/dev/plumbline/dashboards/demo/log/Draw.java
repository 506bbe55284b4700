package dev.plumbline.dashboards.demo.log;

import java.util.SplittableRandom;

/** Draws that habits share. */
final class Draw {
    private Draw() {}

    /** A whole number with that mean: 2.3 is 2, and 3 in three cases of ten. */
    static int round(SplittableRandom random, double mean) {
        return (int) Math.floor(mean + random.nextDouble());
    }

    /** Many small and few large numbers, as people's work has them (log-normal, held to eight times the median). */
    static int around(SplittableRandom random, double median) {
        double factor = StrictMath.exp(0.6 * random.nextGaussian());
        return (int) Math.round(median * Math.min(8, factor));
    }

    /** An index below {@code size}: the first is by far the likeliest. */
    static int favourite(SplittableRandom random, int size) {
        double squared = random.nextDouble() * random.nextDouble();
        return (int) (squared * size);
    }
}
