package dev.plumbline.detectors.window;

import java.util.List;
import java.util.function.Function;

/** Turns a principal's hour into features, given what was known before. */
final class HourJudge {
    /** Active hours, and days, of a past after which it counts for half. */
    private static final double HALF_TRUSTED_HOURS = 6;

    private static final double HALF_TRUSTED_DAYS = 3;

    /** Hours of their own that peers count for, while a principal has few. */
    private static final double PEER_HOURS = 3;

    private HourJudge() {}

    /**
     * The past.
     *
     * @param own of the principal
     * @param peers of principals of its kind at its provider
     * @param all of everybody at its provider
     */
    record Known(Profile own, Profile peers, Profile all) {
        /**
         * A principal without a past is measured by others', with less trust; without any nothing is odd. Days count
         * beside hours: on the first day even the nightly job is new.
         */
        double trust(long hour) {
            return Math.max(trust(own, hour, 1), 0.5 * trust(all, hour, 10));
        }

        private static double trust(Profile past, long hour, double times) {
            double days = past.age(hour);
            return past.hours / (past.hours + times * HALF_TRUSTED_HOURS) * days / (days + HALF_TRUSTED_DAYS);
        }
    }

    static FeatureRow judge(PrincipalHour window, boolean human, HourVolumes now, HourNews news, Known known) {
        double trust = known.trust(window.hour);
        FeatureRow row = FeatureRow.empty(List.of(window), "", trust, human, HourFeature.values().length);
        volumes(row, now, known.own, known.peers, trust);
        news(row, news, known.own, known.peers, trust);
        rarity(row, window, known, trust);
        return row;
    }

    private static void volumes(FeatureRow row, HourVolumes now, Profile own, Profile peers, double trust) {
        for (int i = 0; i < HourVolumes.SIZE; i++) {
            double usual = own.volumes[i].meanLog(peers.volumes[i], PEER_HOURS);
            double above = Math.log1p(now.get(i)) - usual - own.volumes[i].spread();
            double beyondAll = Math.log1p(now.get(i)) - Math.log1p(own.volumes[i].largest());
            // Half for being above the mean, half for being above all that ever was: busy hours come again.
            double value = 0.5 * Math.max(above, 0) + 0.5 * Math.max(own.hours == 0 ? above : beyondAll, 0);
            row.set(i, trust * value, now.get(i), Math.expm1(usual));
        }
    }

    /** A build machine is at a new address every time, a nightly job never: each is held to its own measure. */
    private static void news(FeatureRow row, HourNews news, Profile own, Profile peers, double trust) {
        for (int i = 0; i < HourNews.SIZE; i++) {
            double usual = own.news[i].meanLog(peers.news[i], PEER_HOURS);
            double above = Math.log1p(news.get(i)) - usual - own.news[i].spread();
            // For a principal without a past everything is new, which says nothing.
            row.set(HourNews.feature(i), own.hours == 0 ? 0 : trust * above, news.get(i), Math.expm1(usual));
        }
    }

    private static void rarity(FeatureRow row, PrincipalHour window, Known known, double trust) {
        double actionSum = 0;
        double storeSum = 0;
        double weights = 0;
        double storeWeights = 0;
        for (Cell cell : window.cellsHeld()) {
            double weight = 1 + Math.log(cell.count);
            double action = surprise(cell.action, known, profile -> profile.actions);
            double store = cell.store == Cell.NO_STORE ? 0 : surprise(cell.store, known, profile -> profile.stores);
            double network = surprise(cell.network, known, profile -> profile.networks);
            double agent = surprise(cell.agent, known, profile -> profile.agents);
            cell.surprise = trust * (action + store + network + agent);
            actionSum += weight * action;
            weights += weight;
            storeSum += weight * store;
            storeWeights += cell.store == Cell.NO_STORE ? 0 : weight;
        }
        setMean(row, HourFeature.ACTION_RARITY, trust, actionSum, weights, known.own.actionSurprise);
        setMean(row, HourFeature.STORE_RARITY, trust, storeSum, storeWeights, known.own.storeSurprise);
        double hour = Surprise.of(
                Profile.slotOf(window.hour), known.own.slots, known.peers.slots, known.all.slots, Profile.SLOTS);
        setMean(row, HourFeature.HOUR_RARITY, trust, hour, 1, known.own.hourSurprise);
    }

    private static double surprise(int thing, Known known, Function<Profile, IntCounts> of) {
        IntCounts all = of.apply(known.all);
        return Surprise.of(thing, of.apply(known.own), of.apply(known.peers), all, all.distinct());
    }

    /** Who does many different things is surprising all the time, and no less usual for it. */
    private static void setMean(
            FeatureRow row, HourFeature feature, double trust, double sum, double weights, Volume past) {
        double mean = weights == 0 ? 0 : sum / weights;
        double usual = past.meanLog();
        row.set(feature.ordinal(), trust * (mean - usual - past.spread()), mean, usual);
        if (weights > 0) {
            past.addLog(mean);
        }
    }
}
