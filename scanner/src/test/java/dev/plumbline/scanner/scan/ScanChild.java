package dev.plumbline.scanner.scan;

import dev.plumbline.rules.language.RuleEngine;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.CollectionRun;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Scope;
import dev.plumbline.scanner.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * A process that scans three regions of an account and stops for good at the moment it is told, to be killed there.
 * Prints one line for each region it begins to read, {@code stuck} where it stops, {@code done} at its end.
 */
public final class ScanChild {
    static final int BUCKETS_PER_REGION = 400;
    private static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1", "us-east-1");
    private static final AccountId ACCOUNT = new AccountId("111122223333");

    private ScanChild() {}

    /** @param arguments folder of the store, folder of rules, and where to stop: a region, {@code judging} or nothing */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String stop = arguments[2];
        RuleEngine engine = new RuleEngine(RulePack.load(List.of(Path.of(arguments[1]))));
        Clock clock = Clock.systemUTC();
        Target target = new Target(Cloud.AWS, new Scope(ACCOUNT, REGIONS), List.of(new Buckets(stop)), "child");
        try (Store store = Store.open(folder.resolve("plumbline.db").toString());
                LiveEstate estate =
                        LiveEstate.open(folder.resolve("spool"), new CollectionRun(1, entry -> {}), clock.instant())) {
            estate.collect(target);
            Estate judged = stop.equals("judging") ? new StuckEstate(estate) : estate;
            new Scan(store, engine, clock).run(new ScanRequest("aws child", Optional.of(judged), Optional.empty()));
            estate.discard();
        }
        say("done");
    }

    private static void stopForGood() {
        say("stuck");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private record Buckets(String stop) implements Collector {
        @Override
        public ResourceType resourceType() {
            return new ResourceType("aws.s3.bucket");
        }

        @Override
        public Set<String> requiredPermissions() {
            return Set.of();
        }

        @Override
        public List<String> regions(Scope scope) {
            return scope.regions();
        }

        @Override
        public Coverage collect(Scope scope, Consumer<Resource> sink) {
            String region = scope.regions().getFirst();
            say("read " + region);
            for (int index = 0; index < BUCKETS_PER_REGION; index++) {
                if (region.equals(stop) && index == BUCKETS_PER_REGION / 2) {
                    stopForGood();
                }
                sink.accept(bucket(region, region + "-" + index));
            }
            return new Coverage(List.of(new Coverage.Entry(
                    ACCOUNT, region, resourceType(), Coverage.Status.READ, BUCKETS_PER_REGION, "", "")));
        }
    }

    private static Resource bucket(String region, String name) {
        return new Resource(
                Cloud.AWS,
                ACCOUNT,
                region,
                new ResourceType("aws.s3.bucket"),
                new ResourceId("arn:aws:s3:::" + name),
                name,
                Map.of(),
                Map.of("BucketVersioning", Map.of("Status", "Suspended")),
                List.of(),
                Instant.EPOCH);
    }

    /** Stops in the middle of the second pass, with findings written and the transaction open. */
    private static final class StuckEstate implements Estate {
        private final Estate whole;
        private int passes;
        private int handed;

        private StuckEstate(Estate whole) {
            this.whole = whole;
        }

        @Override
        public void forEach(Consumer<Resource> sink) throws IOException {
            passes++;
            whole.forEach(resource -> {
                if (passes == 2 && ++handed > 2 * BUCKETS_PER_REGION) {
                    stopForGood();
                }
                sink.accept(resource);
            });
        }

        @Override
        public Coverage coverage() throws IOException {
            return whole.coverage();
        }

        @Override
        public List<String> problems() {
            return whole.problems();
        }
    }
}
