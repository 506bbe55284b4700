package dev.plumbline.detectors.log;

import dev.plumbline.detectors.event.Provider;

/** Looks at the native fields of an event while they are there. Called by several threads at once. */
@FunctionalInterface
public interface EventMarker {
    /** Marks nothing. */
    EventMarker NOTHING = (provider, fields) -> Marks.NONE;

    /** @param fields valid during the call only */
    Marks mark(Provider provider, NativeFields fields);
}
