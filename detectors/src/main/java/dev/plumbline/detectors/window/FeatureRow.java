package dev.plumbline.detectors.window;

import java.util.List;

/**
 * A window and its features.
 *
 * @param hours what the window is made of: one hour, or those of a day that touched {@code store}
 * @param store of a day at a store; empty for an hour
 * @param trust in the past it was judged by, from 0 (none) to 1
 * @param human which of the two models judges it
 * @param values by the ordinal of the feature; 0 is as expected, more is odder
 * @param observed the bare numbers behind the values
 * @param usual what the past says they would be
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; boxed lists would be most of the memory
public record FeatureRow(
        List<PrincipalHour> hours,
        String store,
        double trust,
        boolean human,
        double[] values,
        double[] observed,
        double[] usual) {
    /** Reached after some two days of a principal's past: before that too much is new for the first time. */
    private static final double LEAST_TRUST = 0.25;

    /** In nats: within a hundredth of the usual is as usual as can be. */
    private static final double LEAST_TELLING = 0.01;

    public FeatureRow {
        hours = List.copyOf(hours);
    }

    /** Whether there is past enough to judge it by. */
    public boolean canBeJudged() {
        return trust >= LEAST_TRUST;
    }

    static FeatureRow empty(List<PrincipalHour> hours, String store, double trust, boolean human, int features) {
        return new FeatureRow(
                hours, store, trust, human, new double[features], new double[features], new double[features]);
    }

    void set(int place, double value, double observedNumber, double usualNumber) {
        // A forest isolates what is rare, however small: a rounding error above nought would be as odd as an attack.
        values[place] = Double.isFinite(value) && value >= LEAST_TELLING ? value : 0;
        observed[place] = observedNumber;
        usual[place] = usualNumber;
    }
}
