package dev.plumbline.scanner.scan;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.CollectionRun;
import dev.plumbline.scanner.collect.CollectionSpool;
import dev.plumbline.scanner.collect.Coverage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/**
 * Accounts read live, through spools on disk: what a killed scan had read whole is taken over by the next scan of the
 * same target, if it is not older than {@link #RESUMABLE}. Discard it once its result is kept. Several accounts may be
 * read at once; it is gone over in one order whichever ended first.
 */
public final class LiveEstate implements Estate, AutoCloseable {
    /** Past this, what a dead scan had read no longer tells how the account is. */
    private static final Duration RESUMABLE = Duration.ofHours(24);

    private final Path folder;
    private final CollectionRun run;
    private final Instant now;
    private final NavigableMap<String, CollectionSpool> spools = new ConcurrentSkipListMap<>();
    private final NavigableMap<String, Coverage.Entry> unreachable = new ConcurrentSkipListMap<>();

    private LiveEstate(Path folder, CollectionRun run, Instant now) {
        this.folder = folder;
        this.run = run;
        this.now = now;
    }

    /**
     * An estate without an account yet.
     *
     * @param folder where spools live, beside the store
     */
    public static LiveEstate open(Path folder, CollectionRun run, Instant now) {
        return new LiveEstate(folder, run, now);
    }

    /**
     * Reads what is not in the target's spool yet.
     *
     * @throws IOException if the spool cannot be used, or another scan is using it
     */
    public void collect(Target target) throws IOException {
        String name = directory(target);
        CollectionSpool spool = open(folder.resolve(name), now);
        spools.put(name, spool);
        run.run(target.collectors(), target.scope(), spool);
    }

    /** Notes an account that could not be signed in to, under its id or the name it has for the user. */
    public void unreachable(Cloud cloud, String label, String cause) {
        ResourceType account =
                switch (cloud) {
                    case AWS -> new ResourceType("aws.account");
                    case AZURE -> new ResourceType("azure.subscription");
                    case GCP -> new ResourceType("gcp.project");
                };
        unreachable.put(
                label + " " + cause,
                new Coverage.Entry(new AccountId(label), "global", account, Coverage.Status.NOT_READ, 0, cause, ""));
    }

    private static CollectionSpool open(Path directory, Instant now) throws IOException {
        Path begun = directory.resolve("lock");
        boolean stale = Files.exists(begun)
                && Files.getLastModifiedTime(begun).toInstant().isBefore(now.minus(RESUMABLE));
        if (stale) {
            CollectionSpool.open(directory).discard();
        }
        return CollectionSpool.open(directory);
    }

    private static String directory(Target target) {
        byte[] name = (target.source() + "\n" + target.fingerprint()).getBytes(StandardCharsets.UTF_8);
        return target.cloud().key() + "-" + UUID.nameUUIDFromBytes(name);
    }

    @Override
    public void forEach(Consumer<Resource> sink) throws IOException {
        for (CollectionSpool spool : spools.values()) {
            spool.resources(sink);
        }
    }

    @Override
    public Coverage coverage() throws IOException {
        Coverage all = new Coverage(List.copyOf(unreachable.values()));
        for (CollectionSpool spool : spools.values()) {
            all = all.plus(spool.coverage());
        }
        return all;
    }

    @Override
    public List<String> problems() {
        return List.of();
    }

    /**
     * Removes the spools: their resources have been judged and the result is kept. Those of accounts whose reading had to
     * stop for the time being stay for the next scan.
     */
    public void discard() throws IOException {
        for (CollectionSpool spool : spools.values()) {
            if (spool.coverage().resumable()) {
                spool.close();
            } else {
                spool.discard();
            }
        }
        spools.clear();
    }

    /** Lets the spools go without removing them, so that the next scan resumes. */
    @Override
    public void close() throws IOException {
        for (CollectionSpool spool : spools.values()) {
            spool.close();
        }
    }
}
