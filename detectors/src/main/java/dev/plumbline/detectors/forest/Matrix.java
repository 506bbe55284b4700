package dev.plumbline.detectors.forest;

import java.util.Arrays;

/**
 * Rows of features as the forest reads them: single precision, row by row in one array. {@code NaN} stands for a missing
 * value. Immutable and thread-safe.
 *
 * <p>Single precision halves the memory and is what scikit-learn's trees read too: values that differ by less than one
 * part in sixteen million count as equal. Take logarithms or differences before, not raw epoch seconds.
 */
public final class Matrix {
    private final int columns;
    private final float[] values;

    private Matrix(int columns, float[] values) {
        this.columns = columns;
        this.values = values;
    }

    /**
     * Copies {@code rows}, all of one width.
     *
     * @throws IllegalArgumentException if there is no row or no column, a row has another width than the first, or a value
     *     is infinite or beyond the range of a float
     */
    public static Matrix of(double[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("a matrix needs at least one row, but there is none");
        }
        Builder builder = builder(rows[0].length, rows.length);
        for (double[] row : rows) {
            builder.add(row);
        }
        return builder.build();
    }

    /** Collects rows of {@code columns} values one by one, for readers that stream. */
    public static Builder builder(int columns) {
        return builder(columns, 64);
    }

    private static Builder builder(int columns, int expectedRows) {
        if (columns < 1) {
            throw new IllegalArgumentException("a matrix needs at least one column, but the first row has none");
        }
        return new Builder(columns, expectedRows);
    }

    public int rows() {
        return values.length / columns;
    }

    public int columns() {
        return columns;
    }

    /** The value at a row and a column, both counted from 0; {@code NaN} if it is missing. */
    public float get(int row, int column) {
        return values[Math.multiplyExact(row, columns) + column];
    }

    /** A copy of one row, counted from 0. */
    public double[] row(int row) {
        double[] copy = new double[columns];
        for (int column = 0; column < columns; column++) {
            copy[column] = get(row, column);
        }
        return copy;
    }

    /** A copy of one row as it is stored. */
    float[] floats(int row) {
        int from = Math.multiplyExact(row, columns);
        return Arrays.copyOfRange(values, from, from + columns);
    }

    /** Grows a matrix row by row. Not thread-safe. */
    public static final class Builder {
        private final int columns;
        private float[] values;
        private int size;

        private Builder(int columns, int expectedRows) {
            this.columns = columns;
            this.values = new float[Math.multiplyExact(columns, expectedRows)];
        }

        /**
         * Copies one row.
         *
         * @throws IllegalArgumentException if its width is not that of the matrix, or a value is infinite or beyond the range
         *     of a float
         */
        public Builder add(double[] row) {
            int number = size / columns;
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        "row %d has %d values where %d are expected".formatted(number, row.length, columns));
            }
            if (size + columns > values.length) {
                values = Arrays.copyOf(values, grown());
            }
            for (int column = 0; column < columns; column++) {
                values[size + column] = finite(row[column], number, column);
            }
            size += columns;
            return this;
        }

        private int grown() {
            long doubled = Math.min(2L * values.length, Integer.MAX_VALUE - 8L);
            if (doubled < (long) size + columns) {
                throw new IllegalArgumentException(
                        "a matrix holds at most %d values: fit on fewer rows".formatted(Integer.MAX_VALUE - 8));
            }
            return (int) doubled;
        }

        private static float finite(double value, int row, int column) {
            float narrowed = (float) value;
            if (Float.isInfinite(narrowed)) {
                throw new IllegalArgumentException(
                        "row %d, column %d is %s: values must lie within ±%s; mark a missing value by NaN"
                                .formatted(row, column, value, Float.MAX_VALUE));
            }
            return narrowed;
        }

        /**
         * The matrix of all rows so far.
         *
         * @throws IllegalArgumentException if there is no row
         */
        public Matrix build() {
            if (size == 0) {
                throw new IllegalArgumentException("a matrix needs at least one row, but there is none");
            }
            return new Matrix(columns, Arrays.copyOf(values, size));
        }
    }
}
