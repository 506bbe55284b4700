package dev.plumbline.scanner.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** One part being read: who is asked, where, and what all its things share. Thread-safe. */
final class Reading {
    private final AwsConnection connection;
    private final String region;
    private final AwsPlace place;
    private final Listing listing;
    private final Map<AwsOperation, Object> shared = new ConcurrentHashMap<>();

    /** @param region of the clients; {@code global} for the account's home */
    Reading(AwsConnection connection, AwsService<?> service, String region, Listing listing) {
        this.connection = connection;
        this.region = region;
        this.place = connection.place(service, region);
        this.listing = listing;
    }

    AwsPlace place() {
        return place;
    }

    <C, R> R call(AwsService<C> service, AwsOperation operation, Function<C, R> request) {
        return connection.client(service, region).call(operation, request);
    }

    /** What one listing tells of all things, asked when the first of them needs it. */
    @SuppressWarnings("unchecked") // an operation's answer is of one type
    <S> S once(AwsOperation operation, Supplier<S> ask) {
        return (S) shared.computeIfAbsent(operation, key -> ask.get());
    }

    /** A listing within a listing that failed: the rest goes on. */
    void missed(AwsFailure failure) {
        listing.missed(failure);
    }
}
