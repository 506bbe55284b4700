package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.forest.Engine;

/**
 * How a detector works.
 *
 * @param seed same seed, same anomalies
 * @param engine whose forest judges; reasons always come from ours
 * @param trees in each forest
 * @param anomaliesPerDay budget: of more, those with the highest p-values are left out
 * @param pValueCut anomalies above it are left out, in (0, 1]
 * @param threads upper bound; never changes a result
 */
public record DetectorOptions(long seed, Engine engine, int trees, int anomaliesPerDay, double pValueCut, int threads) {
    public DetectorOptions {
        if (trees < 1) {
            throw new IllegalArgumentException("a forest needs at least one tree, not " + trees);
        }
        if (anomaliesPerDay < 0) {
            throw new IllegalArgumentException("a budget of anomalies cannot be negative: " + anomaliesPerDay);
        }
        if (!(pValueCut > 0 && pValueCut <= 1)) {
            throw new IllegalArgumentException("a p-value cut lies in (0, 1], not " + pValueCut);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("a detector needs at least one thread, not " + threads);
        }
    }

    /** Seed 1, our forest of 200 trees, at most 5 anomalies a day at p-values of at most 0.002, one thread a core. */
    public static DetectorOptions standard() {
        return new DetectorOptions(
                1, Engine.PLUMBLINE, 200, 5, 0.002, Runtime.getRuntime().availableProcessors());
    }

    public DetectorOptions withSeed(long seed) {
        return new DetectorOptions(seed, engine, trees, anomaliesPerDay, pValueCut, threads);
    }

    public DetectorOptions withEngine(Engine engine) {
        return new DetectorOptions(seed, engine, trees, anomaliesPerDay, pValueCut, threads);
    }

    public DetectorOptions withThreads(int threads) {
        return new DetectorOptions(seed, engine, trees, anomaliesPerDay, pValueCut, threads);
    }

    public DetectorOptions withBudget(int anomaliesPerDay, double pValueCut) {
        return new DetectorOptions(seed, engine, trees, anomaliesPerDay, pValueCut, threads);
    }
}
