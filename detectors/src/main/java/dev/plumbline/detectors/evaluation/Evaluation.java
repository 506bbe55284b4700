package dev.plumbline.detectors.evaluation;

import dev.plumbline.detectors.forest.AnomalyScorer;
import dev.plumbline.detectors.forest.Engine;
import dev.plumbline.detectors.forest.ForestOptions;
import dev.plumbline.detectors.forest.Matrix;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Fits a forest on all rows of a set without their labels, scores the same rows, and repeats it for several seeds: the usual
 * benchmark of unsupervised detectors. Thread-safe.
 */
public final class Evaluation {
    private final Engine engine;
    private final ForestOptions options;
    private final int seeds;
    private final LongSupplier nanoTime;

    /**
     * @param options the first seed; the others follow it by one
     * @param seeds how many fits; single ones differ by more than most improvements do
     * @param nanoTime a clock for elapsed time, {@code System::nanoTime} outside tests
     */
    public Evaluation(Engine engine, ForestOptions options, int seeds, LongSupplier nanoTime) {
        if (seeds < 1) {
            throw new IllegalArgumentException("an evaluation needs at least 1 seed, not %d".formatted(seeds));
        }
        this.engine = engine;
        this.options = options;
        this.seeds = seeds;
        this.nanoTime = nanoTime;
    }

    /**
     * What was measured on one set.
     *
     * @param fitRowsPerSecond rows of the set per second of elapsed time, median over the seeds; the sub-samples alone are
     *     read in full
     * @param scoreRowsPerSecond likewise for scoring, on as many threads as the options allow
     */
    public record Result(
            String set, Spread rocAuc, Spread averagePrecision, double fitRowsPerSecond, double scoreRowsPerSecond) {}

    /**
     * Measures one set.
     *
     * @throws IllegalArgumentException if the set holds no anomaly or nothing else, or the engine refuses its rows
     */
    public Result measure(LabelledSet set) {
        Matrix rows = set.rows();
        boolean[] anomalous = set.anomalous();
        double[] rocAuc = new double[seeds];
        double[] averagePrecision = new double[seeds];
        double[] fitNanos = new double[seeds];
        double[] scoreNanos = new double[seeds];
        for (int repeat = 0; repeat < seeds; repeat++) {
            long started = nanoTime.getAsLong();
            AnomalyScorer scorer = engine.fit(options.withSeed(options.seed() + repeat), rows);
            long fitted = nanoTime.getAsLong();
            double[] scores = scorer.score(rows);
            long scored = nanoTime.getAsLong();

            RankingQuality quality = RankingQuality.of(scores, anomalous);
            rocAuc[repeat] = quality.rocAuc();
            averagePrecision[repeat] = quality.averagePrecision();
            fitNanos[repeat] = fitted - started;
            scoreNanos[repeat] = scored - fitted;
        }
        return new Result(
                set.name(),
                Spread.of(rocAuc),
                Spread.of(averagePrecision),
                perSecond(rows.rows(), fitNanos),
                perSecond(rows.rows(), scoreNanos));
    }

    private static double perSecond(int rows, double[] nanos) {
        double[] ascending = nanos.clone();
        Arrays.sort(ascending);
        double median = (ascending[(nanos.length - 1) / 2] + ascending[nanos.length / 2]) / 2;
        return rows * 1e9 / Math.max(median, 1);
    }
}
