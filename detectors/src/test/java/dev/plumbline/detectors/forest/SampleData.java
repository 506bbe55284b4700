package dev.plumbline.detectors.forest;

import java.util.Random;

/** Small sets with a fixed seed: an ordinary crowd, and strays. */
final class SampleData {
    private SampleData() {}

    /** Independent standard normal features. */
    static double[][] normal(long seed, int rows, int features) {
        Random random = new Random(seed);
        double[][] values = new double[rows][features];
        for (double[] row : values) {
            for (int feature = 0; feature < features; feature++) {
                row[feature] = random.nextGaussian();
            }
        }
        return values;
    }

    /** A normal crowd whose last rows are uniform in [-spread, spread]. */
    static double[][] withStrays(long seed, int rows, int strays, int features, double spread) {
        double[][] values = normal(seed, rows, features);
        Random random = new Random(~seed);
        for (int row = rows - strays; row < rows; row++) {
            for (int feature = 0; feature < features; feature++) {
                values[row][feature] = (2 * random.nextDouble() - 1) * spread;
            }
        }
        return values;
    }
}
