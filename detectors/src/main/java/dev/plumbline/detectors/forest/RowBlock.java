package dev.plumbline.detectors.forest;

import java.util.Arrays;

/**
 * A few rows laid out for scoring: in groups of {@link IsolationTree#LANES} rows, each group feature by feature, as integers
 * that order as the floats do. Comparing integers by their difference needs no branch. Not thread-safe; reused.
 */
final class RowBlock {
    /** Half of a small first-level cache, so that the rows stay there with one tree beside them. */
    private static final int BYTES = 16 * 1_024;

    private final int columns;
    private final int[] keys;
    private final boolean[] incomplete;
    private int rows;

    private RowBlock(int columns, int capacity) {
        this.columns = columns;
        this.keys = new int[capacity * columns];
        this.incomplete = new boolean[capacity];
    }

    /** How many rows of {@code columns} values make a block; a multiple of the lanes. */
    static int capacity(int columns) {
        int groups = BYTES / (Integer.BYTES * IsolationTree.LANES * columns);
        return IsolationTree.LANES * Math.clamp(groups, 1, 64);
    }

    static RowBlock of(int columns) {
        return new RowBlock(columns, capacity(columns));
    }

    /** Reads rows {@code [from, to)}, at most as many as the capacity. */
    void load(Matrix matrix, int from, int to) {
        rows = to - from;
        Arrays.fill(incomplete, false);
        for (int row = 0; row < rows; row++) {
            int base = row / IsolationTree.LANES * groupLength() + row % IsolationTree.LANES;
            for (int column = 0; column < columns; column++) {
                float value = matrix.get(from + row, column);
                incomplete[row] |= Float.isNaN(value);
                keys[base + column * IsolationTree.LANES] = key(value);
            }
        }
    }

    int rows() {
        return rows;
    }

    /** Groups in use; the last one's spare lanes hold rows of an earlier load, whose sums nobody reads. */
    int groups() {
        return Math.ceilDiv(rows, IsolationTree.LANES);
    }

    int groupLength() {
        return columns * IsolationTree.LANES;
    }

    int[] keys() {
        return keys;
    }

    /** Whether a row lacks a value, so that its way through a tree is not one path. */
    boolean isIncomplete(int row) {
        return incomplete[row];
    }

    /** An integer that orders as the float does, both zeros alike. */
    static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0.0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
}
