package dev.plumbline.detectors.window;

import dev.plumbline.detectors.event.Provider;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks through a ledger in order of time and judges every hour, and every day at a store, by what went before it alone:
 * counts of the whole log would let an attack call itself usual.
 */
public final class Timeline {
    private final AccessLedger ledger;
    private final Map<Integer, Profile> own = new HashMap<>();
    private final Map<Peers, Profile> peers = new HashMap<>();
    private final Map<Provider, Profile> tenants = new EnumMap<>(Provider.class);
    private final List<FeatureRow> hours = new ArrayList<>();
    private final List<FeatureRow> storeDays = new ArrayList<>();

    private record Peers(Provider provider, boolean human) {}

    private Timeline(AccessLedger ledger) {
        this.ledger = ledger;
    }

    /** Judges everything in {@code ledger}, and sets the surprise of its cells. */
    public static Timeline of(AccessLedger ledger) {
        var timeline = new Timeline(ledger);
        timeline.walk();
        return timeline;
    }

    /** One row per principal and hour, earliest first. */
    public List<FeatureRow> hours() {
        return List.copyOf(hours);
    }

    /** One row per principal, store and day on which something was read from it, earliest first. */
    public List<FeatureRow> storeDays() {
        return List.copyOf(storeDays);
    }

    private void walk() {
        var days = new StoreDayJudge(ledger);
        List<PrincipalHour> sameHour = new ArrayList<>();
        List<PrincipalHour> sameDay = new ArrayList<>();
        for (PrincipalHour window : ledger.windows()) {
            if (!sameHour.isEmpty() && sameHour.getFirst().hour != window.hour) {
                learn(sameHour);
            }
            if (!sameDay.isEmpty() && sameDay.getFirst().day() != window.day()) {
                storeDays.addAll(days.judgeAndLearn(sameDay));
                sameDay.clear();
            }
            var known = new HourJudge.Known(profile(window), peers(window), tenant(window));
            hours.add(HourJudge.judge(
                    window, ledger.isHuman(window), new HourVolumes(window), new HourNews(window, known.own()), known));
            sameHour.add(window);
            sameDay.add(window);
        }
        if (!sameDay.isEmpty()) {
            storeDays.addAll(days.judgeAndLearn(sameDay));
        }
    }

    /** Only once all of an hour are judged: what others do in the same hour is not the past. */
    private void learn(List<PrincipalHour> windows) {
        for (PrincipalHour window : windows) {
            var now = new HourVolumes(window);
            var news = new HourNews(window, profile(window));
            peers(window).learn(window, now, news);
            tenant(window).learn(window, now, news);
            profile(window).learn(window, now, news);
        }
        windows.clear();
    }

    private Profile profile(PrincipalHour window) {
        return own.computeIfAbsent(window.principal, unused -> new Profile());
    }

    private Profile tenant(PrincipalHour window) {
        return tenants.computeIfAbsent(window.provider(), unused -> new Profile());
    }

    private Profile peers(PrincipalHour window) {
        return peers.computeIfAbsent(new Peers(window.provider(), ledger.isHuman(window)), unused -> new Profile());
    }
}
