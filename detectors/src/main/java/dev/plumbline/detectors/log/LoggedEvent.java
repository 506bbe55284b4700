package dev.plumbline.detectors.log;

import dev.plumbline.detectors.event.AccessEvent;

/**
 * An access and what was asked of its native fields before they were let go.
 *
 * @param marks what the {@link EventMarker} made of them
 * @param identity equal for two deliveries of one event
 */
public record LoggedEvent(AccessEvent event, Marks marks, long identity) {}
