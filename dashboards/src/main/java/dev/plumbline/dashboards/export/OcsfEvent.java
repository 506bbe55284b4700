package dev.plumbline.dashboards.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.Cloud;
import java.time.Instant;

/** What every OCSF event of ours has: classification, severity, metadata, the cloud it is about. */
final class OcsfEvent {
    /** The release that all events follow. */
    static final String SCHEMA_VERSION = "1.8.0";

    private static final int FINDINGS_CATEGORY = 2;

    private final String productVersion;

    OcsfEvent(String productVersion) {
        this.productVersion = productVersion;
    }

    enum Activity {
        CREATE(1, "Create"),
        UPDATE(2, "Update"),
        CLOSE(3, "Close");

        private final int id;
        private final String caption;

        Activity(int id, String caption) {
            this.id = id;
            this.caption = caption;
        }
    }

    enum Status {
        NEW(1, "New"),
        RESOLVED(4, "Resolved");

        private final int id;
        private final String caption;

        Status(int id, String caption) {
            this.id = id;
            this.caption = caption;
        }
    }

    /**
     * @param classUid 2003 or 2004
     * @param uid of this event, the same whenever it is told again
     * @param time when the finding was first made, or what it tells of last happened
     */
    ObjectNode begin(int classUid, String className, Activity activity, Severity severity, Instant time, String uid) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("activity_id", activity.id)
                .put("activity_name", activity.caption)
                .put("category_uid", FINDINGS_CATEGORY)
                .put("category_name", "Findings")
                .put("class_uid", classUid)
                .put("class_name", className)
                .put("type_uid", classUid * 100 + activity.id)
                .put("type_name", "%s: %s".formatted(className, activity.caption))
                .put("time", time.toEpochMilli());
        putSeverity(event, severity);
        ObjectNode metadata = event.putObject("metadata");
        metadata.put("version", SCHEMA_VERSION)
                .put("uid", uid)
                .putArray("profiles")
                .add("cloud");
        metadata.putObject("product")
                .put("name", "Plumbline")
                .put("vendor_name", "Plumbline")
                .put("version", productVersion);
        return event;
    }

    static void putStatus(ObjectNode event, Status status) {
        event.put("status_id", status.id).put("status", status.caption);
    }

    static void putSeverity(ObjectNode node, Severity severity) {
        switch (severity) {
            case CRITICAL -> node.put("severity_id", 5).put("severity", "Critical");
            case HIGH -> node.put("severity_id", 4).put("severity", "High");
            case MEDIUM -> node.put("severity_id", 3).put("severity", "Medium");
            case LOW -> node.put("severity_id", 2).put("severity", "Low");
        }
    }

    /** @param region may be empty, as may the account where a log does not name it */
    static void putCloud(ObjectNode event, Cloud cloud, String account, String region) {
        ObjectNode node = event.putObject("cloud").put("provider", provider(cloud));
        if (!region.isEmpty()) {
            node.put("region", region);
        }
        if (!account.isEmpty()) {
            ObjectNode holder = node.putObject("account").put("uid", account);
            switch (cloud) {
                case AWS -> holder.put("type_id", 10).put("type", "AWS Account");
                case AZURE -> holder.put("type_id", 13).put("type", "Azure Subscription");
                case GCP -> holder.put("type_id", 11).put("type", "GCP Project");
            }
        }
    }

    private static String provider(Cloud cloud) {
        return switch (cloud) {
            case AWS -> "AWS";
            case AZURE -> "Azure";
            case GCP -> "GCP";
        };
    }
}
