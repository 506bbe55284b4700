package dev.plumbline.dashboards.page;

import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Signals laid out over time, one row each, earliest first, in SVG user units.
 *
 * @param rows at most {@link #MAXIMUM_ROWS}; {@code omitted} tells how many more there are
 */
public record Timeline(List<Row> rows, List<Tick> ticks, int height, int omitted) {
    public static final int WIDTH = 960;
    static final int MAXIMUM_ROWS = 12;
    private static final int ROW_HEIGHT = 22;
    private static final int AXIS_HEIGHT = 24;
    private static final int MARGIN = 12;
    /** A signal of a second still shows on an axis of a month. */
    private static final double MINIMUM_WIDTH = 6;

    public Timeline {
        rows = List.copyOf(rows);
        ticks = List.copyOf(ticks);
    }

    /** @param hit whether it is an event rule's hit rather than an anomaly */
    public record Row(double x, double y, double width, boolean hit, String words) {}

    public record Tick(double x, String label) {}

    /** @param signals at least one */
    public static Timeline of(List<Signal> signals) {
        List<Signal> ordered =
                signals.stream().sorted(Comparator.comparing(Signal::start)).toList();
        Scale scale = Scale.around(ordered);
        List<Row> rows = new ArrayList<>();
        for (Signal signal : ordered.subList(0, Math.min(MAXIMUM_ROWS, ordered.size()))) {
            double x = scale.x(signal.start());
            double width = Math.max(MINIMUM_WIDTH, scale.x(signal.end()) - x);
            double y = AXIS_HEIGHT + rows.size() * (double) ROW_HEIGHT;
            rows.add(new Row(
                    Math.min(x, WIDTH - MARGIN - MINIMUM_WIDTH),
                    y,
                    width,
                    !(signal instanceof Anomaly),
                    words(signal)));
        }
        return new Timeline(
                rows, scale.ticks(), AXIS_HEIGHT + rows.size() * ROW_HEIGHT + 4, ordered.size() - rows.size());
    }

    /** The whole in one sentence, for those who hear the page. */
    public String summary() {
        return "Timeline of %s. The list below says the same.".formatted(Words.count(rows.size() + omitted, "signal"));
    }

    private static String words(Signal signal) {
        return "%s to %s: %s".formatted(Words.exact(signal.start()), Words.exact(signal.end()), signal.sentence());
    }

    /** Whole days where signals lie days apart, whole hours where they lie within one. */
    private record Scale(Instant start, Instant end, ChronoUnit unit) {
        private static final int MOST_TICKS = 8;

        static Scale around(List<Signal> signals) {
            Instant first = signals.getFirst().start();
            Instant last = signals.stream()
                    .map(Signal::end)
                    .max(Comparator.naturalOrder())
                    .orElse(first);
            ChronoUnit unit = Duration.between(first, last).compareTo(Duration.ofHours(36)) > 0
                    ? ChronoUnit.DAYS
                    : ChronoUnit.HOURS;
            return new Scale(first.truncatedTo(unit), last.truncatedTo(unit).plus(1, unit), unit);
        }

        double x(Instant time) {
            double share = (double) Duration.between(start, time).toMillis()
                    / Duration.between(start, end).toMillis();
            return round(MARGIN + share * (WIDTH - 2.0 * MARGIN));
        }

        List<Tick> ticks() {
            long steps = unit.between(start, end);
            long stride = Math.max(1, Math.ceilDiv(steps, MOST_TICKS));
            List<Tick> ticks = new ArrayList<>();
            for (long step = 0; step < steps; step += stride) {
                Instant time = start.plus(step, unit);
                ticks.add(new Tick(x(time), label(time)));
            }
            return ticks;
        }

        private String label(Instant time) {
            return unit == ChronoUnit.DAYS
                    ? Words.minute(time).substring(0, Words.minute(time).length() - " 2026 00:00".length())
                    : "%02d:00".formatted(time.atZone(ZoneOffset.UTC).getHour());
        }

        private static double round(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }
}
