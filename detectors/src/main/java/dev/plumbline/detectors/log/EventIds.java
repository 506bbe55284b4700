package dev.plumbline.detectors.log;

import dev.plumbline.detectors.event.AccessEvent;
import dev.plumbline.detectors.event.Provider;

/** Gives an id to events whose log writes none, the same one at every reading. */
final class EventIds {
    private EventIds() {}

    static AccessEvent named(AccessEvent event, FieldBag fields) {
        if (!event.id().isEmpty()) {
            return event;
        }
        String id = event.provider() == Provider.AZURE ? AzureActivityFormat.madeUpId(fields) : "";
        return new AccessEvent(
                id.isEmpty() ? fromContent(event) : id,
                event.time(),
                event.provider(),
                event.account(),
                event.region(),
                event.principal(),
                event.service(),
                event.action(),
                event.access(),
                event.resources(),
                event.outcome(),
                event.bytesOut(),
                event.network(),
                event.agent());
    }

    private static String fromContent(AccessEvent event) {
        String content = event.principal().token() + event.resources() + event.network() + event.account();
        long mark = RecentIds.markOf(content, event.action(), event.time().toEpochMilli());
        return "none-%016x".formatted(mark);
    }
}
