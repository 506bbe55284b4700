package dev.plumbline.scanner.collect;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import java.util.List;
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
     * The parts to read a scope in; each is collected, covered and resumed on its own.
     *
     * @return {@link Scope#GLOBAL} alone where the provider lists this type once for the whole account
     */
    default List<String> regions(Scope scope) {
        return scope.regions().isEmpty() ? List.of(Scope.GLOBAL) : scope.regions();
    }

    /**
     * Hands every resource in {@code scope} to {@code sink}, following all pages. A sub-call that is denied or fails
     * becomes an {@code unread} entry of its resource; a listing that fails becomes coverage.
     *
     * @param scope the account, and of {@link #regions} those to read now: a run asks for one at a time
     * @param sink called once per resource, possibly from several threads at once
     * @return one entry per region: what was read, and what could not be, with its cause
     */
    Coverage collect(Scope scope, Consumer<Resource> sink);
}
