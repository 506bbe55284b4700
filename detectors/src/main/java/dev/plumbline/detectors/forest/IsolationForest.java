package dev.plumbline.detectors.forest;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores how easily each row is isolated from the rest by random axis-parallel cuts. The score of {@code x} is
 * {@code 2^(-E[h(x)] / c(n))}, where {@code h} is the path length and {@code n} the sub-sample's size: near 1 is anomalous,
 * 0.5 and below is ordinary. A forest of one row knows no odd and even and scores 0.5.
 *
 * <p>A missing value ({@code NaN}) is no evidence either way: at a cut of that feature the path length is the mean over both
 * sides, weighted by the share of the sub-sample on each. Who wants absence to count adds a feature that says so.
 *
 * <p>Immutable and thread-safe. Equal seeds, rows and options give equal forests and scores, bit for bit, on any number of
 * threads.
 *
 * @see <a href="https://doi.org/10.1109/ICDM.2008.17">Liu, Ting and Zhou, Isolation Forest, ICDM 2008</a>
 */
public final class IsolationForest implements AnomalyScorer {
    /** Rows scored by one thread in one go: long enough to forget what starting it costs. */
    private static final int ROWS_PER_TASK = 8_192;

    private final int features;
    private final int threads;
    private final double normalPathLength;
    private final List<IsolationTree> trees;

    IsolationForest(int features, int threads, int subsample, List<IsolationTree> trees) {
        this.features = features;
        this.threads = threads;
        this.normalPathLength = PathLength.expected(subsample);
        this.trees = List.copyOf(trees);
    }

    /** Grows a forest on {@code rows}, each tree on its own sub-sample. */
    public static IsolationForest fit(ForestOptions options, Matrix rows) {
        int subsample = Math.min(options.subsample(), rows.rows());
        IsolationTree[] trees = new IsolationTree[options.trees()];
        Parallel.forEach(options.threads(), trees.length, tree -> {
            SplitMix random = SplitMix.ofStream(options.seed(), tree);
            trees[tree] = TreeGrower.grow(rows, drawSample(rows.rows(), subsample, random), random);
        });
        return new IsolationForest(rows.columns(), options.threads(), subsample, List.of(trees));
    }

    /**
     * Grows a forest on {@code rows}.
     *
     * @param rows shape {@code [rows][features]}
     * @throws IllegalArgumentException if {@link Matrix#of} refuses them
     */
    public static IsolationForest fit(ForestOptions options, double[][] rows) {
        return fit(options, Matrix.of(rows));
    }

    /** Draws without replacement, in ascending order, by Floyd's algorithm: one number per row drawn. */
    private static int[] drawSample(int rows, int size, SplitMix random) {
        if (size == rows) {
            return IntStream.range(0, rows).toArray();
        }
        BitSet drawn = new BitSet(rows);
        for (int last = rows - size; last < rows; last++) {
            int candidate = random.nextInt(last + 1);
            drawn.set(drawn.get(candidate) ? last : candidate);
        }
        return drawn.stream().toArray();
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public double[] score(Matrix rows) {
        requireWidth(rows.columns());
        double[] scores = new double[rows.rows()];
        Parallel.forEach(threads, Math.ceilDiv(scores.length, ROWS_PER_TASK), task -> {
            int from = task * ROWS_PER_TASK;
            score(rows, from, Math.min(from + ROWS_PER_TASK, scores.length), scores);
        });
        return scores;
    }

    /** Scores rows {@code [from, to)} in blocks: a block stays in cache while every tree passes over it. */
    private void score(Matrix rows, int from, int to, double[] scores) {
        int capacity = RowBlock.capacity(features);
        RowBlock block = RowBlock.of(features);
        double[] sums = new double[capacity];
        for (int first = from; first < to; first += capacity) {
            block.load(rows, first, Math.min(first + capacity, to));
            Arrays.fill(sums, 0);
            for (IsolationTree tree : trees) {
                tree.addPathLengths(block, sums);
            }
            for (int row = 0; row < block.rows(); row++) {
                double sum = block.isIncomplete(row) ? sumOfPathLengths(rows.floats(first + row)) : sums[row];
                scores[first + row] = scoreOf(sum);
            }
        }
    }

    @Override
    public double score(double[] row) {
        return scoreOf(sumOfPathLengths(floats(row)));
    }

    /**
     * Each feature's share in why the row is isolated early. A cut on the row's way gets the credit for the path it saves:
     * the length expected before the cut, over the sub-sample at that node, less the length expected after it. Credits are
     * summed by feature over all trees, those that lengthen the way are dropped, and the rest is scaled to 1. If no feature
     * shortens the way, the row is as ordinary as can be and all have equal shares. A missing value has none.
     *
     * @return one share per feature, each in {@code [0, 1]}, with sum 1
     * @throws IllegalArgumentException if the row has another width than {@link #features()} or an infinite value
     * @see <a href="https://github.com/andosa/treeinterpreter">Saabas, treeinterpreter: the same decomposition for
     *     regression trees</a>
     * @see <a href="https://arxiv.org/abs/2007.11117">Carletti et al., Interpretable Anomaly Detection with DIFFI: depth as
     *     credit in isolation forests</a>
     */
    public double[] attribution(double[] row) {
        float[] values = floats(row);
        double[] shares = new double[features];
        for (IsolationTree tree : trees) {
            tree.addCredits(values, shares);
        }
        double total = 0;
        for (int feature = 0; feature < features; feature++) {
            shares[feature] = Math.max(shares[feature], 0);
            total += shares[feature];
        }
        for (int feature = 0; feature < features; feature++) {
            shares[feature] = total > 0 ? shares[feature] / total : 1.0 / features;
        }
        return shares;
    }

    private float[] floats(double[] row) {
        requireWidth(row.length);
        return Matrix.of(new double[][] {row}).floats(0);
    }

    private double sumOfPathLengths(float[] row) {
        double sum = 0;
        for (IsolationTree tree : trees) {
            sum += tree.pathLength(row);
        }
        return sum;
    }

    private double scoreOf(double sumOfPathLengths) {
        if (normalPathLength == 0) {
            return 0.5;
        }
        return StrictMath.pow(2, -sumOfPathLengths / (trees.size() * normalPathLength));
    }

    private void requireWidth(int width) {
        if (width != features) {
            throw new IllegalArgumentException(
                    "a row of %d features cannot be scored by a forest fitted on %d".formatted(width, features));
        }
    }
}
