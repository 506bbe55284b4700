package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.aws.LoopbackAws.Request;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One reading during which some operations fail in one way. Many go on at once over the same clients and the same
 * {@link LoopbackAws}: {@link NamedOperations} writes on each request which run it belongs to.
 */
final class FaultyRun {
    /** For requests that will surely hang; all others may take as long as a busy machine needs. */
    static final Duration PATIENCE = Duration.ofMillis(100);

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Map<String, FaultyRun> RUNNING = new ConcurrentHashMap<>();
    /** Threads that a reading starts inherit its run. */
    private static final InheritableThreadLocal<@Nullable FaultyRun> CURRENT = new InheritableThreadLocal<>();

    private final String name = String.valueOf(NUMBERS.incrementAndGet());
    private final Fault fault;
    private final Set<String> operations;
    private final Set<String> requested = ConcurrentHashMap.newKeySet();
    private final Set<String> paged = ConcurrentHashMap.newKeySet();

    /** Ways to fail. */
    enum Fault {
        NONE,
        ACCESS_DENIED,
        THROTTLING_STORM,
        HTML_ERROR,
        TORN_BODY,
        ENDLESS_PAGES,
        CONNECTION_RESET,
        SLOW_LORIS;

        private Answer answer(Request request, Answer healthy) {
            return switch (this) {
                case NONE -> healthy;
                case ACCESS_DENIED -> request.protocol().error(403, "AccessDenied");
                case THROTTLING_STORM -> request.protocol().error(429, "ThrottlingException");
                case HTML_ERROR -> LoopbackAws.htmlError(500);
                case TORN_BODY -> healthy.torn();
                case ENDLESS_PAGES -> SampleAnswers.comeInPages(request) ? SampleAnswers.anotherPage(request) : healthy;
                case CONNECTION_RESET -> Answer.reset();
                case SLOW_LORIS -> Answer.hangingAfter("<");
            };
        }
    }

    /** @param operations that fail, such as {@code s3:GetBucketAcl} */
    FaultyRun(Fault fault, Set<String> operations) {
        this.fault = fault;
        this.operations = Set.copyOf(operations);
    }

    /** That of the calling thread. */
    static Optional<FaultyRun> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    <R> R during(Supplier<R> reading) {
        RUNNING.put(name, this);
        CURRENT.set(this);
        try {
            return reading.get();
        } finally {
            CURRENT.remove();
            RUNNING.remove(name);
        }
    }

    /** What a request is answered in its run. */
    static Answer spoil(Request request, Answer healthy) {
        FaultyRun run = RUNNING.get(request.run());
        return run == null ? healthy : run.answer(request, healthy);
    }

    private Answer answer(Request request, Answer healthy) {
        if (SampleAnswers.comeInPages(request)) {
            paged.add(request.api());
        }
        return operations.contains(request.api()) ? fault.answer(request, healthy) : healthy;
    }

    /** Noted where it is asked: what may hang may not even get as far as the server. */
    void asks(String api) {
        requested.add(api);
    }

    boolean leavesHanging(String api) {
        return fault == Fault.SLOW_LORIS && operations.contains(api);
    }

    String name() {
        return name;
    }

    Fault fault() {
        return fault;
    }

    Set<String> operations() {
        return operations;
    }

    /** What was asked so far. */
    Set<String> requested() {
        return Set.copyOf(requested);
    }

    /** Those of what was asked so far whose answers come in pages. */
    Set<String> paged() {
        return Set.copyOf(paged);
    }

    @Override
    public String toString() {
        return fault + " on " + operations;
    }
}
