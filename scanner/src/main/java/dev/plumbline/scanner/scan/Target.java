package dev.plumbline.scanner.scan;

import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Scope;
import java.util.List;

/**
 * One account to be read live.
 *
 * @param fingerprint of how it is reached, endpoints included: a scan resumes only what the same target had read
 */
public record Target(Cloud cloud, Scope scope, List<Collector> collectors, String fingerprint) {
    public Target {
        collectors = List.copyOf(collectors);
    }

    /** Such as {@code aws 111122223333}. */
    public String source() {
        return cloud.key() + " " + scope.account();
    }
}
