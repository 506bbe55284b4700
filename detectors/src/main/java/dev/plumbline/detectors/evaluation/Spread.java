package dev.plumbline.detectors.evaluation;

import java.util.Arrays;

/**
 * Mean and spread of a figure over seeds.
 *
 * @param standardDeviation of the sample (divided by n - 1); 0 for a single value, whose spread is unknown
 */
public record Spread(double mean, double standardDeviation) {
    /**
     * The spread of {@code values}.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public static Spread of(double... values) {
        double mean = Arrays.stream(values)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("a mean needs at least one value"));
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new Spread(mean, values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1)));
    }
}
