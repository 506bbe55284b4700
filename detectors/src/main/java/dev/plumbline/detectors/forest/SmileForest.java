package dev.plumbline.detectors.forest;

/**
 * The forest of smile-core behind our interface: unseeded, so two fits differ, and without missing values. Its scores are
 * scaled by the size of all rows instead of the sub-sample's, so compare ranks, not scores, across the engines.
 * Thread-safe.
 */
final class SmileForest implements AnomalyScorer {
    private static final int AXIS_PARALLEL = 0;

    /** Rounds to every row; smile refuses a share of 1. */
    private static final double ALMOST_ALL = Math.nextDown(1.0);

    private final int features;
    private final int threads;
    private final smile.anomaly.IsolationForest forest;

    private SmileForest(int features, int threads, smile.anomaly.IsolationForest forest) {
        this.features = features;
        this.threads = threads;
        this.forest = forest;
    }

    static SmileForest fit(ForestOptions options, Matrix rows) {
        double[][] values = complete(rows);
        int subsample = Math.min(options.subsample(), values.length);
        var smileOptions = new smile.anomaly.IsolationForest.Options(
                options.trees(),
                Math.max(TreeGrower.heightLimit(subsample), 1),
                Math.min((double) subsample / values.length, ALMOST_ALL),
                AXIS_PARALLEL);
        return new SmileForest(
                rows.columns(),
                options.threads(),
                Parallel.within(options.threads(), () -> smile.anomaly.IsolationForest.fit(values, smileOptions)));
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public double[] score(Matrix rows) {
        requireWidth(rows.columns());
        double[][] values = complete(rows);
        return Parallel.within(threads, () -> forest.score(values));
    }

    @Override
    public double score(double[] row) {
        requireWidth(row.length);
        return forest.score(complete(Matrix.of(new double[][] {row}))[0]);
    }

    private static double[][] complete(Matrix rows) {
        double[][] values = new double[rows.rows()][];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.row(row);
            for (int column = 0; column < values[row].length; column++) {
                if (Double.isNaN(values[row][column])) {
                    throw new IllegalArgumentException(
                            "row %d, column %d is missing: the smile engine needs every value; choose the plumbline engine"
                                    .formatted(row, column));
                }
            }
        }
        return values;
    }

    private void requireWidth(int width) {
        if (width != features) {
            throw new IllegalArgumentException(
                    "a row of %d features cannot be scored by a forest fitted on %d".formatted(width, features));
        }
    }
}
