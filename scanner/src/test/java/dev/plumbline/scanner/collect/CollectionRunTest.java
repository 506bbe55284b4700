package dev.plumbline.scanner.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionRunTest {
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final Scope SCOPE = new Scope(ACCOUNT, List.of("eu-west-1", "eu-west-2"));
    private static final ResourceType KEY = new ResourceType("aws.kms.key");
    private static final ResourceType BUCKET = new ResourceType("aws.s3.bucket");

    @TempDir
    private Path directory;

    private final List<Coverage.Entry> progress = Collections.synchronizedList(new ArrayList<>());
    private final CollectionRun run = new CollectionRun(4, progress::add);

    @Test
    void everyPartOfEveryCollectorIsReadAndKept() throws IOException {
        try (CollectionSpool spool = CollectionSpool.open(directory)) {
            Coverage coverage = run.run(List.of(new Fake(KEY), new Fake(BUCKET)), SCOPE, spool);

            assertThat(coverage.complete()).isTrue();
            assertThat(coverage.entries())
                    .extracting(entry -> entry.type() + " " + entry.region())
                    .containsExactly(
                            "aws.kms.key eu-west-1",
                            "aws.kms.key eu-west-2",
                            "aws.s3.bucket eu-west-1",
                            "aws.s3.bucket eu-west-2");
            assertThat(progress).containsExactlyInAnyOrderElementsOf(coverage.entries());
            assertThat(ids(spool)).hasSize(8).doesNotHaveDuplicates();
            assertThat(spool.coverage().entries()).containsExactlyInAnyOrderElementsOf(coverage.entries());
        }
    }

    @Test
    void aCollectorThatFailsIsCoverageAndStopsNobody() throws IOException {
        Fake failing = new Fake(KEY).failingIn("eu-west-1", 0).failingIn("eu-west-2", 1);

        try (CollectionSpool spool = CollectionSpool.open(directory)) {
            Coverage coverage = run.run(List.of(failing, new Fake(BUCKET)), SCOPE, spool);

            assertThat(coverage.entries())
                    .extracting(Coverage.Entry::status)
                    .containsExactly(
                            Coverage.Status.NOT_READ,
                            Coverage.Status.PARTIAL,
                            Coverage.Status.READ,
                            Coverage.Status.READ);
            assertThat(coverage.entries().getFirst().cause()).contains("region is dead");
            assertThat(ids(spool)).hasSize(5);
        }
    }

    @Test
    void whatWasReadWholeIsNotReadAgain() throws IOException {
        Fake first = new Fake(KEY).failingIn("eu-west-2", 1);
        try (CollectionSpool spool = CollectionSpool.open(directory)) {
            run.run(List.of(first), SCOPE, spool);
        }

        Fake second = new Fake(KEY);
        try (CollectionSpool spool = CollectionSpool.open(directory)) {
            Coverage coverage = run.run(List.of(second), SCOPE, spool);

            assertThat(second.read).containsExactly("eu-west-2");
            assertThat(coverage.complete()).isTrue();
            assertThat(ids(spool)).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPartTornByAKillIsReadAgain() throws IOException {
        try (CollectionSpool spool = CollectionSpool.open(directory)) {
            run.run(List.of(new Fake(KEY)), SCOPE, spool);
        }
        // A kill between the two renames leaves resources without coverage, and one before leaves a torn file.
        Files.delete(directory.resolve("111122223333~eu-west-1~aws.kms.key.coverage.json"));
        Files.write(directory.resolve("111122223333~eu-west-1~aws.s3.bucket.unfinished.gz"), new byte[] {0x1f});

        Fake again = new Fake(KEY);
        try (CollectionSpool spool = CollectionSpool.open(directory)) {
            assertThat(ids(spool)).hasSize(2);
            run.run(List.of(again), SCOPE, spool);

            assertThat(again.read).containsExactly("eu-west-1");
            assertThat(ids(spool)).hasSize(4).doesNotHaveDuplicates();
        }
        assertThat(directory).isDirectoryNotContaining("glob:**.unfinished.gz");
    }

    @Test
    void aFullDiskEndsTheRunWhateverTheCollectorMakesOfIt() throws IOException {
        CollectionSpool spool = CollectionSpool.open(directory);
        Collector swallowing = new Fake(KEY) {
            @Override
            public Coverage collect(Scope scope, Consumer<Resource> sink) {
                try {
                    closeUnder(sink);
                    sink.accept(resource(scope, 0));
                } catch (UncheckedIOException e) {
                    // what a careless collector would do
                }
                return covered(scope, 0);
            }
        };

        assertThatThrownBy(() -> run.run(List.of(swallowing), SCOPE, spool)).isInstanceOf(UncheckedIOException.class);
        assertThat(ids(spool)).isEmpty();
        spool.close();
    }

    @Test
    void anInterruptedRunThrowsAwayWhatIsUnderWay() throws Exception {
        CountDownLatch reading = new CountDownLatch(2);
        Collector hanging = new Fake(KEY) {
            @Override
            public Coverage collect(Scope scope, Consumer<Resource> sink) {
                sink.accept(resource(scope, 0));
                reading.countDown();
                Fanout.forEach(List.of(1), 1, CollectionRunTest::hang);
                return covered(scope, 1);
            }
        };
        try (CollectionSpool spool = CollectionSpool.open(directory)) {
            List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
            Thread scan = Thread.ofVirtual().start(() -> {
                try {
                    run.run(List.of(hanging), SCOPE, spool);
                } catch (CancellationException e) {
                    thrown.add(e);
                }
            });
            reading.await();
            scan.interrupt();
            scan.join();

            assertThat(thrown).hasSize(1);
            assertThat(progress).isEmpty();
            assertThat(ids(spool)).isEmpty();
        }
    }

    @Test
    void aSecondScanInTheSameFolderIsRefused() throws IOException {
        try (CollectionSpool spool = CollectionSpool.open(directory)) {
            assertThatThrownBy(() -> CollectionSpool.open(directory))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another scan is using");
        }
        CollectionSpool.open(directory).close();
    }

    @Test
    void aDamagedPartIsNamed() throws IOException {
        try (CollectionSpool spool = CollectionSpool.open(directory)) {
            run.run(List.of(new Fake(KEY)), SCOPE, spool);
            Path part = directory.resolve("111122223333~eu-west-2~aws.kms.key.ndjson.gz");
            Files.write(part, new byte[] {1, 2, 3});

            assertThatThrownBy(() -> ids(spool))
                    .hasMessageContaining("eu-west-2")
                    .hasMessageContaining("scan again");
        }
    }

    @Test
    void namesThatNoFileMayHaveAreSafe() throws IOException {
        Scope hostile = new Scope(new AccountId("../../etc~x"), List.of("a/b", "a~b"));
        try (CollectionSpool spool = CollectionSpool.open(directory.resolve("spool"))) {
            run.run(List.of(new Fake(KEY)), hostile, spool);

            assertThat(ids(spool)).hasSize(4);
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("spool"));
        }
    }

    @Test
    void aSpoolTakenOverLeavesNothing() throws IOException {
        CollectionSpool spool = CollectionSpool.open(directory.resolve("spool"));
        run.run(List.of(new Fake(KEY)), SCOPE, spool);

        spool.discard();

        assertThat(directory.resolve("spool")).doesNotExist();
    }

    private static List<String> ids(CollectionSpool spool) throws IOException {
        List<String> ids = new ArrayList<>();
        spool.resources(resource -> ids.add(resource.id().value()));
        return ids;
    }

    /** The writer's file is closed under it: the next write fails as on a full disk. */
    private static void closeUnder(Consumer<Resource> sink) {
        try {
            ((CollectionSpool.PartWriter) sink).close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void hang(int ignored) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Gives two resources per region. */
    private static class Fake implements Collector {
        private final ResourceType type;
        private final Map<String, Integer> failures = new HashMap<>();
        final List<String> read = Collections.synchronizedList(new ArrayList<>());

        Fake(ResourceType type) {
            this.type = type;
        }

        Fake failingIn(String region, int afterResources) {
            failures.put(region, afterResources);
            return this;
        }

        @Override
        public ResourceType resourceType() {
            return type;
        }

        @Override
        public Set<String> requiredPermissions() {
            return Set.of();
        }

        @Override
        public Coverage collect(Scope scope, Consumer<Resource> sink) {
            String region = scope.regions().getFirst();
            read.add(region);
            for (int i = 0; i < 2; i++) {
                if (failures.getOrDefault(region, -1) == i) {
                    throw new IllegalStateException("the region is dead");
                }
                sink.accept(resource(scope, i));
            }
            return covered(scope, 2);
        }

        Coverage covered(Scope scope, long resources) {
            return new Coverage(List.of(new Coverage.Entry(
                    scope.account(), scope.regions().getFirst(), type, Coverage.Status.READ, resources, "", "")));
        }

        Resource resource(Scope scope, int number) {
            String name = "%s/%s/%d".formatted(type, scope.regions().getFirst(), number);
            return new Resource(
                    Cloud.AWS,
                    scope.account(),
                    scope.regions().getFirst(),
                    type,
                    new ResourceId(name),
                    name,
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Instant.EPOCH);
        }
    }
}
