package dev.plumbline.scanner.aws.export;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots and histories of AWS Config and listings of {@code get-account-authorization-details}, together as if the
 * accounts had been read: of each resource the newest version, deleted ones left out, each account as a resource. Files
 * are streamed; held in memory are one item, and of each resource its name and a time. For one thread.
 */
public final class AwsExports {
    private final List<Path> files;
    private @Nullable Versions versions;
    private ExportTally tally = new ExportTally();

    /** @param files that {@link #recognises} recognises */
    public AwsExports(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** Whether the file is one of these exports, by what it holds. */
    public static boolean recognises(Path file) {
        return ExportKind.of(file).isPresent();
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /**
     * Hands over every resource, the same ones each time.
     *
     * @param elsewhere resources that are known from another source, and are left out here
     * @throws IOException if a file cannot be opened
     */
    public void forEach(Predicate<ResourceId> elsewhere, Consumer<Resource> sink) throws IOException {
        Versions known = versions;
        if (known == null) {
            known = new Versions();
            read(new ExportTally(), known);
            versions = known;
        }
        ExportTally now = new ExportTally();
        Current current = new Current(known, elsewhere, now, sink);
        read(now, current);
        current.accounts.resources().forEach(current::accept);
        tally = now;
    }

    private void read(ExportTally all, ExportSink sink) throws IOException {
        AuthorizationListings listings = new AuthorizationListings();
        for (Path file : files) {
            switch (ExportKind.of(file).orElseThrow(() -> new IOException(file + " changed while it was read"))) {
                case CONFIG -> ConfigFile.read(file, all, sink);
                case AUTHORIZATION_DETAILS -> AuthorizationDetailsFile.read(file, listings, all, sink);
            }
        }
        listings.addTo(all);
    }

    /** What was read; complete only after one {@link #forEach}. */
    public Coverage coverage() {
        return tally.coverage();
    }

    /** What could not be used, as sentences; complete only after one {@link #forEach}. */
    public List<String> problems() {
        return tally.problems();
    }

    /** Second pass: makes resources of the current versions. */
    private static final class Current implements ExportSink {
        private final Versions versions;
        private final Predicate<ResourceId> elsewhere;
        private final ExportTally tally;
        private final Consumer<Resource> sink;
        private final ExportedAccounts accounts = new ExportedAccounts();
        private long seen;

        private Current(
                Versions versions, Predicate<ResourceId> elsewhere, ExportTally tally, Consumer<Resource> sink) {
            this.versions = versions;
            this.elsewhere = elsewhere;
            this.tally = tally;
            this.sink = sink;
        }

        @Override
        public boolean wants(Version version) {
            return versions.isCurrent(version, seen++);
        }

        @Override
        public void resource(Resource resource) {
            accept(resource);
        }

        private void accept(Resource resource) {
            if (!elsewhere.test(resource.id())) {
                tally.resource(new Part(resource.account(), resource.region(), resource.type()));
                sink.accept(resource);
            }
        }

        @Override
        public void gone(String key, Instant captured) {
            // Known from the first pass.
        }

        @Override
        public void account(AccountId account, String partition, Instant captured) {
            accounts.saw(account, partition, captured);
        }

        @Override
        public void accountBlock(AccountId account, Instant captured, Map<String, @Nullable Object> block) {
            accounts.block(account, captured, block);
        }
    }
}
