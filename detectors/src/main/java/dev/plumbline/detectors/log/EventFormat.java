package dev.plumbline.detectors.log;

import dev.plumbline.detectors.event.AccessEvent;
import org.jspecify.annotations.Nullable;

/** How one provider's kept fields become an access. Thread-safe. */
interface EventFormat {
    /** Whether these are fields of this provider's log. */
    boolean recognises(FieldBag fields);

    /** The access, or null if the event lacks a time or an action. */
    @Nullable
    AccessEvent read(FieldBag fields);
}
