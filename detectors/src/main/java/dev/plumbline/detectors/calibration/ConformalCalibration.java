package dev.plumbline.detectors.calibration;

import java.util.Arrays;

/**
 * Turns scores into p-values by comparison with those of held-back ordinary windows:
 * {@code p(s) = (1 + #{calibration scores >= s}) / (n + 1)}. If a new window is as ordinary as the held-back ones, then
 * {@code P(p <= a) <= a} for every {@code a}, whatever the distribution of scores. No p-value is below {@code 1 / (n + 1)}:
 * 999 windows give 0.001 at best.
 *
 * <p>The promise holds for windows the model was not fitted on; scores of its own training rows give p-values that are too
 * small. Immutable and thread-safe.
 *
 * @see <a href="https://doi.org/10.1214/22-AOS2244">Bates, Candès, Lei, Romano and Sesia, Testing for outliers with conformal
 *     p-values, Annals of Statistics 2023</a>
 */
public final class ConformalCalibration {
    private final double[] ascending;

    private ConformalCalibration(double[] ascending) {
        this.ascending = ascending;
    }

    /**
     * Calibrates by the scores of held-back windows, in any order. Without any, every p-value is 1.
     *
     * @throws IllegalArgumentException if a score is not a number
     */
    public static ConformalCalibration of(double... scores) {
        double[] ascending = scores.clone();
        for (double score : ascending) {
            requireNumber(score);
        }
        Arrays.sort(ascending);
        return new ConformalCalibration(ascending);
    }

    /**
     * The share of ordinary windows at least as odd, in {@code [1 / (n + 1), 1]}; a score equal to a calibration score counts
     * as no odder.
     *
     * @throws IllegalArgumentException if the score is not a number
     */
    public double pValue(double score) {
        return pValueWithout(score);
    }

    /**
     * As {@link #pValue}, but some of the windows it was calibrated by are left out, because they are no fair comparison:
     * the window in question itself, or its neighbours, which may be part of the same attack.
     *
     * @param leftOut their scores
     * @throws IllegalArgumentException if it was not calibrated by so many, or the score is not a number
     */
    public double pValueWithout(double score, double... leftOut) {
        requireNumber(score);
        int atLeast = atLeast(score);
        for (double left : leftOut) {
            atLeast -= left >= score ? 1 : 0;
        }
        int windows = ascending.length - leftOut.length;
        if (windows < 0 || atLeast < 0 || atLeast > windows) {
            throw new IllegalArgumentException("only windows it was calibrated by can be left out");
        }
        return (1.0 + atLeast) / (windows + 1.0);
    }

    private int atLeast(double score) {
        // Not Arrays.binarySearch: it finds any of several equal scores and takes -0.0 for less than 0.0.
        int below = 0;
        int end = ascending.length;
        while (below < end) {
            int middle = (below + end) >>> 1;
            if (ascending[middle] < score) {
                below = middle + 1;
            } else {
                end = middle;
            }
        }
        return ascending.length - below;
    }

    private static void requireNumber(double score) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("a score must be a number to be compared, not NaN");
        }
    }
}
