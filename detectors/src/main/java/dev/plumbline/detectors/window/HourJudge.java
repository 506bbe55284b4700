package dev.plumbline.detectors.window;

import dev.plumbline.detectors.event.AccessEvent.Access;
import dev.plumbline.detectors.event.AccessEvent.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Turns a principal's hour into features, given what was known before. */
final class HourJudge {
    /** Hours of a past after which it counts for half. */
    private static final double HALF_TRUSTED = 6;

    private static final double PEER_HOURS = 3;

    private final AccessLedger ledger;

    HourJudge(AccessLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * The past.
     *
     * @param own of the principal
     * @param peers of principals of its kind at its provider
     * @param all of everybody at its provider
     */
    record Known(Profile own, Profile peers, Profile all) {
        /** A principal without a past is measured by others', with less trust; without any nothing is odd. */
        double trust() {
            double itself = own.hours / (own.hours + HALF_TRUSTED);
            double others = all.hours / (all.hours + 10 * HALF_TRUSTED);
            return Math.max(itself, 0.5 * others);
        }
    }

    FeatureRow judge(PrincipalHour window, boolean human, HourVolumes now, Known known) {
        FeatureRow row = FeatureRow.empty(List.of(window), "", human, HourFeature.values().length);
        volumes(row, now, known.own, known.peers, known.trust());
        novelty(row, window, known.own, known.trust());
        rarity(row, window, known);
        return row;
    }

    private static void volumes(FeatureRow row, HourVolumes now, Profile own, Profile peers, double trust) {
        for (int i = 0; i < HourVolumes.SIZE; i++) {
            double usual = own.volumes[i].meanLog(peers.volumes[i], PEER_HOURS);
            double above = Math.log1p(now.get(i)) - usual;
            double beyondAll = Math.log1p(now.get(i)) - Math.log1p(own.volumes[i].largest());
            // Half for being above the mean, half for being above all that ever was: busy hours come again.
            double value = 0.5 * Math.max(above, 0) + 0.5 * Math.max(own.hours == 0 ? above : beyondAll, 0);
            row.set(i, trust * value, now.get(i), Math.expm1(usual));
        }
    }

    private void novelty(FeatureRow row, PrincipalHour window, Profile own, double trust) {
        Set<Integer> stores = new HashSet<>();
        Set<Integer> actions = new HashSet<>();
        Set<Integer> networks = new HashSet<>();
        Set<Integer> agents = new HashSet<>();
        double reads = 0;
        for (Cell cell : window.cellsHeld()) {
            if (cell.store != Cell.NO_STORE && own.stores.get(cell.store) == 0) {
                stores.add(cell.store);
                reads += cell.access == Access.READ && cell.outcome != Outcome.DENIED ? cell.count : 0;
            }
            addIfNew(actions, cell.action, own.actions);
            addIfNew(networks, cell.network, own.networks);
            addIfNew(agents, cell.agent, own.agents);
        }
        // For a principal without a past everything is new, which says nothing.
        double known = own.hours == 0 ? 0 : trust;
        set(row, HourFeature.NEW_STORES, known, stores.size());
        set(row, HourFeature.NEW_STORE_READS, known, reads);
        set(row, HourFeature.NEW_ACTIONS, known, actions.size());
        set(row, HourFeature.NEW_NETWORK, known, networks.size());
        set(row, HourFeature.NEW_AGENT, known, agents.size());
    }

    private static void addIfNew(Set<Integer> found, int thing, IntCounts past) {
        if (past.get(thing) == 0) {
            found.add(thing);
        }
    }

    private static void set(FeatureRow row, HourFeature feature, double trust, double number) {
        row.set(feature.ordinal(), trust * Math.log1p(number), number, 0);
    }

    private void rarity(FeatureRow row, PrincipalHour window, Known known) {
        double trust = known.trust();
        double actionSum = 0;
        double storeSum = 0;
        double weights = 0;
        double storeWeights = 0;
        for (Cell cell : window.cellsHeld()) {
            double weight = 1 + Math.log(cell.count);
            double action = surprise(cell.action, known, profile -> profile.actions, ledger.vocabularyOfActions());
            double store = cell.store == Cell.NO_STORE
                    ? 0
                    : surprise(cell.store, known, profile -> profile.stores, ledger.vocabularyOfStores());
            double network = surprise(cell.network, known, profile -> profile.networks, ledger.vocabularyOfNetworks());
            double agent = surprise(cell.agent, known, profile -> profile.agents, ledger.vocabularyOfAgents());
            cell.surprise = trust * (action + store + network + agent);
            actionSum += weight * action;
            weights += weight;
            storeSum += weight * store;
            storeWeights += cell.store == Cell.NO_STORE ? 0 : weight;
        }
        setMean(row, HourFeature.ACTION_RARITY, trust, actionSum, weights);
        setMean(row, HourFeature.STORE_RARITY, trust, storeSum, storeWeights);
        double hour = surprise(Profile.slotOf(window.hour), known, profile -> profile.slots, Profile.SLOTS);
        setMean(row, HourFeature.HOUR_RARITY, trust, hour, 1);
    }

    private static double surprise(int thing, Known known, Function<Profile, IntCounts> of, int vocabulary) {
        return Surprise.of(thing, of.apply(known.own), of.apply(known.peers), of.apply(known.all), vocabulary);
    }

    private static void setMean(FeatureRow row, HourFeature feature, double trust, double sum, double weights) {
        double mean = weights == 0 ? 0 : sum / weights;
        row.set(feature.ordinal(), trust * mean, mean, 0);
    }
}
