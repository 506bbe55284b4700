package dev.plumbline.dashboards.page;

import dev.plumbline.rules.resource.Cloud;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a page words times, counts and long names, seen from one moment. */
public record Words(Instant now) {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Such as {@code 12 minutes ago} or {@code in 3 hours}; a day apart and more it stays rough, exact on hover. */
    public String relative(Instant time) {
        Duration apart = Duration.between(time, now);
        String length = rough(apart.abs());
        if (apart.abs().compareTo(Duration.ofMinutes(1)) < 0) {
            return apart.isNegative() ? "in a moment" : "just now";
        }
        return apart.isNegative() ? "in " + length : length + " ago";
    }

    /** Such as {@code 2026-11-22 01:02:03 UTC}. */
    public static String exact(Instant time) {
        return EXACT.format(time);
    }

    /** Such as {@code 22 Nov 2026 01:02}, in UTC. */
    public static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** Such as {@code 1 finding} and {@code 1,240 findings}. */
    public static String count(long count, String noun) {
        return String.format(
                Locale.ENGLISH, "%,d %s", count, count == 1 ? noun : noun.endsWith("y") ? plural(noun) : noun + "s");
    }

    public static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    public static String length(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1000.0);
        }
        return rough(duration);
    }

    public static String cloud(Cloud cloud) {
        return switch (cloud) {
            case AWS -> "AWS";
            case AZURE -> "Azure";
            case GCP -> "Google Cloud";
        };
    }

    /** Long names are told apart by their ends: cuts the middle out, keeping {@code length} characters at most. */
    public static String cut(String name, int length) {
        if (name.length() <= length) {
            return name;
        }
        int head = (length - 1) / 3;
        return name.substring(0, head) + "…" + name.substring(name.length() - (length - 1 - head));
    }

    private static String rough(Duration duration) {
        if (duration.toDays() >= 2) {
            return count(duration.toDays(), "day");
        }
        if (duration.toHours() >= 2) {
            return count(duration.toHours(), "hour");
        }
        return count(Math.max(1, duration.toMinutes()), "minute");
    }

    private static String plural(String noun) {
        return noun.endsWith("ay") ? noun + "s" : noun.substring(0, noun.length() - 1) + "ies";
    }
}
