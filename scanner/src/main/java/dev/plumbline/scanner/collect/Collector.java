package dev.plumbline.scanner.collect;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads one type of resource from one cloud account. Calls list, get and describe operations alone.
 * Thread-safe; blocks on the network, so run it on a virtual thread.
 */
public interface Collector {
    ResourceType resourceType();

    /** Permissions needed, in the provider's own spelling, such as {@code s3:GetBucketPolicy}. */
    Set<String> requiredPermissions();

    /**
     * Hands every resource in {@code scope} to {@code sink}, following all pages. A sub-call that is denied or fails
     * becomes an {@code unread} entry of its resource; a listing that fails becomes coverage.
     *
     * @param scope the account and its regions; no regions means every enabled one
     * @param sink called once per resource, possibly from several threads at once
     * @return one entry per region: what was read, and what could not be, with its cause
     */
    Coverage collect(Scope scope, Consumer<Resource> sink);
}
