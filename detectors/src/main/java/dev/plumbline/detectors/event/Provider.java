package dev.plumbline.detectors.event;

import java.util.Locale;

/** Whose log an event came from. The detector knows no inventory, hence its own word for the cloud. */
public enum Provider {
    AWS,
    AZURE,
    GCP;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
