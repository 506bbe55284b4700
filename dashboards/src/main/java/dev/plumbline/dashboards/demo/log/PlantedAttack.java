package dev.plumbline.dashboards.demo.log;

import java.time.Instant;
import java.util.List;

/**
 * An attack as it stands in the logs.
 *
 * @param provider {@code aws}, {@code azure} or {@code gcp}
 * @param end time of the last call
 * @param eventIds every call of it, earliest first, as the provider's log names it
 */
public record PlantedAttack(String name, String provider, Instant start, Instant end, List<String> eventIds) {
    public PlantedAttack {
        eventIds = List.copyOf(eventIds);
        if (eventIds.isEmpty()) {
            throw new IllegalArgumentException("attack '%s' made no call".formatted(name));
        }
    }
}
