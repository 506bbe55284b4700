package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.alert.WindowModel.JudgedWindow;
import dev.plumbline.detectors.window.FeatureRow;
import dev.plumbline.detectors.window.PrincipalHour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Odd windows of one principal that follow each other: one story, told once. */
final class Episode {
    static final Comparator<JudgedWindow> ODDEST = Comparator.comparingDouble(JudgedWindow::pValue)
            .thenComparing(Comparator.comparingDouble(JudgedWindow::score).reversed())
            .thenComparing(Episode::startOf)
            .thenComparing((JudgedWindow window) -> window.row().store());

    private static final Duration PAUSE_OF_HOURS = Duration.ofHours(3);
    private static final Duration PAUSE_OF_DAYS = Duration.ofHours(60);

    private final List<JudgedWindow> windows = new ArrayList<>();
    private Instant start;
    private Instant end;

    private Episode(JudgedWindow first) {
        start = startOf(first);
        end = endOf(first);
        windows.add(first);
    }

    /** @param odd windows of all principals, in any order */
    static List<Episode> of(List<JudgedWindow> odd) {
        List<JudgedWindow> inTime = new ArrayList<>(odd);
        inTime.sort(Comparator.comparing(Episode::startOf).thenComparing(ODDEST));
        Map<String, List<Episode>> byPrincipal = new HashMap<>();
        List<Episode> all = new ArrayList<>();
        for (JudgedWindow window : inTime) {
            List<Episode> episodes = byPrincipal.computeIfAbsent(
                    firstHour(window.row()).principal().token(), unused -> new ArrayList<>());
            Episode fitting = null;
            for (Episode episode : episodes) {
                fitting = episode.continuesWith(window) ? episode : fitting;
            }
            if (fitting == null) {
                fitting = new Episode(window);
                episodes.add(fitting);
                all.add(fitting);
            } else {
                fitting.add(window);
            }
        }
        return all;
    }

    private boolean continuesWith(JudgedWindow window) {
        Instant next = startOf(window);
        for (JudgedWindow before : windows) {
            boolean bothDays =
                    !before.row().store().isEmpty() && !window.row().store().isEmpty();
            boolean sameStore = before.row().store().equals(window.row().store());
            Duration pause = bothDays && sameStore ? PAUSE_OF_DAYS : PAUSE_OF_HOURS;
            if (!next.isAfter(endOf(before).plus(pause))) {
                return true;
            }
        }
        return false;
    }

    private void add(JudgedWindow window) {
        windows.add(window);
        start = startOf(window).isBefore(start) ? startOf(window) : start;
        end = endOf(window).isAfter(end) ? endOf(window) : end;
    }

    JudgedWindow oddest() {
        return windows.stream().min(ODDEST).orElseThrow();
    }

    List<JudgedWindow> windows() {
        return List.copyOf(windows);
    }

    Instant start() {
        return start;
    }

    Instant end() {
        return end;
    }

    static PrincipalHour firstHour(FeatureRow row) {
        return row.hours().getFirst();
    }

    private static Instant startOf(JudgedWindow window) {
        return firstHour(window.row()).first();
    }

    private static Instant endOf(JudgedWindow window) {
        return window.row().hours().getLast().last();
    }
}
