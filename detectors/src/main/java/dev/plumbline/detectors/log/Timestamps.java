package dev.plumbline.detectors.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code 2020-09-14T00:44:23.000Z} and its cousins: a space for the T, any number of fraction digits, an offset
 * or none (then UTC). A hand-written reader, since this runs once per event and the library's takes longer than the rest.
 */
final class Timestamps {
    private Timestamps() {}

    static @Nullable Instant parse(String text) {
        if (text.length() < 19
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || (text.charAt(10) != 'T' && text.charAt(10) != ' ')
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if ((year | month | day | hour | minute | second) < 0) {
            return null;
        }
        return withRest(text, year, month, day, hour, minute, Math.min(second, 59)); // a leap second counts as the last
    }

    private static @Nullable Instant withRest(
            String text, int year, int month, int day, int hour, int minute, int second) {
        int at = 19;
        int nanos = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            int unit = 100_000_000;
            for (at++; at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
                nanos += unit * (text.charAt(at) - '0');
                unit /= 10;
            }
        }
        try {
            String zone = text.substring(at).strip();
            ZoneOffset offset = zone.isEmpty() || zone.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(zone);
            return LocalDateTime.of(year, month, day, hour, minute, second, nanos)
                    .toInstant(offset);
        } catch (DateTimeException impossible) {
            return null; // such as the 31st of February: the caller counts it as an event without a time
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
