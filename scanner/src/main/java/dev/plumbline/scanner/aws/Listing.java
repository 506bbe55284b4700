package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Scope;
import dev.plumbline.scanner.inventory.Redaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One part being read: hands its resources on, counts them, and says at the end how far it came. Thread-safe. */
final class Listing {
    private final Scope scope;
    private final ResourceType type;
    private final Clock clock;
    private final Consumer<Resource> sink;
    private final AtomicLong resources = new AtomicLong();
    private final AtomicReference<@Nullable AwsFailure> missed = new AtomicReference<>();

    Listing(Scope scope, ResourceType type, Clock clock, Consumer<Resource> sink) {
        this.scope = scope;
        this.type = type;
        this.clock = clock;
        this.sink = sink;
    }

    /** @param name as AWS gave it; where it gave none, the last part of the id */
    void publish(String region, String id, @Nullable String name, Map<String, String> tags, Answers answers) {
        sink.accept(Redaction.of(new Resource(
                Cloud.AWS,
                scope.account(),
                region,
                type,
                new ResourceId(id),
                name == null ? lastPart(id) : name,
                tags,
                answers.config(),
                answers.unread(),
                clock.instant())));
        resources.incrementAndGet();
    }

    private static String lastPart(String id) {
        return id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
    }

    /** A part of the listing that failed while the rest goes on: at the end the coverage is partial. */
    void missed(AwsFailure failure) {
        missed.compareAndSet(null, failure);
    }

    /** Runs the reading; a listing that fails is coverage. */
    Coverage read(Runnable reading) {
        return read(Refusals.NONE, Refusals.NONE, failure -> false, reading);
    }

    /**
     * @param none what AWS says when the service is not switched on, so that there is nothing to list
     * @param notOffered what it says to accounts that it tells nothing, whatever they are granted
     * @param switchedOff tells a failure that means that the whole region is not there for the account
     */
    Coverage read(Refusals none, Refusals notOffered, Predicate<AwsFailure> switchedOff, Runnable reading) {
        AwsFailure failure;
        try {
            reading.run();
            failure = missed.get();
        } catch (AwsFailure thrown) {
            failure = none.include(thrown) ? null : thrown;
        }
        if (failure == null) {
            return coverage(Coverage.Status.READ, "", "");
        }
        if (notOffered.include(failure)) {
            return notOffered("it is not told to this account (%s)".formatted(failure.getMessage()));
        }
        return switchedOff.test(failure)
                ? notOffered("the account has not enabled the region (%s)".formatted(failure.code()))
                : shortfall(failure);
    }

    Coverage notOffered(String cause) {
        return coverage(Coverage.Status.NOT_OFFERED, cause, "");
    }

    private Coverage shortfall(AwsFailure failure) {
        Coverage.Status status = resources.get() == 0 ? Coverage.Status.NOT_READ : Coverage.Status.PARTIAL;
        return coverage(
                status,
                failure.expired() ? AwsIdentity.EXPIRED : String.valueOf(failure.getMessage()),
                failure.permission());
    }

    private Coverage coverage(Coverage.Status status, String cause, String permission) {
        return new Coverage(List.of(new Coverage.Entry(
                scope.account(), scope.regions().getFirst(), type, status, resources.get(), cause, permission)));
    }
}
