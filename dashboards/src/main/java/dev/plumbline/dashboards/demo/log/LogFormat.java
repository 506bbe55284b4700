package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.rules.resource.Cloud;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes one day of one account in the files and the form in which its provider delivers them. Thread-safe. */
interface LogFormat {
    /** Writes the calls of that day, which come in order of time. */
    void write(Path folder, CloudAccount account, Day day, List<Call> calls) throws IOException;

    /** Whether the provider's log has such a call at all. */
    default boolean records(Call call) {
        return true;
    }

    /** The id by which the log names the call. */
    default String eventId(Call call) {
        return call.id().toString();
    }

    static LogFormat of(Cloud cloud, Folders folders) {
        return switch (cloud) {
            case AWS -> new CloudTrailFormat(folders);
            case AZURE -> new AzureActivityFormat(folders);
            case GCP -> new GcpAuditFormat(folders);
        };
    }
}
