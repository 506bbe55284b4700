package dev.plumbline.detectors.window;

import dev.plumbline.detectors.event.AccessEvent.Access;
import dev.plumbline.detectors.event.AccessEvent.Outcome;
import java.util.HashSet;
import java.util.Set;

/** How much of what a principal did in an hour. */
final class HourVolumes {
    /** Indexed as the first features are. */
    static final int SIZE = HourFeature.ACTIONS.ordinal() + 1;

    private final double[] numbers = new double[SIZE];

    HourVolumes(PrincipalHour window) {
        Set<Integer> stores = new HashSet<>();
        Set<Integer> actions = new HashSet<>();
        for (Cell cell : window.cellsHeld()) {
            add(HourFeature.EVENTS, cell.count);
            add(HourFeature.BYTES, cell.bytesOut);
            if (cell.outcome == Outcome.DENIED) {
                add(HourFeature.REFUSALS, cell.count);
            } else if (cell.access == Access.READ) {
                add(HourFeature.READS, cell.count);
            }
            if (cell.access == Access.LIST) {
                add(HourFeature.LISTINGS, cell.count);
            }
            if (cell.access == Access.WRITE || cell.access == Access.ADMIN) {
                add(HourFeature.CHANGES, cell.count);
            }
            if (cell.access == Access.ADMIN) {
                add(HourFeature.ADMINISTRATION, cell.count);
            }
            actions.add(cell.action);
            if (cell.store != Cell.NO_STORE) {
                stores.add(cell.store);
            }
        }
        numbers[HourFeature.STORES.ordinal()] = stores.size();
        numbers[HourFeature.ACTIONS.ordinal()] = actions.size();
    }

    private void add(HourFeature feature, double amount) {
        numbers[feature.ordinal()] += amount;
    }

    double get(int feature) {
        return numbers[feature];
    }
}
