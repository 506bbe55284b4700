package dev.plumbline.scanner.collect;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.ResourceType;
import java.util.ArrayList;
import java.util.List;

/** What was looked at and what was not: every account, region and type that a scan meant to read has an entry here. */
public record Coverage(List<Entry> entries) {
    public static final Coverage NONE = new Coverage(List.of());
    /** Ends the cause of what the next scan of the same target will read, taking over the rest. */
    public static final String KEPT = "what was read is kept";

    public Coverage {
        entries = List.copyOf(entries);
    }

    /**
     * One account, region and type.
     *
     * @param resources handed to the sink
     * @param cause why it was not read whole; empty when it was
     * @param permission what would grant it, in the provider's spelling; empty if none would
     */
    public record Entry(
            AccountId account,
            String region,
            ResourceType type,
            Status status,
            long resources,
            String cause,
            String permission) {
        public Entry {
            if (status != Status.READ && cause.isBlank()) {
                throw new IllegalArgumentException(
                        "coverage of %s in %s %s is %s: say why".formatted(type, account, region, status));
            }
        }
    }

    public enum Status {
        /** Every page was read. Single answers may still be unread on their resources. */
        READ,
        /** Some resources were read, then the listing failed. */
        PARTIAL,
        NOT_READ,
        /** The service or region is not there for this account, or no rule asks about such things: nothing was missed. */
        NOT_OFFERED
    }

    public Coverage plus(Coverage other) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(other.entries);
        return new Coverage(all);
    }

    public boolean complete() {
        return gaps().isEmpty();
    }

    /** What was not read whole. */
    public List<Entry> gaps() {
        return entries.stream()
                .filter(entry -> entry.status() == Status.PARTIAL || entry.status() == Status.NOT_READ)
                .toList();
    }

    /** Whether a scan that begins soon would go on where this one had to stop. */
    public boolean resumable() {
        return gaps().stream().anyMatch(gap -> gap.cause().endsWith(KEPT));
    }

    public boolean nothingRead() {
        return entries.stream().noneMatch(entry -> entry.status() == Status.READ || entry.resources() > 0);
    }
}
