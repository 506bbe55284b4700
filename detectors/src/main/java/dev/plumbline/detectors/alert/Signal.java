package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Something unusual or always worth seeing that one principal did in one stretch of time. */
public sealed interface Signal permits Anomaly, EventRuleHit {
    Provider provider();

    String account();

    Principal principal();

    Instant start();

    Instant end();

    /** Full resource names in the inventory's form, for the join with findings. */
    Set<String> resources();

    /** One sentence for a person: who did what, where, when. */
    String sentence();

    /** Ids of events that show it, at most a handful, earliest first. */
    List<String> eventIds();
}
