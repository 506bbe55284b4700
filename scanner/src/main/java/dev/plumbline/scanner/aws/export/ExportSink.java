package dev.plumbline.scanner.aws.export;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes what an export tells, in its order. */
interface ExportSink {
    /**
     * One version of a resource.
     *
     * @param key the same for every version, also for one without an ARN
     */
    record Version(String key, ResourceId id, Instant captured) {}

    /** Asked once for each version, whether the resource should be made of it. */
    boolean wants(Version version);

    void resource(Resource resource);

    /** The resource of that key was deleted. */
    void gone(String key, Instant captured);

    /** There is such an account; some ARN or region tells its partition. */
    void account(AccountId account, String partition, Instant captured);

    /** The account's own block of public access, in S3's words. */
    void accountBlock(AccountId account, Instant captured, Map<String, @Nullable Object> block);
}
