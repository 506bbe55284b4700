package dev.plumbline.dashboards.schedule;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The {@code schedule} section of plumbline.yaml.
 *
 * @param scan what to write after {@code plumbline scan}, one argument an entry
 */
public record ScheduleSettings(Optional<String> cron, ZoneId zone, List<String> scan) {
    public static final ScheduleSettings NONE = new ScheduleSettings(Optional.empty(), ZoneOffset.UTC, List.of());
    private static final Set<String> KEYS = Set.of("cron", "zone", "scan");

    public ScheduleSettings {
        scan = List.copyOf(scan);
    }

    /**
     * Reads the section; a file without one has no schedule. Other sections are none of our business.
     *
     * @throws IllegalArgumentException naming file and key, if something is not as it should be
     */
    public static ScheduleSettings read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return root instanceof Map<?, ?> sections && sections.get("schedule") != null
                    ? of(file, sections.get("schedule"))
                    : NONE;
        } catch (YAMLException e) {
            throw new IllegalArgumentException("%s is no YAML: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static ScheduleSettings of(Path file, @Nullable Object section) {
        if (!(section instanceof Map<?, ?> keys)) {
            throw wrong(file, "schedule must hold the keys " + new TreeSet<>(KEYS));
        }
        for (Object key : keys.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw wrong(file, "schedule.%s is unknown: use %s".formatted(key, new TreeSet<>(KEYS)));
            }
        }
        Object cron = keys.get("cron");
        if (cron != null && !(cron instanceof String)) {
            throw wrong(file, "schedule.cron must be text in quotes, such as \"0 6 * * *\"");
        }
        return new ScheduleSettings(
                Optional.ofNullable((String) cron), zone(file, keys.get("zone")), scan(file, keys.get("scan")));
    }

    private static ZoneId zone(Path file, @Nullable Object zone) {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone.toString());
        } catch (DateTimeException e) {
            throw wrong(file, "schedule.zone '%s' is no time zone: write one such as Europe/Berlin".formatted(zone));
        }
    }

    private static List<String> scan(Path file, @Nullable Object scan) {
        if (scan == null) {
            return List.of();
        }
        if (!(scan instanceof List<?> arguments) || arguments.stream().anyMatch(Objects::isNull)) {
            throw wrong(file, "schedule.scan must be a list of arguments, such as [aws, --region, eu-central-1]");
        }
        return arguments.stream().map(String::valueOf).toList();
    }

    private static IllegalArgumentException wrong(Path file, String what) {
        return new IllegalArgumentException("%s: %s".formatted(file, what));
    }
}
