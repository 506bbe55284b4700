package dev.plumbline.scanner.collect;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/** One budget per account, service and region, made when first asked for. Thread-safe. */
public final class RequestBudgets {
    /** Answers come within some 100 ms, so 32 in flight are enough for 300 requests a second. */
    private static final int IN_FLIGHT = 32;

    private final RequestQuotas quotas;
    private final OptionalDouble requestsPerSecond;
    private final Timekeeper time;
    private final Map<Key, RequestBudget> budgets = new ConcurrentHashMap<>();

    /**
     * Makes no budget yet.
     *
     * @param requestsPerSecond what the user set for every service, in place of the defaults; above 0
     */
    public RequestBudgets(RequestQuotas quotas, OptionalDouble requestsPerSecond, Timekeeper time) {
        this.quotas = quotas;
        this.requestsPerSecond = requestsPerSecond;
        this.time = time;
    }

    /**
     * The one budget of a service in a region of an account.
     *
     * @param service as in the data file, such as {@code s3}
     * @param region the provider's region, or {@code global}
     */
    public RequestBudget of(Cloud cloud, AccountId account, String service, String region) {
        return budgets.computeIfAbsent(
                new Key(cloud, account, service, region),
                key -> new RequestBudget(
                        requestsPerSecond.orElseGet(() -> quotas.requestsPerSecond(cloud, service)), IN_FLIGHT, time));
    }

    private record Key(Cloud cloud, AccountId account, String service, String region) {}
}
