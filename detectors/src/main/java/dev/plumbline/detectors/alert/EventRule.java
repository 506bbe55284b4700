package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.event.Provider;
import java.util.List;
import java.util.Locale;

/**
 * An event that is always worth seeing, from a file in the Sigma format.
 *
 * @param name short, unique, stable: what hits are reported under
 * @param references addresses that say more
 * @param tags such as {@code attack.t1562.008}
 * @param atLeast events within the hour before it is worth a hit; 1 but for correlations
 */
public record EventRule(
        String name,
        String title,
        String description,
        Level level,
        Provider provider,
        List<String> references,
        List<String> tags,
        int atLeast) {
    public EventRule {
        references = List.copyOf(references);
        tags = List.copyOf(tags);
    }

    /** Sigma's levels, worst first. */
    public enum Level {
        CRITICAL,
        HIGH,
        MEDIUM,
        LOW,
        INFORMATIONAL;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
