package dev.plumbline.dashboards.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 15m}, {@code 2h}. */
public final class Durations {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,6})([smh])");

    private Durations() {}

    /** @throws IllegalArgumentException with what to write instead */
    public static Duration parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'%s' is no duration: write one such as 90s, 15m or 2h".formatted(text));
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
