package dev.plumbline.scanner.gcp;

import com.google.api.services.storage.model.Bucket;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Fanout;
import dev.plumbline.scanner.collect.Pages;
import dev.plumbline.scanner.collect.RequestFailedException;
import dev.plumbline.scanner.collect.RequestFailure;
import dev.plumbline.scanner.collect.Scope;
import dev.plumbline.scanner.inventory.Redaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Buckets: one listing for the project, and what the listing does not tell of each bucket. */
final class BucketCollector implements Collector {
    static final ResourceType TYPE = new ResourceType("gcp.storage.bucket");

    private static final String LIST = "storage.buckets.list";
    /** Google asks the same permission for the policy and for both access control lists. */
    private static final String GET_POLICY = "storage.buckets.getIamPolicy";
    /** Work begun at once; requests are bounded by the budget besides. */
    private static final int IN_FLIGHT = 16;

    private final AccountId project;
    private final StorageEndpoint storage;
    private final Clock clock;

    BucketCollector(AccountId project, StorageEndpoint storage, Clock clock) {
        this.project = project;
        this.storage = storage;
        this.clock = clock;
    }

    @Override
    public ResourceType resourceType() {
        return TYPE;
    }

    @Override
    public Set<String> requiredPermissions() {
        return Set.of(LIST, GET_POLICY);
    }

    /** A project's buckets are listed once, wherever they stand. */
    @Override
    public List<String> regions(Scope scope) {
        return List.of(Scope.GLOBAL);
    }

    @Override
    public Coverage collect(Scope scope, Consumer<Resource> sink) {
        Listing listing = new Listing(sink);
        try {
            Pages.follow(storage::buckets, page -> Fanout.forEach(page, IN_FLIGHT, listing::take));
            return new Coverage(List.of(listing.entry()));
        } catch (RequestFailedException e) {
            return new Coverage(List.of(listing.brokenOff(e.failure())));
        }
    }

    private Resource resource(Bucket bucket) {
        Map<String, @Nullable Object> config = RestJson.of(bucket);
        Answers answers = new Answers(config);
        answers.ask("iamPolicy", () -> RestJson.of(storage.iamPolicy(bucket)));
        if (!uniformAccess(bucket)) {
            // Left out of the listing where we may not see them, and where there are none: only asking tells which.
            answers.askUnlessTold("acl", () -> RestJson.of(storage.acl(bucket)));
            answers.askUnlessTold("defaultObjectAcl", () -> RestJson.of(storage.defaultObjectAcl(bucket)));
        }
        return Redaction.of(new Resource(
                Cloud.GCP,
                project,
                bucket.getLocation() == null
                        ? Scope.GLOBAL
                        : bucket.getLocation().toLowerCase(Locale.ROOT),
                TYPE,
                new ResourceId("//storage.googleapis.com/" + bucket.getName()),
                bucket.getName(),
                bucket.getLabels() == null ? Map.of() : bucket.getLabels(),
                config,
                answers.unread,
                clock.instant()));
    }

    private static boolean uniformAccess(Bucket bucket) {
        Bucket.IamConfiguration configuration = bucket.getIamConfiguration();
        return configuration != null
                && configuration.getUniformBucketLevelAccess() != null
                && Boolean.TRUE.equals(
                        configuration.getUniformBucketLevelAccess().getEnabled());
    }

    /** Answers about one bucket, with those that were not given. */
    private static final class Answers {
        private final Map<String, @Nullable Object> config;
        private final List<Unread> unread = new ArrayList<>();

        Answers(Map<String, @Nullable Object> config) {
            this.config = config;
        }

        void askUnlessTold(String name, Supplier<Object> question) {
            if (!config.containsKey(name)) {
                ask(name, question);
            }
        }

        void ask(String name, Supplier<Object> question) {
            try {
                config.put(name, question.get());
            } catch (RequestFailedException e) {
                RequestFailure failure = e.failure();
                unread.add(new Unread("config." + name, GET_POLICY, failure.code(), permission(GET_POLICY, failure)));
            }
        }
    }

    /** What has been handed over of one project, and what could not be. */
    private final class Listing {
        private final Consumer<Resource> sink;
        private final AtomicLong handedOver = new AtomicLong();
        private final Queue<String> unreachable = new ConcurrentLinkedQueue<>();

        Listing(Consumer<Resource> sink) {
            this.sink = sink;
        }

        void take(Bucket bucket) {
            // Google gives the names of buckets in a location that is down, and nothing else of them.
            if (bucket.containsKey("isUnreachable")) {
                unreachable.add(bucket.getName());
                return;
            }
            sink.accept(resource(bucket));
            handedOver.incrementAndGet();
        }

        Coverage.Entry entry() {
            if (unreachable.isEmpty()) {
                return entry(Coverage.Status.READ, "", "");
            }
            List<String> names = unreachable.stream().sorted().toList();
            String cause = "Google could not reach the location of %d buckets of project %s: %s%s"
                    .formatted(
                            names.size(),
                            project,
                            String.join(", ", names.subList(0, Math.min(5, names.size()))),
                            names.size() > 5 ? " and more" : "");
            return entry(Coverage.Status.PARTIAL, cause, "");
        }

        Coverage.Entry brokenOff(RequestFailure failure) {
            String cause = "cannot list the buckets of project %s: %s (%s)"
                    .formatted(project, failure.code(), failure.message());
            return entry(
                    handedOver.get() == 0 ? Coverage.Status.NOT_READ : Coverage.Status.PARTIAL,
                    cause,
                    permission(LIST, failure));
        }

        private Coverage.Entry entry(Coverage.Status status, String cause, String permission) {
            return new Coverage.Entry(project, Scope.GLOBAL, TYPE, status, handedOver.get(), cause, permission);
        }
    }

    private static String permission(String permission, RequestFailure failure) {
        return failure.kind() == RequestFailure.Kind.DENIED ? permission : "";
    }
}
