package dev.plumbline.scanner.gcp;

import com.google.api.services.storage.model.Bucket;
import com.google.api.services.storage.model.BucketAccessControl;
import com.google.api.services.storage.model.ObjectAccessControl;
import com.google.api.services.storage.model.Policy;
import com.google.cloud.Tuple;
import com.google.cloud.storage.spi.v1.HttpStorageRpc;
import com.google.cloud.storage.spi.v1.StorageRpc.Option;
import dev.plumbline.scanner.collect.Pages;
import dev.plumbline.scanner.collect.RequestFailedException;
import dev.plumbline.scanner.collect.RetryingRequests;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The four questions we ask about a project's buckets. None of them reads an object. Every one is retried and budgeted.
 * The client's lower half is used because it hands over what Google sent; the upper half keeps only what it knows.
 */
final class StorageEndpoint {
    private static final long PAGE = 1_000;
    /** Conditions show in no older version of a policy. */
    private static final long POLICY_VERSION = 3;

    private final HttpStorageRpc client;
    private final String project;
    private final RetryingRequests requests;

    StorageEndpoint(HttpStorageRpc client, String project, RetryingRequests requests) {
        this.client = client;
        this.project = project;
        this.requests = requests;
    }

    /**
     * With access control lists, as far as they may be seen. A bucket whose location does not answer comes with its
     * name alone.
     *
     * @throws RequestFailedException if it cannot be had, as from all others here
     */
    Pages.Page<Bucket> buckets(Optional<String> token) {
        return requests.send(() -> page(token));
    }

    private Pages.Page<Bucket> page(Optional<String> token) {
        Map<Option, Object> options = new EnumMap<>(Option.class);
        options.put(Option.MAX_RESULTS, PAGE);
        options.put(Option.RETURN_PARTIAL_SUCCESS, true);
        token.ifPresent(value -> options.put(Option.PAGE_TOKEN, value));
        Tuple<String, Iterable<Bucket>> page = client.list(options);
        List<Bucket> buckets =
                StreamSupport.stream(page.y().spliterator(), false).toList();
        return new Pages.Page<>(buckets, Optional.ofNullable(page.x()));
    }

    Policy iamPolicy(Bucket bucket) {
        Map<Option, Object> options = billedTo(bucket);
        options.put(Option.REQUESTED_POLICY_VERSION, POLICY_VERSION);
        return requests.send(() -> client.getIamPolicy(bucket.getName(), options));
    }

    List<BucketAccessControl> acl(Bucket bucket) {
        return requests.send(() -> orEmpty(client.listAcls(bucket.getName(), billedTo(bucket))));
    }

    List<ObjectAccessControl> defaultObjectAcl(Bucket bucket) {
        return requests.send(() -> orEmpty(client.listDefaultAcls(bucket.getName())));
    }

    /** Where the requester pays, Google answers nobody who names no project to bill. */
    private Map<Option, Object> billedTo(Bucket bucket) {
        Map<Option, Object> options = new EnumMap<>(Option.class);
        if (bucket.getBilling() != null
                && Boolean.TRUE.equals(bucket.getBilling().getRequesterPays())) {
            options.put(Option.USER_PROJECT, project);
        }
        return options;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }
}
