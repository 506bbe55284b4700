package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Store;
import dev.plumbline.dashboards.demo.log.Call.Target;
import dev.plumbline.rules.resource.Cloud;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** One caller at work: a clock that moves on with every call it makes. Holds a random source; for one thread. */
final class Session {
    /** Objects of a data lake: 100 KB at the median, one in twenty above 1.4 MB. */
    private static final double MEDIAN_BYTES_LOG = 11.5;

    private static final double SPREAD_BYTES_LOG = 1.6;
    private static final int OBJECTS = 4000;

    private final CloudAccount account;
    private final Caller caller;
    private final Origin origin;
    private final SplittableRandom random;
    private final Consumer<Call> calls;
    private Instant now;

    Session(
            CloudAccount account,
            Caller caller,
            Origin origin,
            Instant start,
            SplittableRandom random,
            Consumer<Call> calls) {
        this.account = account;
        this.caller = caller;
        this.origin = origin;
        this.now = start;
        this.random = random;
        this.calls = calls;
    }

    Instant now() {
        return now;
    }

    /** Lets time pass: exponentially distributed about the mean. */
    Session pause(double meanSeconds) {
        long millis = Math.round(-StrictMath.log(1 - random.nextDouble()) * meanSeconds * 1000);
        now = now.plusMillis(Math.max(1, millis));
        return this;
    }

    Session call(Operation operation) {
        return call(operation, Target.NONE, false);
    }

    Session call(Operation operation, Map<String, ?> parameters) {
        return call(operation, Target.with(parameters), false);
    }

    Session call(Operation operation, Store store) {
        return call(operation, Target.store(nativeName(store)), false);
    }

    Session denied(Operation operation) {
        return call(operation, Target.NONE, true);
    }

    Session denied(Operation operation, Store store) {
        return call(operation, Target.store(nativeName(store)), true);
    }

    /** Reads one object. */
    Session read(Words words, Store store) {
        long bytes = Math.round(StrictMath.exp(MEDIAN_BYTES_LOG + SPREAD_BYTES_LOG * random.nextGaussian()));
        return touch(words.read(), store, bytes);
    }

    Session write(Words words, Store store) {
        return touch(words.write(), store, 0);
    }

    private Session touch(Operation operation, Store store, long bytes) {
        int part = random.nextInt(OBJECTS);
        String key = store.dataset().name() + "/month=" + (1 + part % 12) + "/part-" + (10_000 + part) + ".parquet";
        return call(operation, new Target(nativeName(store), key, bytes, Map.of()), false);
    }

    private Session call(Operation operation, Target target, boolean denied) {
        calls.accept(new Call(now, Seeds.uuid(random), account, caller, origin, operation, target, denied));
        return this;
    }

    private static String nativeName(Store store) {
        return store.cloud() == Cloud.AZURE ? store.resourceId() : store.name();
    }
}
