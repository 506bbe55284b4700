package dev.plumbline.detectors.forest;

/** A fitted model that tells how odd a row is. Thread-safe. */
public sealed interface AnomalyScorer permits IsolationForest, SmileForest {
    /** The width of the rows it was fitted on, and so of those it scores. */
    int features();

    /**
     * Scores every row.
     *
     * @return one score per row in {@code (0, 1]}: near 1 is anomalous, 0.5 and below is ordinary
     * @throws IllegalArgumentException if the rows have another width than {@link #features()}, or a value is missing and the
     *     engine cannot do without
     */
    double[] score(Matrix rows);

    /** Scores one row, as {@link #score(Matrix)} does. */
    double score(double[] row);
}
