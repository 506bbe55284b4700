package dev.plumbline.detectors.forest;

import java.util.Arrays;

/**
 * One tree of axis-parallel cuts in a flat, complete layout: node 1 is the root, the children of node {@code i} are
 * {@code 2i} (value at most the threshold) and {@code 2i + 1} (above it), and the nodes from {@code 2^height} on are the
 * leaves. A leaf that forms higher up is carried down its left edge by cuts that nothing exceeds, so that every row takes
 * exactly {@code height} steps and none of them is a branch to mispredict.
 *
 * <p>This class is the seam for other cuts (hyperplanes of the extended forest): such a tree needs its own layout, and the
 * forest asks a tree for nothing but path lengths and credits.
 */
final class IsolationTree {
    /** Rows walked side by side, so that the processor overlaps their memory reads. */
    static final int LANES = 8;

    /** Above every finite value's key: no row goes right. */
    private static final long ALWAYS_LEFT = (long) Integer.MAX_VALUE << Integer.SIZE;

    private final int height;
    /** Per node: the threshold's key in the upper half, the feature times {@link #LANES} in the lower. */
    private final long[] cuts;
    /** Per place in the last level: depth of the leaf plus what its remaining rows would have taken. */
    private final double[] pathLengths;
    /** Per node, leaves included: how many rows of the sub-sample came here. */
    private final int[] sizes;
    /** Per node, leaves included: the mean path length of the rows of the sub-sample that came here. */
    private final double[] means;

    private IsolationTree(int height, long[] cuts, double[] pathLengths, int[] sizes) {
        this.height = height;
        this.cuts = cuts;
        this.pathLengths = pathLengths;
        this.sizes = sizes;
        this.means = new double[sizes.length];
        fillMeans(1);
    }

    /**
     * Adds each row's path length to {@code sums}.
     *
     * @param block rows in groups of {@link #LANES}, as {@link RowBlock} lays them out
     */
    void addPathLengths(RowBlock block, double[] sums) {
        int[] keys = block.keys();
        int groupLength = block.groupLength();
        for (int group = 0; group < block.groups(); group++) {
            addPathLengths(keys, group * groupLength, sums, group * LANES);
        }
    }

    private void addPathLengths(int[] keys, int base, double[] sums, int first) {
        long[] cuts = this.cuts; // a local: the compiler need not ask whether the field changed
        int node0 = 1;
        int node1 = 1;
        int node2 = 1;
        int node3 = 1;
        int node4 = 1;
        int node5 = 1;
        int node6 = 1;
        int node7 = 1;
        for (int level = 0; level < height; level++) {
            node0 = step(cuts, node0, keys, base);
            node1 = step(cuts, node1, keys, base + 1);
            node2 = step(cuts, node2, keys, base + 2);
            node3 = step(cuts, node3, keys, base + 3);
            node4 = step(cuts, node4, keys, base + 4);
            node5 = step(cuts, node5, keys, base + 5);
            node6 = step(cuts, node6, keys, base + 6);
            node7 = step(cuts, node7, keys, base + 7);
        }
        int leaves = pathLengths.length;
        sums[first] += pathLengths[node0 - leaves];
        sums[first + 1] += pathLengths[node1 - leaves];
        sums[first + 2] += pathLengths[node2 - leaves];
        sums[first + 3] += pathLengths[node3 - leaves];
        sums[first + 4] += pathLengths[node4 - leaves];
        sums[first + 5] += pathLengths[node5 - leaves];
        sums[first + 6] += pathLengths[node6 - leaves];
        sums[first + 7] += pathLengths[node7 - leaves];
    }

    /**
     * The child: the sign bit of threshold minus value is 1 exactly if the value is above. The mask changes nothing, the
     * length being a power of two, but tells the compiler that no bounds check is needed.
     */
    private static int step(long[] cuts, int node, int[] keys, int lane) {
        long cut = cuts[node & (cuts.length - 1)];
        return 2 * node + (int) (((cut >> Integer.SIZE) - keys[lane + (int) cut]) >>> 63);
    }

    /**
     * The path length of one row that may lack values: where the cut's feature is missing it is the mean over both sides,
     * weighted by the rows of the sub-sample that went there.
     */
    double pathLength(float[] row) {
        return pathLength(row, 1);
    }

    private double pathLength(float[] row, int from) {
        int node = from;
        while (isInner(node)) {
            float value = row[feature(node)];
            if (Float.isNaN(value)) {
                return mean(node, pathLength(row, 2 * node), pathLength(row, 2 * node + 1));
            }
            node = child(node, value);
        }
        return leafPathLength(node);
    }

    /**
     * Adds to {@code credits}, per feature, by how much its cuts on this row's way shortened the path against what was to
     * be expected before each cut. The credits of one row add up to the tree's mean path length minus the row's. A missing
     * value shortens nothing and gets no credit.
     */
    void addCredits(float[] row, double[] credits) {
        addCredits(row, 1, 1, credits);
    }

    private void addCredits(float[] row, int from, double weight, double[] credits) {
        int node = from;
        while (isInner(node)) {
            float value = row[feature(node)];
            if (Float.isNaN(value)) {
                double leftShare = sizes[2 * node] / (double) sizes[node];
                addCredits(row, 2 * node, weight * leftShare, credits);
                addCredits(row, 2 * node + 1, weight * (1 - leftShare), credits);
                return;
            }
            int child = child(node, value);
            credits[feature(node)] += weight * (means[node] - means[child]);
            node = child;
        }
    }

    private void fillMeans(int node) {
        if (isInner(node)) {
            fillMeans(2 * node);
            fillMeans(2 * node + 1);
            means[node] = mean(node, means[2 * node], means[2 * node + 1]);
        } else {
            means[node] = leafPathLength(node);
        }
    }

    /** The mean over both sides of a cut, weighted by the rows of the sub-sample on each. */
    private double mean(int node, double left, double right) {
        return (sizes[2 * node] * left + sizes[2 * node + 1] * right) / sizes[node];
    }

    private boolean isInner(int node) {
        return node < cuts.length && cuts[node] != ALWAYS_LEFT;
    }

    private int feature(int node) {
        return (int) cuts[node] / LANES;
    }

    private int child(int node, float value) {
        return RowBlock.key(value) > (int) (cuts[node] >> Integer.SIZE) ? 2 * node + 1 : 2 * node;
    }

    private double leafPathLength(int leaf) {
        int place = leaf;
        while (place < pathLengths.length) {
            place *= 2;
        }
        return pathLengths[place - pathLengths.length];
    }

    /** Lays out a tree node by node. Not thread-safe; builds once. */
    static final class Builder {
        private final int height;
        private final long[] cuts;
        private final double[] pathLengths;
        private final int[] sizes;

        /** @param height no leaf lies deeper; the root alone has height 0 */
        Builder(int height) {
            int leaves = 1 << height;
            this.height = height;
            this.cuts = new long[leaves];
            this.pathLengths = new double[leaves];
            this.sizes = new int[2 * leaves];
            Arrays.fill(cuts, ALWAYS_LEFT);
        }

        Builder cut(int node, int rows, int feature, float threshold) {
            cuts[node] = ((long) RowBlock.key(threshold) << Integer.SIZE) | (long) feature * LANES;
            sizes[node] = rows;
            return this;
        }

        Builder leaf(int node, int rows) {
            sizes[node] = rows;
            int depth = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(node);
            pathLengths[(node << (height - depth)) - pathLengths.length] = depth + PathLength.expected(rows);
            return this;
        }

        IsolationTree build() {
            return new IsolationTree(height, cuts, pathLengths, sizes);
        }
    }
}
