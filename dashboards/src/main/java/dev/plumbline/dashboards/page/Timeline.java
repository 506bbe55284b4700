package dev.plumbline.dashboards.page;

import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

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

    /** From a round time before the first signal to a round time after the last, in steps that leave few ticks. */
    private record Scale(Instant start, Instant end, Duration step) {
        private static final int MOST_TICKS = 8;
        private static final List<Duration> STEPS = List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                Duration.ofHours(3),
                Duration.ofHours(12),
                Duration.ofDays(1),
                Duration.ofDays(7),
                Duration.ofDays(30));

        static Scale around(List<Signal> signals) {
            Instant first = signals.getFirst().start();
            Instant last = signals.stream()
                    .map(Signal::end)
                    .max(Comparator.naturalOrder())
                    .orElse(first);
            Duration length = Duration.between(first, last);
            Duration step = STEPS.stream()
                    .filter(candidate -> length.dividedBy(candidate) < MOST_TICKS)
                    .findFirst()
                    .orElse(STEPS.getLast());
            return new Scale(floor(first, step), floor(last, step).plus(step), step);
        }

        double x(Instant time) {
            double share = (double) Duration.between(start, time).toMillis()
                    / Duration.between(start, end).toMillis();
            return Math.round((MARGIN + share * (WIDTH - 2.0 * MARGIN)) * 10) / 10.0;
        }

        List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            for (Instant time = start; time.isBefore(end); time = time.plus(step)) {
                ticks.add(new Tick(x(time), label(time)));
            }
            return ticks;
        }

        /** The day where it begins, else the hour; the first tick tells both. */
        private String label(Instant time) {
            boolean midnight = time.getEpochSecond() % Duration.ofDays(1).toSeconds() == 0;
            if (midnight) {
                return DAY.format(time);
            }
            return time.equals(start) ? DAY.format(time) + " " + HOUR.format(time) : HOUR.format(time);
        }

        private static Instant floor(Instant time, Duration step) {
            long seconds = step.toSeconds();
            return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
        }
    }
}
