package dev.plumbline.detectors.window;

import java.util.HashSet;
import java.util.Set;

/** How much of what a principal did in an hour it had never done before. */
final class HourNews {
    private static final int FIRST = HourFeature.NEW_STORES.ordinal();

    /** Indexed as the features from {@link HourFeature#NEW_STORES} on are. */
    static final int SIZE = HourFeature.NEW_AGENT.ordinal() - FIRST + 1;

    private final double[] numbers = new double[SIZE];

    HourNews(PrincipalHour window, Profile own) {
        Set<Integer> stores = new HashSet<>();
        Set<Integer> actions = new HashSet<>();
        Set<Integer> networks = new HashSet<>();
        Set<Integer> agents = new HashSet<>();
        double reads = 0;
        for (Cell cell : window.cellsHeld()) {
            if (cell.store != Cell.NO_STORE && own.stores.get(cell.store) == 0) {
                stores.add(cell.store);
                reads += cell.isRead() ? cell.count : 0;
            }
            addIfNew(actions, cell.action, own.actions);
            addIfNew(networks, cell.network, own.networks);
            addIfNew(agents, cell.agent, own.agents);
        }
        set(HourFeature.NEW_STORES, stores.size());
        set(HourFeature.NEW_STORE_READS, reads);
        set(HourFeature.NEW_ACTIONS, actions.size());
        set(HourFeature.NEW_NETWORK, networks.size());
        set(HourFeature.NEW_AGENT, agents.size());
    }

    private static void addIfNew(Set<Integer> found, int thing, IntCounts past) {
        if (past.get(thing) == 0) {
            found.add(thing);
        }
    }

    private void set(HourFeature feature, double number) {
        numbers[feature.ordinal() - FIRST] = number;
    }

    double get(int place) {
        return numbers[place];
    }

    static int feature(int place) {
        return FIRST + place;
    }
}
