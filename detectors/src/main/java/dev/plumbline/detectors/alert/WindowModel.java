package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.calibration.ConformalCalibration;
import dev.plumbline.detectors.forest.AnomalyScorer;
import dev.plumbline.detectors.forest.ForestOptions;
import dev.plumbline.detectors.forest.IsolationForest;
import dev.plumbline.detectors.forest.Matrix;
import dev.plumbline.detectors.window.FeatureRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Judges windows of one sort: several forests, each grown without a part of the principals, score just the windows of
 * those, so that no principal is judged by a forest that has seen it. A p-value is the share of all windows so scored
 * that are at least as odd, not counting the principal's own of the days around: an attack that lasts for days must not
 * hide behind itself.
 *
 * @see <a href="https://doi.org/10.1007/s10472-013-9368-4">Vovk, Cross-conformal predictors, 2015</a>
 */
final class WindowModel {
    private static final int PARTS = 5;
    private static final int SUBSAMPLE = 512;
    /** Below this many windows a share of them means nothing. */
    static final int FEWEST = 40;

    private static final long AROUND_HOUR_SECONDS = 86_400;
    private static final long AROUND_DAY_SECONDS = 14 * 86_400;

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

    /** @param rows at least {@link #FEWEST}, earliest first */
    static WindowModel fit(DetectorOptions options, List<FeatureRow> rows) {
        int[] parts = parts(options.seed(), rows);
        double[] scores = new double[rows.size()];
        List<IsolationForest> explainers = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            explainers.add(fitPart(options, rows, parts, part, scores));
        }
        double[] pValues = new double[rows.size()];
        setPValues(rows, scores, pValues);
        return new WindowModel(rows, scores, pValues, explainers, parts);
    }

    /** Principals are dealt out in turn, so that no part is empty; fewer of them than parts are parted by window. */
    private static int[] parts(long seed, List<FeatureRow> rows) {
        Map<String, Integer> dealt = new HashMap<>();
        for (FeatureRow row : rows) {
            dealt.putIfAbsent(token(row), dealt.size());
        }
        List<Integer> deck =
                new ArrayList<>(IntStream.range(0, dealt.size()).boxed().toList());
        Collections.shuffle(deck, new Random(seed));
        int[] parts = new int[rows.size()];
        boolean few = dealt.size() < 2 * PARTS;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (few ? i : deck.get(dealt.getOrDefault(token(rows.get(i)), 0))) % PARTS;
        }
        return parts;
    }

    private static String token(FeatureRow row) {
        return row.hours().getFirst().principal().token();
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

    /** Windows are compared with all others but the principal's own of the days around. */
    private static void setPValues(List<FeatureRow> rows, double[] scores, double[] pValues) {
        var calibration = ConformalCalibration.of(scores);
        for (List<Integer> own : byPrincipalInTime(rows)) {
            int from = 0;
            int to = 0;
            for (int i : own) {
                long start = startSeconds(rows.get(i));
                long around = rows.get(i).store().isEmpty() ? AROUND_HOUR_SECONDS : AROUND_DAY_SECONDS;
                while (startSeconds(rows.get(own.get(from))) < start - around) {
                    from++;
                }
                while (to < own.size() && startSeconds(rows.get(own.get(to))) <= start + around) {
                    to++;
                }
                double[] neighbours = own.subList(from, to).stream()
                        .mapToDouble(other -> scores[other])
                        .toArray();
                pValues[i] = calibration.pValueWithout(scores[i], neighbours);
            }
        }
    }

    private static Collection<List<Integer>> byPrincipalInTime(List<FeatureRow> rows) {
        return IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> startSeconds(rows.get(i))))
                .collect(Collectors.groupingBy(i -> token(rows.get(i))))
                .values();
    }

    private static long startSeconds(FeatureRow row) {
        return row.hours().getFirst().first().getEpochSecond();
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
