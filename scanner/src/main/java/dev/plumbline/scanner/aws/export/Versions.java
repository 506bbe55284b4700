package dev.plumbline.scanner.aws.export;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which version of each resource is the newest, learnt in a first pass over all files. Of versions with the same time the
 * last one counts. All that is held of a resource is its name and a time.
 */
final class Versions implements ExportSink {
    private final Map<ResourceId, Newest> newest = new HashMap<>();
    private final Map<String, Instant> gone = new HashMap<>();
    private long seen;

    private record Newest(Instant captured, long number) {}

    @Override
    public boolean wants(Version version) {
        Newest now = new Newest(version.captured(), seen++);
        newest.merge(version.id(), now, (old, other) -> other.captured().isBefore(old.captured()) ? old : other);
        return false;
    }

    /**
     * Whether the version is the one to make a resource of.
     *
     * @param number how many versions came before it in this pass, which goes over the same files in the same order
     */
    boolean isCurrent(ExportSink.Version version, long number) {
        Newest last = newest.get(version.id());
        Instant deleted = gone.get(version.key());
        return last != null && last.number() == number && (deleted == null || deleted.isBefore(version.captured()));
    }

    @Override
    public void gone(String key, Instant captured) {
        gone.merge(key, captured, (old, now) -> now.isAfter(old) ? now : old);
    }

    @Override
    public void resource(Resource resource) {
        throw new IllegalStateException("no version is wanted in the first pass");
    }

    @Override
    public void account(AccountId account, String partition, Instant captured) {
        // Told again in the second pass.
    }

    @Override
    public void accountBlock(AccountId account, Instant captured, Map<String, @Nullable Object> block) {
        // Told again in the second pass.
    }
}
