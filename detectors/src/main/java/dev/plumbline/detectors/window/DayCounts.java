package dev.plumbline.detectors.window;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Amounts per day. */
final class DayCounts {
    private final NavigableMap<Long, Double> amounts = new TreeMap<>();

    void add(long day, double amount) {
        amounts.merge(day, amount, Double::sum);
    }

    double on(long day) {
        return amounts.getOrDefault(day, 0.0);
    }

    /** Both ends included. */
    double sum(long from, long to) {
        double sum = 0;
        for (Map.Entry<Long, Double> entry :
                (from > to ? new TreeMap<Long, Double>() : amounts.subMap(from, true, to, true)).entrySet()) {
            sum += entry.getValue();
        }
        return sum;
    }

    /** Over all days from {@code first} to {@code last}, quiet ones included; 0 if there is none. */
    double dailyMean(long first, long last) {
        return last < first ? 0 : sum(first, last) / (last - first + 1);
    }
}
