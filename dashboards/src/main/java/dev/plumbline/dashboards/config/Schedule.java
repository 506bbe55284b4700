package dev.plumbline.dashboards.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code schedule} section: what {@code serve} scans by itself, and when.
 *
 * @param cron minute, hour, day, month and weekday; empty for no scan by itself
 * @param scan what to write after {@code plumbline scan}, one argument an entry
 */
public record Schedule(Optional<String> cron, ZoneId zone, List<String> scan) {
    public static final Schedule NONE = new Schedule(Optional.empty(), ZoneOffset.UTC, List.of());

    public Schedule {
        scan = List.copyOf(scan);
    }

    static Schedule read(String path, @Nullable Object value, Collection<String> problems) {
        Section section = Section.of(path, value, problems, "cron", "zone", "scan");
        return new Schedule(
                section.text("cron"),
                section.text("zone", Schedule::zone).orElse(ZoneOffset.UTC),
                section.texts("scan"));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is no time zone: write one such as Europe/Berlin".formatted(name), e);
        }
    }
}
