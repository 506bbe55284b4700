package dev.plumbline.scanner.collect;

import dev.plumbline.rules.resource.AccountId;
import java.util.List;

/**
 * Where a collector looks.
 *
 * @param regions provider's names; empty means every enabled one
 */
public record Scope(AccountId account, List<String> regions) {
    public Scope {
        regions = List.copyOf(regions);
    }
}
