package dev.plumbline.detectors.forest;

/**
 * How a forest is grown and how many threads it may use.
 *
 * @param trees how many; scores settle well before 100
 * @param subsample rows each tree sees, drawn without replacement; fewer rows than that are all used. Small is not poor: it
 *     keeps anomalies from hiding each other
 * @param seed same seed, rows and options: same forest, bit for bit, on any number of threads
 * @param threads upper bound for fitting and for scoring many rows; never changes a result
 */
public record ForestOptions(int trees, int subsample, long seed, int threads) {
    /** A tree of more rows would be deeper than its flat layout is meant for. */
    static final int MAXIMUM_SUBSAMPLE = 1 << 20;

    public ForestOptions {
        if (trees < 1 || trees > 1_000_000) {
            throw new IllegalArgumentException("a forest needs 1 to 1000000 trees, not %d".formatted(trees));
        }
        if (subsample < 1 || subsample > MAXIMUM_SUBSAMPLE) {
            throw new IllegalArgumentException(
                    "a sub-sample has 1 to %d rows, not %d: 256 is usual".formatted(MAXIMUM_SUBSAMPLE, subsample));
        }
        if (threads < 1) {
            throw new IllegalArgumentException("a forest needs at least 1 thread, not %d".formatted(threads));
        }
    }

    /** The paper's settings, 100 trees of 256 rows, on one thread. */
    public static ForestOptions standard(long seed) {
        return new ForestOptions(100, 256, seed, 1);
    }

    public ForestOptions withTrees(int trees) {
        return new ForestOptions(trees, subsample, seed, threads);
    }

    public ForestOptions withSubsample(int subsample) {
        return new ForestOptions(trees, subsample, seed, threads);
    }

    public ForestOptions withSeed(long seed) {
        return new ForestOptions(trees, subsample, seed, threads);
    }

    public ForestOptions withThreads(int threads) {
        return new ForestOptions(trees, subsample, seed, threads);
    }
}
