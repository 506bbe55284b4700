package dev.plumbline.scanner.scan;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.collect.CollectionRun;
import dev.plumbline.scanner.collect.CollectionSpool;
import dev.plumbline.scanner.collect.Coverage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Accounts read live, through spools on disk: what a killed scan had read whole is taken over by the next scan of the
 * same target, if it is not older than {@link #RESUMABLE}. Discard it once its result is kept.
 */
public final class LiveEstate implements Estate, AutoCloseable {
    /** Past this, what a dead scan had read no longer tells how the account is. */
    private static final Duration RESUMABLE = Duration.ofHours(24);

    private final List<CollectionSpool> spools = new ArrayList<>();

    private LiveEstate() {}

    /**
     * Reads every target that is not in its spool yet.
     *
     * @param folder where spools live, beside the store
     * @throws IOException if a spool cannot be used, or another scan is using it
     */
    public static LiveEstate collect(List<Target> targets, Path folder, CollectionRun run, Instant now)
            throws IOException {
        LiveEstate estate = new LiveEstate();
        try {
            for (Target target : targets) {
                CollectionSpool spool = open(folder.resolve(directory(target)), now);
                estate.spools.add(spool);
                run.run(target.collectors(), target.scope(), spool);
            }
            return estate;
        } catch (IOException | RuntimeException e) {
            estate.close();
            throw e;
        }
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
        for (CollectionSpool spool : spools) {
            spool.resources(sink);
        }
    }

    @Override
    public Coverage coverage() throws IOException {
        Coverage all = Coverage.NONE;
        for (CollectionSpool spool : spools) {
            all = all.plus(spool.coverage());
        }
        return all;
    }

    @Override
    public List<String> problems() {
        return List.of();
    }

    /** Removes the spools: their resources have been judged and the result is kept. */
    public void discard() throws IOException {
        for (CollectionSpool spool : spools) {
            spool.discard();
        }
        spools.clear();
    }

    /** Lets the spools go without removing them, so that the next scan resumes. */
    @Override
    public void close() throws IOException {
        for (CollectionSpool spool : spools) {
            spool.close();
        }
    }
}
