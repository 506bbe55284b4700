package dev.plumbline.scanner.collect;

import dev.plumbline.rules.resource.AccountId;
import java.util.List;

/**
 * Where a collector looks.
 *
 * @param regions provider's names; empty means every enabled one
 */
public record Scope(AccountId account, List<String> regions) {
    /** Stands in place of a region where the provider has none. */
    public static final String GLOBAL = "global";

    public Scope {
        regions = List.copyOf(regions);
    }
}
