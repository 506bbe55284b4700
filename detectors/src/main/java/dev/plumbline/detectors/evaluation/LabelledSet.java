package dev.plumbline.detectors.evaluation;

import dev.plumbline.detectors.forest.Matrix;

/** Rows and the truth about them. The truth measures; nothing is ever fitted to it. Immutable. */
public final class LabelledSet {
    private final String name;
    private final Matrix rows;
    private final boolean[] anomalous;

    /**
     * Copies the labels.
     *
     * @param name of the set, such as {@code mammography}
     * @param anomalous one label per row
     * @throws IllegalArgumentException if there are more or fewer labels than rows
     */
    public LabelledSet(String name, Matrix rows, boolean[] anomalous) {
        if (rows.rows() != anomalous.length) {
            throw new IllegalArgumentException(
                    "set %s has %d rows but %d labels".formatted(name, rows.rows(), anomalous.length));
        }
        this.name = name;
        this.rows = rows;
        this.anomalous = anomalous.clone();
    }

    public String name() {
        return name;
    }

    public Matrix rows() {
        return rows;
    }

    /** A copy of the labels, one per row. */
    public boolean[] anomalous() {
        return anomalous.clone();
    }

    /** How many rows are anomalous. */
    public int anomalies() {
        int count = 0;
        for (boolean odd : anomalous) {
            count += odd ? 1 : 0;
        }
        return count;
    }
}
