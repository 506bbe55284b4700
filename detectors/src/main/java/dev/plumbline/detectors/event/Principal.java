package dev.plumbline.detectors.event;

import java.util.List;

/**
 * Who acted, as a pseudonym.
 *
 * @param token keyed token of the identity, stable within a key's epoch; the role for an assumed role, not its session
 * @param session keyed token of the credential session, or the empty string where the log names none
 * @param chain tokens of the identities behind an assumed role, nearest first; empty if it acted for itself
 */
public record Principal(String token, Kind kind, String session, List<String> chain) {
    public Principal {
        chain = List.copyOf(chain);
    }

    public enum Kind {
        HUMAN,
        SERVICE,
        ROLE_SESSION,
        CLOUD_SERVICE,
        ANONYMOUS
    }
}
