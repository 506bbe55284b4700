package dev.plumbline.detectors.evaluation;

import java.util.Arrays;

/**
 * How well scores put the anomalies first. Both figures treat equal scores as one threshold, so the order in which ties
 * happen to stand changes nothing.
 *
 * @param rocAuc chance that a random anomaly scores above a random ordinary row, ties counted half; 0.5 is guessing
 * @param averagePrecision precision at each threshold, weighted by the recall gained there: scikit-learn's
 *     {@code average_precision_score}; the share of anomalies is guessing
 */
public record RankingQuality(double rocAuc, double averagePrecision) {
    /**
     * Measures {@code scores}, higher is odder, against the truth about the same rows.
     *
     * @throws IllegalArgumentException if the lengths differ, a score is not a number, or there is no anomaly or nothing else
     */
    public static RankingQuality of(double[] scores, boolean[] anomalous) {
        double[] anomalies = ascending(scores, anomalous, true);
        double[] ordinary = ascending(scores, anomalous, false);
        if (anomalies.length == 0 || ordinary.length == 0) {
            throw new IllegalArgumentException(
                    "%d anomalies among %d rows: ranking can only be measured with some of both kinds"
                            .formatted(anomalies.length, scores.length));
        }
        int hits = 0;
        int falseAlarms = 0;
        double pairsWon = 0;
        double weightedPrecision = 0;
        while (hits < anomalies.length || falseAlarms < ordinary.length) {
            double threshold = Math.max(fromTop(anomalies, hits), fromTop(ordinary, falseAlarms));
            int newHits = countFromTop(anomalies, hits, threshold);
            int newFalseAlarms = countFromTop(ordinary, falseAlarms, threshold);
            pairsWon += newFalseAlarms * (hits + newHits / 2.0);
            hits += newHits;
            falseAlarms += newFalseAlarms;
            weightedPrecision += newHits * ((double) hits / ((double) hits + falseAlarms));
        }
        return new RankingQuality(
                pairsWon / ((double) anomalies.length * ordinary.length), weightedPrecision / anomalies.length);
    }

    private static double[] ascending(double[] scores, boolean[] anomalous, boolean wanted) {
        if (scores.length != anomalous.length) {
            throw new IllegalArgumentException(
                    "%d scores for %d labels: there must be one each".formatted(scores.length, anomalous.length));
        }
        double[] chosen = new double[scores.length];
        int count = 0;
        for (int row = 0; row < scores.length; row++) {
            if (Double.isNaN(scores[row])) {
                throw new IllegalArgumentException("the score of row %d is not a number".formatted(row));
            }
            if (anomalous[row] == wanted) {
                chosen[count++] = scores[row] + 0.0; // one zero: sorting tells -0.0 from 0.0
            }
        }
        chosen = Arrays.copyOf(chosen, count);
        Arrays.sort(chosen);
        return chosen;
    }

    private static double fromTop(double[] ascending, int place) {
        return place < ascending.length ? ascending[ascending.length - 1 - place] : Double.NEGATIVE_INFINITY;
    }

    private static int countFromTop(double[] ascending, int from, double value) {
        int place = from;
        while (place < ascending.length && fromTop(ascending, place) == value) {
            place++;
        }
        return place - from;
    }
}
