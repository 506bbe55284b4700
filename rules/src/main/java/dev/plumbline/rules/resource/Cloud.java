package dev.plumbline.rules.resource;

import java.util.Arrays;
import java.util.Locale;

/** The three clouds, spelt in files and on the command line as {@link #key()}. */
public enum Cloud {
    AWS,
    AZURE,
    GCP;

    /** Lower case, as it stands in inventories, rule folders and exports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The cloud of a {@link #key()}.
     *
     * @throws IllegalArgumentException if {@code key} is none of {@code aws}, {@code azure}, {@code gcp}
     */
    public static Cloud of(String key) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown cloud '%s': use aws, azure or gcp".formatted(key)));
    }
}
