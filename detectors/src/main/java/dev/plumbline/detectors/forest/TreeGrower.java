package dev.plumbline.detectors.forest;

import org.jspecify.annotations.Nullable;

/**
 * Grows one tree on its sub-sample: at each node a feature, uniform among those that vary there, is cut at a point uniform in
 * its range, until a node holds one row or only equal rows, or lies at the height limit.
 *
 * <p>A row that lacks the cut's feature is sent to a side by lot, with the chances of the rows that have it. A feature that
 * does not vary is never cut, so a constant one changes nothing. Not thread-safe; grows once.
 */
final class TreeGrower {
    private final SplitMix random;
    private final int rows;
    /** The sub-sample, feature by feature, since a cut reads one feature of many rows. */
    private final float[] values;
    /** The sub-sample's rows; each node owns a stretch. */
    private final int[] order;
    /** All features; the first so many, a node's candidates, may still vary there. */
    private final int[] features;

    private final int heightLimit;
    private final IsolationTree.Builder tree;

    /** A drawn cut, and how many features may still vary below it. */
    private record Cut(int feature, float threshold, int candidates) {}

    private TreeGrower(Matrix matrix, int[] sample, SplitMix random) {
        this.random = random;
        this.rows = sample.length;
        this.features = new int[matrix.columns()];
        this.order = new int[rows];
        this.values = new float[Math.multiplyExact(rows, features.length)];
        this.heightLimit = heightLimit(rows);
        this.tree = new IsolationTree.Builder(heightLimit);
        for (int feature = 0; feature < features.length; feature++) {
            features[feature] = feature;
        }
        for (int row = 0; row < rows; row++) {
            order[row] = row;
            for (int feature : features) {
                values[feature * rows + row] = matrix.get(sample[row], feature);
            }
        }
    }

    static IsolationTree grow(Matrix matrix, int[] sample, SplitMix random) {
        TreeGrower grower = new TreeGrower(matrix, sample, random);
        grower.grow(1, 0, 0, sample.length, matrix.columns());
        return grower.tree.build();
    }

    /** About the mean height of a tree that isolates every row; what is not alone by then is ordinary. */
    static int heightLimit(int rows) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(rows - 1);
    }

    private void grow(int node, int depth, int from, int to, int candidates) {
        Cut cut = depth < heightLimit && to - from > 1 ? drawCut(from, to, candidates) : null;
        if (cut == null) {
            tree.leaf(node, to - from);
            return;
        }
        tree.cut(node, to - from, cut.feature(), cut.threshold());
        int middle = partition(from, to, cut);
        grow(2 * node, depth + 1, from, middle, cut.candidates());
        grow(2 * node + 1, depth + 1, middle, to, cut.candidates());
    }

    private @Nullable Cut drawCut(int from, int to, int candidates) {
        for (int left = candidates; left > 0; left--) {
            int position = random.nextInt(left);
            int feature = features[position];
            float lowest = Float.POSITIVE_INFINITY;
            float highest = Float.NEGATIVE_INFINITY;
            for (int place = from; place < to; place++) {
                float value = value(feature, place);
                lowest = value < lowest ? value : lowest; // unlike Math.min, skips NaN
                highest = value > highest ? value : highest;
            }
            if (lowest < highest) {
                return new Cut(feature, drawThreshold(lowest, highest), left);
            }
            features[position] = features[left - 1];
            features[left - 1] = feature;
        }
        return null;
    }

    /** In {@code [lowest, highest)}, so that both sides of a cut hold a row. */
    private float drawThreshold(float lowest, float highest) {
        float threshold = (float) (lowest + random.nextDouble() * ((double) highest - lowest));
        return threshold < highest ? threshold : Math.nextDown(highest);
    }

    /** Moves the rows of the left side before those of the right. */
    private int partition(int from, int to, Cut cut) {
        int left = 0;
        int known = 0;
        for (int place = from; place < to; place++) {
            float value = value(cut.feature(), place);
            left += value <= cut.threshold() ? 1 : 0;
            known += Float.isNaN(value) ? 0 : 1;
        }
        int middle = from;
        for (int place = from; place < to; place++) {
            float value = value(cut.feature(), place);
            boolean goesLeft = Float.isNaN(value) ? random.nextInt(known) < left : value <= cut.threshold();
            if (goesLeft) {
                int row = order[place];
                order[place] = order[middle];
                order[middle++] = row;
            }
        }
        return middle;
    }

    private float value(int feature, int place) {
        return values[feature * rows + order[place]];
    }
}
