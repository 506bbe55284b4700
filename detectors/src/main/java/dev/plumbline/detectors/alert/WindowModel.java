package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.forest.AnomalyScorer;
import dev.plumbline.detectors.forest.ForestOptions;
import dev.plumbline.detectors.forest.IsolationForest;
import dev.plumbline.detectors.forest.Matrix;
import dev.plumbline.detectors.window.FeatureRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Judges windows of one sort: several forests, each grown without a part of the windows, score just that part, so that
 * no window is judged by a forest that has seen it. A p-value is the share of all windows so scored that are at least as
 * odd.
 *
 * @see <a href="https://doi.org/10.1007/s10472-013-9368-4">Vovk, Cross-conformal predictors, 2015</a>
 */
final class WindowModel {
    private static final int PARTS = 5;
    private static final int SUBSAMPLE = 512;
    /** Below this many windows a share of them means nothing. */
    private static final int FEWEST = 40;

    private final List<FeatureRow> rows;
    private final double[] scores;
    private final double[] pValues;
    private final List<IsolationForest> explainers;
    private final int[] parts;

    private WindowModel(
            List<FeatureRow> rows, double[] scores, double[] pValues, List<IsolationForest> explainers, int[] parts) {
        this.rows = rows;
        this.scores = scores;
        this.pValues = pValues;
        this.explainers = explainers;
        this.parts = parts;
    }

    static WindowModel fit(DetectorOptions options, List<FeatureRow> rows) {
        int[] parts = new int[rows.size()];
        var random = new SplittableRandom(options.seed());
        Arrays.setAll(parts, unused -> random.nextInt(PARTS));
        double[] scores = new double[rows.size()];
        List<IsolationForest> explainers = new ArrayList<>();
        if (rows.size() >= FEWEST) {
            for (int part = 0; part < PARTS; part++) {
                explainers.add(fitPart(options, rows, parts, part, scores));
            }
        }
        return new WindowModel(rows, scores, pValues(scores, rows.size() >= FEWEST), explainers, parts);
    }

    private static IsolationForest fitPart(
            DetectorOptions options, List<FeatureRow> rows, int[] parts, int part, double[] scores) {
        double[][] others = values(rows, parts, part, false);
        var forestOptions = ForestOptions.standard(options.seed() * 31 + part)
                .withTrees(options.trees())
                .withSubsample(SUBSAMPLE)
                .withThreads(options.threads());
        Matrix matrix = Matrix.of(others);
        AnomalyScorer judge = options.engine().fit(forestOptions, matrix);
        double[][] held = values(rows, parts, part, true);
        if (held.length > 0) {
            double[] heldScores = judge.score(Matrix.of(held));
            int next = 0;
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] == part) {
                    scores[i] = heldScores[next++];
                }
            }
        }
        return judge instanceof IsolationForest forest ? forest : IsolationForest.fit(forestOptions, matrix);
    }

    private static double[][] values(List<FeatureRow> rows, int[] parts, int part, boolean inside) {
        List<double[]> values = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] == part == inside) {
                values.add(rows.get(i).values());
            }
        }
        return values.toArray(double[][]::new);
    }

    private static double[] pValues(double[] scores, boolean known) {
        double[] pValues = new double[scores.length];
        if (!known) {
            Arrays.fill(pValues, 1);
            return pValues;
        }
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < scores.length; i++) {
            int below = lowerBound(sorted, scores[i]);
            pValues[i] = (1.0 + sorted.length - below) / (sorted.length + 1.0);
        }
        return pValues;
    }

    private static int lowerBound(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Every window with its verdict, in the order given. */
    List<JudgedWindow> judged() {
        List<JudgedWindow> judged = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            judged.add(new JudgedWindow(this, i, rows.get(i), scores[i], pValues[i]));
        }
        return judged;
    }

    List<FeatureRow> rows() {
        return rows;
    }

    /** Each feature's share in the score of a window, by the forest that judged it. */
    double[] attribution(int window) {
        return explainers.get(parts[window]).attribution(rows.get(window).values());
    }

    /** A window and what the model says of it. */
    record JudgedWindow(WindowModel model, int place, FeatureRow row, double score, double pValue) {}
}
