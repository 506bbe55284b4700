package dev.plumbline.detectors.log;

import java.util.List;

/**
 * Names of the event rules that an event matches. Whether the principal ever came from that network before is known
 * only once events stand in order of time, so both answers are kept.
 *
 * @param onNewNetwork rules that match if it never did
 * @param onKnownNetwork rules that match if it did
 */
public record Marks(List<String> onNewNetwork, List<String> onKnownNetwork) {
    public static final Marks NONE = new Marks(List.of(), List.of());

    public Marks {
        onNewNetwork = List.copyOf(onNewNetwork);
        onKnownNetwork = List.copyOf(onKnownNetwork);
    }

    public List<String> rules(boolean networkIsNew) {
        return networkIsNew ? onNewNetwork : onKnownNetwork;
    }

    public boolean isEmpty() {
        return onNewNetwork.isEmpty() && onKnownNetwork.isEmpty();
    }
}
