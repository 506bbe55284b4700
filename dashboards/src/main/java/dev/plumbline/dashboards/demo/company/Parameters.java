package dev.plumbline.dashboards.demo.company;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a demonstration is made from. Equal parameters give equal bytes.
 *
 * @param size 1 for some 300 resources and 200,000 events; both grow with it
 * @param until the first midnight (UTC) after the last event; the inventory is collected then
 */
public record Parameters(long seed, double size, LocalDate until) {
    /** Long enough for habits to show before the first attack. */
    public static final int DAYS = 30;

    private static final double SMALLEST = 0.01;
    private static final double LARGEST = 50;

    public Parameters {
        if (!(size >= SMALLEST && size <= LARGEST)) {
            throw new IllegalArgumentException("size %s is outside %s to %s".formatted(size, SMALLEST, LARGEST));
        }
    }

    public Instant end() {
        return until.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The date of a day of the logs: 0 is the first, {@link #DAYS} - 1 the last. */
    public LocalDate day(int day) {
        return until.minusDays(DAYS).plusDays(day);
    }

    /** An instant before the end, for dates of creation and of last use. */
    public Instant daysBeforeEnd(double days) {
        return end().minus(Duration.ofSeconds(Math.round(days * 86_400)));
    }

    /** How many of something there are, given how many there are at size 1; never fewer than {@code least}. */
    public int count(int atSizeOne, int least) {
        return Math.max(least, Math.toIntExact(Math.round(atSizeOne * size)));
    }

    /** The share of its usual activity that every principal shows: the smallest companies are quiet ones too. */
    public double activity() {
        return Math.min(1, size);
    }

    public Seeds seeds() {
        return new Seeds(seed);
    }
}
