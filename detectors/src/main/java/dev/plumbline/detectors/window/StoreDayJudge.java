package dev.plumbline.detectors.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows who reads how much from which store, day by day, and turns each such day into features. */
final class StoreDayJudge {
    private static final int RECENT_DAYS = 7;
    /** Days of a past after which it counts for half. */
    private static final double HALF_TRUSTED = 4;

    private static final double WEEK_WEIGHT = 0.001;

    private final AccessLedger ledger;
    private final Map<Long, Relation> relations = new HashMap<>();
    private final Map<Integer, Reader> readers = new HashMap<>();
    private final Map<Integer, DayCounts> storeTotals = new HashMap<>();
    private final Map<Boolean, Volume> weeks = new HashMap<>();
    private long firstDay = Long.MAX_VALUE;

    StoreDayJudge(AccessLedger ledger) {
        this.ledger = ledger;
    }

    /** A principal and a store. */
    private static final class Relation {
        private final long firstDay;
        private final DayCounts reads = new DayCounts();
        private final DayCounts bytes = new DayCounts();

        Relation(long firstDay) {
            this.firstDay = firstDay;
        }
    }

    /** A principal at all stores. */
    private static final class Reader {
        private final long firstDay;
        private final DayCounts reads = new DayCounts();
        private final IntCounts slots = new IntCounts();

        Reader(long firstDay) {
            this.firstDay = firstDay;
        }
    }

    /** What one principal read from one store on the day. */
    private static final class Day {
        private final int principal;
        private final int store;
        private final List<PrincipalHour> hours = new ArrayList<>(2);
        private final Map<Integer, Double> readsBySlot = new HashMap<>();
        private double reads;
        private double bytes;

        Day(int principal, int store) {
            this.principal = principal;
            this.store = store;
        }

        void add(PrincipalHour hour, Cell cell) {
            if (hours.isEmpty() || hours.getLast() != hour) {
                hours.add(hour);
            }
            reads += cell.count;
            bytes += cell.bytesOut;
            readsBySlot.merge(Profile.slotOf(hour.hour), (double) cell.count, Double::sum);
        }
    }

    /** Judges the day by the days before it, then counts it among them. */
    List<FeatureRow> judgeAndLearn(List<PrincipalHour> windows) {
        long today = windows.getFirst().day();
        firstDay = Math.min(firstDay, today);
        List<Day> days = gather(windows);
        Map<Integer, Double> readByPrincipal = new HashMap<>();
        for (Day day : days) {
            readByPrincipal.merge(day.principal, day.reads, Double::sum);
            storeTotals.computeIfAbsent(day.store, unused -> new DayCounts()).add(today, day.reads);
        }
        List<FeatureRow> rows = new ArrayList<>();
        for (Day day : days) {
            Relation relation = relation(day, today);
            Reader reader = readers.computeIfAbsent(day.principal, unused -> new Reader(today));
            relation.reads.add(today, day.reads);
            relation.bytes.add(today, day.bytes);
            rows.add(judge(day, today, relation, reader, readByPrincipal.getOrDefault(day.principal, 0.0)));
        }
        for (Day day : days) {
            Reader reader = readers.computeIfAbsent(day.principal, unused -> new Reader(today));
            reader.reads.add(today, day.reads);
            week(day).add(relation(day, today).reads.sum(today - RECENT_DAYS + 1, today));
            day.readsBySlot.keySet().forEach(slot -> reader.slots.add(slot, 1));
        }
        return rows;
    }

    private static List<Day> gather(List<PrincipalHour> windows) {
        Map<Long, Day> byPair = new HashMap<>();
        List<Day> days = new ArrayList<>();
        for (PrincipalHour window : windows) {
            for (Cell cell : window.cellsHeld()) {
                if (!cell.isRead() || cell.store == Cell.NO_STORE) {
                    continue;
                }
                long key = (long) window.principal << 32 | cell.store;
                Day day = byPair.get(key);
                if (day == null) {
                    day = new Day(window.principal, cell.store);
                    byPair.put(key, day);
                    days.add(day);
                }
                day.add(window, cell);
            }
        }
        days.sort(Comparator.comparing(
                        (Day day) -> day.hours.getFirst().principal().token())
                .thenComparingInt(day -> day.store));
        return days;
    }

    private Relation relation(Day day, long today) {
        return relations.computeIfAbsent(pair(day), unused -> new Relation(today));
    }

    private static long pair(Day day) {
        return (long) day.principal << 32 | day.store;
    }

    private FeatureRow judge(Day day, long today, Relation relation, Reader reader, double readInAll) {
        PrincipalHour any = day.hours.getFirst();
        double logDays = today - firstDay;
        double trust = logDays / (logDays + HALF_TRUSTED);
        FeatureRow row = FeatureRow.empty(
                day.hours, ledger.storeName(day.store), trust, ledger.isHuman(any), StoreDayFeature.values().length);
        double age = today - relation.firstDay;
        double known = age / (age + HALF_TRUSTED);

        double usualDay = relation.reads.dailyMean(relation.firstDay, today - 1);
        set(row, StoreDayFeature.READS, known * ratio(day.reads, usualDay), day.reads, usualDay);
        week(row, StoreDayFeature.WEEK, relation.reads, relation.firstDay, today, known);
        week(row, StoreDayFeature.BYTES_WEEK, relation.bytes, relation.firstDay, today, known);
        growth(row, relation, today, known);

        double lately = relation.reads.sum(today - RECENT_DAYS + 1, today);
        newRelation(row, day, today, relation, reader, lately);
        shares(row, day, today, relation, reader, readInAll, lately, trust);
        oddHours(row, day, reader, trust);
        return row;
    }

    /** What is read from a store that is new to its reader, against what is usually read from a store in a week. */
    private void newRelation(FeatureRow row, Day day, long today, Relation relation, Reader reader, double lately) {
        boolean isNew = today - relation.firstDay < AccessLedger.STORE_NEW_DAYS && reader.firstDay < relation.firstDay;
        double readerAge = relation.firstDay - reader.firstDay;
        double usual = week(day).meanLog();
        double known = readerAge / (readerAge + HALF_TRUSTED);
        double above = known * (Math.log1p(lately) - usual);
        set(row, StoreDayFeature.NEW_RELATION, isNew ? above : 0, isNew ? lately : 0, Math.expm1(usual));
    }

    /** People's and programs' usual reads from one store in a week. */
    private Volume week(Day day) {
        return weeks.computeIfAbsent(ledger.isHuman(day.hours.getFirst()), unused -> new Volume(WEEK_WEIGHT));
    }

    /** The last week against the days before it: a ramp that climbs a little every day stands out against its own start. */
    private static void week(
            FeatureRow row, StoreDayFeature feature, DayCounts counts, long first, long today, double known) {
        double week = counts.sum(today - RECENT_DAYS + 1, today);
        long before = today - RECENT_DAYS;
        double usual = before < first ? week : RECENT_DAYS * counts.dailyMean(first, before);
        set(row, feature, known * ratio(week, usual), week, usual);
    }

    private static void growth(FeatureRow row, Relation relation, long today, double known) {
        int rises = 0;
        double before = -1;
        double start = 0;
        double end = 0;
        for (long day = today - 2 * RECENT_DAYS + 1; day <= today; day++) {
            double reads = relation.reads.on(day);
            if (reads > 0) {
                start = before < 0 ? reads : start;
                rises += before >= 0 && reads > before ? 1 : before >= 0 && reads < before ? -1 : 0;
                before = reads;
                end = reads;
            }
        }
        double climb = Math.max(rises - 2, 0) * Math.max(Math.log((end + 1) / (start + 1)), 0);
        set(row, StoreDayFeature.GROWTH, known * climb, Math.max(rises, 0), 0);
    }

    private void shares(
            FeatureRow row,
            Day day,
            long today,
            Relation relation,
            Reader reader,
            double readInAll,
            double lately,
            double trust) {
        DayCounts store = storeTotals.getOrDefault(day.store, new DayCounts());
        double storeWeek = store.sum(today - RECENT_DAYS + 1, today);
        double share = lately / Math.max(storeWeek, 1);
        double storeBefore = store.sum(Long.MIN_VALUE, today - RECENT_DAYS);
        double shareBefore =
                storeBefore == 0 ? share : relation.reads.sum(Long.MIN_VALUE, today - RECENT_DAYS) / storeBefore;
        double many = Math.log1p(lately) / 4;
        set(row, StoreDayFeature.STORE_SHARE, trust * many * (share - shareBefore), 100 * share, 100 * shareBefore);

        double own = day.reads / Math.max(readInAll, 1);
        double allBefore = reader.reads.sum(Long.MIN_VALUE, today - 1);
        double ownBefore = allBefore == 0 ? own : relation.reads.sum(Long.MIN_VALUE, today - 1) / allBefore;
        set(row, StoreDayFeature.OWN_SHARE, trust * many * (own - ownBefore), 100 * own, 100 * ownBefore);
    }

    private static void oddHours(FeatureRow row, Day day, Reader reader, double trust) {
        double odd = 0;
        for (Map.Entry<Integer, Double> slot : day.readsBySlot.entrySet()) {
            double past = reader.slots.get(slot.getKey());
            double expected = (double) reader.slots.total() / Profile.SLOTS;
            odd += reader.slots.total() > 0 && past < 0.25 * expected ? slot.getValue() : 0;
        }
        double share = odd / Math.max(day.reads, 1);
        set(row, StoreDayFeature.ODD_HOURS, trust * share * Math.log1p(odd) / 4, 100 * share, 0);
    }

    private static double ratio(double now, double usual) {
        return Math.log1p(now) - Math.log1p(usual);
    }

    private static void set(FeatureRow row, StoreDayFeature feature, double value, double observed, double usual) {
        row.set(feature.ordinal(), value, observed, usual);
    }
}
