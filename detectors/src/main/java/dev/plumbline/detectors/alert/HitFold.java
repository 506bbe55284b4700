package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.event.AccessEvent;
import dev.plumbline.detectors.log.LoggedEvent;
import dev.plumbline.detectors.log.Marks;
import dev.plumbline.detectors.window.AccessLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Folds matches into one hit per rule, principal and hour: a person reads one line, not four hundred. Whether a network
 * was new is asked at the end, when all events are known.
 */
final class HitFold {
    private static final int MOST_RESOURCES = 50;
    private static final int MOST_IDS = 10;

    private final EventRules rules;
    private final Map<PendingKey, Pending> pending = new LinkedHashMap<>();

    HitFold(EventRules rules) {
        this.rules = rules;
    }

    private record PendingKey(Marks marks, String principal, Instant hour, String network) {}

    private record HitKey(String rule, String principal, Instant hour) {}

    /** Marked events that stand or fall together. */
    static final class Pending {
        private final Gathered gathered;
        private double evidence;

        private Pending(AccessEvent first) {
            this.gathered = new Gathered(first);
        }

        /** Of the worst rule that hit, in nats; 0 if in the end none did. */
        double evidence() {
            return evidence;
        }
    }

    private static final class Gathered {
        private final AccessEvent first;
        private final Set<String> resources = new TreeSet<>();
        private final List<AccessEvent> samples = new ArrayList<>();
        private int count;
        private Instant start;
        private Instant end;

        Gathered(AccessEvent first) {
            this.first = first;
            this.start = first.time();
            this.end = first.time();
        }

        void add(AccessEvent event) {
            count++;
            span(event.time(), event.time());
            addResources(event.resources());
            if (samples.size() < MOST_IDS) {
                samples.add(event);
            }
        }

        void add(Gathered other) {
            count += other.count;
            span(other.start, other.end);
            addResources(other.resources);
            for (AccessEvent event : other.samples) {
                if (samples.size() < MOST_IDS) {
                    samples.add(event);
                }
            }
        }

        private void span(Instant from, Instant to) {
            start = from.isBefore(start) ? from : start;
            end = to.isAfter(end) ? to : end;
        }

        private void addResources(Iterable<String> names) {
            for (String name : names) {
                if (resources.size() < MOST_RESOURCES) {
                    resources.add(name);
                }
            }
        }
    }

    /** Takes in an event that is marked. */
    Pending add(LoggedEvent logged) {
        AccessEvent event = logged.event();
        var key = new PendingKey(
                logged.marks(), event.principal().token(), event.time().truncatedTo(ChronoUnit.HOURS), event.network());
        Pending place = pending.computeIfAbsent(key, unused -> new Pending(event));
        place.gathered.add(event);
        return place;
    }

    /** All hits, worst level first, then earliest. */
    List<EventRuleHit> hits(AccessLedger ledger) {
        Map<HitKey, Gathered> folded = new LinkedHashMap<>();
        pending.forEach((key, place) -> {
            for (String rule : ruleNames(key, ledger)) {
                folded.computeIfAbsent(
                                new HitKey(rule, key.principal, key.hour), unused -> new Gathered(place.gathered.first))
                        .add(place.gathered);
            }
        });
        Map<HitKey, EventRuleHit> hits = new HashMap<>();
        folded.forEach((key, gathered) -> {
            EventRule rule = rules.find(key.rule).orElseThrow();
            if (gathered.count >= rule.atLeast()) {
                hits.put(key, hit(rule, gathered));
            }
        });
        weigh(ledger, hits);
        return hits.values().stream()
                .sorted(Comparator.comparing((EventRuleHit hit) ->
                                rules.find(hit.ruleId()).orElseThrow().level())
                        .thenComparing(EventRuleHit::start)
                        .thenComparing(EventRuleHit::ruleId)
                        .thenComparing(hit -> hit.principal().token()))
                .toList();
    }

    private static List<String> ruleNames(PendingKey key, AccessLedger ledger) {
        boolean isNew = ledger.isNewNetwork(key.principal, key.network, key.hour);
        return key.marks.rules(isNew);
    }

    private void weigh(AccessLedger ledger, Map<HitKey, EventRuleHit> hits) {
        pending.forEach((key, place) -> {
            for (String rule : ruleNames(key, ledger)) {
                if (hits.containsKey(new HitKey(rule, key.principal, key.hour))) {
                    double evidence = Evidence.of(rules.find(rule).orElseThrow().level());
                    place.evidence = Math.max(place.evidence, evidence);
                }
            }
        });
    }

    private static EventRuleHit hit(EventRule rule, Gathered gathered) {
        AccessEvent first = gathered.first;
        List<String> ids = gathered.samples.stream()
                .sorted(Comparator.comparing(AccessEvent::time).thenComparing(AccessEvent::id))
                .map(AccessEvent::id)
                .toList();
        return new EventRuleHit(
                rule.name(),
                rule.title(),
                rule.level().key(),
                first.provider(),
                first.account(),
                first.principal(),
                gathered.start,
                gathered.end,
                gathered.resources,
                gathered.count,
                sentence(rule, gathered),
                ids);
    }

    private static String sentence(EventRule rule, Gathered gathered) {
        return "%s: by %s from %s in %s, %s, at %s%s"
                .formatted(
                        rule.title(),
                        gathered.first.principal().token(),
                        gathered.first.network(),
                        AnomalyTeller.place(gathered.first.provider(), gathered.first.account()),
                        gathered.count == 1 ? "once" : gathered.count + " times",
                        gathered.start.truncatedTo(ChronoUnit.SECONDS),
                        spanWords(gathered));
    }

    private static String spanWords(Gathered gathered) {
        long minutes = Duration.between(gathered.start, gathered.end).toMinutes();
        return minutes < 1 ? "" : " and over %d %s".formatted(minutes, minutes == 1 ? "minute" : "minutes");
    }
}
