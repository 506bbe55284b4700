package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.alert.WindowModel.JudgedWindow;
import dev.plumbline.detectors.window.Feature;
import dev.plumbline.detectors.window.FeatureRow;
import dev.plumbline.detectors.window.HourFeature;
import dev.plumbline.detectors.window.StoreDayFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Says why a window is odd: the features that the forest isolates it by, with what was usual before. */
final class Explanation {
    private static final int MOST_REASONS = 4;
    private static final double SMALLEST_SHARE = 0.04;
    private static final int FEWEST_PAST = 8;

    private Explanation() {}

    /** Largest share first; at least one. */
    static List<Anomaly.Reason> reasons(JudgedWindow window) {
        FeatureRow row = window.row();
        Feature[] features = row.store().isEmpty() ? HourFeature.values() : StoreDayFeature.values();
        double[] shares = window.model().attribution(window.place());
        List<Integer> order = IntStream.range(0, features.length)
                .boxed()
                .filter(i -> row.values()[i] > 0)
                .sorted(Comparator.comparingDouble((Integer i) -> shares[i]).reversed())
                .toList();
        List<Anomaly.Reason> reasons = new ArrayList<>();
        for (int i : order) {
            if (reasons.size() < MOST_REASONS && (reasons.isEmpty() || shares[i] >= SMALLEST_SHARE)) {
                reasons.add(reason(window, features[i], i, shares[i]));
            }
        }
        if (reasons.isEmpty()) {
            reasons.add(new Anomaly.Reason(
                    "combination", "", "", 1, "no single number stands out: it is their combination that is rare"));
        }
        return reasons;
    }

    private static Anomaly.Reason reason(JudgedWindow window, Feature feature, int place, double share) {
        FeatureRow row = window.row();
        String observed = Feature.format(row.observed()[place]);
        String usual = usual(window, place);
        return new Anomaly.Reason(
                feature.key(),
                observed,
                usual,
                Math.clamp(share, 0, 1),
                feature.words().formatted(observed, usual));
    }

    /** From the principal's own earlier windows where there are enough, else from all earlier ones of the model. */
    private static String usual(JudgedWindow window, int place) {
        String token = Episode.firstHour(window.row()).principal().token();
        double[] own = past(window, place, token);
        double[] past = own.length >= FEWEST_PAST ? own : past(window, place, "");
        if (past.length == 0) {
            return Feature.format(window.row().usual()[place]);
        }
        Arrays.sort(past);
        String low = Feature.format(past[(int) (0.05 * (past.length - 1))]);
        String high = Feature.format(past[(int) (0.95 * (past.length - 1))]);
        return low.equals(high) ? low : low + " to " + high;
    }

    private static double[] past(JudgedWindow window, int place, String token) {
        List<FeatureRow> rows = window.model().rows();
        return IntStream.range(0, window.place())
                .mapToObj(rows::get)
                .filter(row -> token.isEmpty()
                        || Episode.firstHour(row).principal().token().equals(token))
                .filter(row -> row.store().equals(window.row().store()) || token.isEmpty())
                .mapToDouble(row -> row.observed()[place])
                .toArray();
    }
}
