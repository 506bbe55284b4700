package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Store;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cloud Storage buckets. */
final class GcpBuckets {
    private final Company company;
    private final Seeds seeds;

    GcpBuckets(Company company) {
        this.company = company;
        this.seeds = company.parameters().seeds();
    }

    Stream<Draft> drafts(CloudAccount project) {
        return company.stores(project).stream().map(this::bucket);
    }

    private Draft bucket(Store store) {
        CloudAccount project = store.account();
        String created = company.parameters()
                .daysBeforeEnd(60 + seeds.random("bucket", store.name()).nextInt(900))
                .toString();
        Map<String, @Nullable Object> config = object(
                "kind", "storage#bucket",
                "id", store.name(),
                "name", store.name(),
                "projectNumber", GcpProjects.number(company, project),
                "location", project.region().toUpperCase(Locale.ROOT),
                "locationType", "region",
                "storageClass", "STANDARD",
                "timeCreated", created,
                "updated", created,
                "labels",
                        object(
                                "data-class",
                                store.dataset().dataClass(),
                                "owner",
                                store.team().key()),
                "iamConfiguration",
                        object(
                                "uniformBucketLevelAccess",
                                object("enabled", true, "lockedTime", created),
                                "publicAccessPrevention",
                                "enforced"),
                "encryption",
                        object(
                                "defaultKmsKeyName",
                                GcpKeys.nameOf(project, store.team().key())),
                "versioning", object("enabled", true),
                "logging", object("logBucket", "meridian-central-access-logs", "logObjectPrefix", store.name()),
                "retentionPolicy", object("retentionPeriod", "604800", "isLocked", false),
                "softDeletePolicy", object("retentionDurationSeconds", "604800"),
                "iamPolicy", object("kind", "storage#policy", "version", 3L, "bindings", bindings(store)));
        return new Draft(project, project.region(), "gcp.storage.bucket", store.resourceId(), store.name(), config)
                .tagged(store.tags());
    }

    private static List<@Nullable Object> bindings(Store store) {
        return list(
                GcpProjects.binding(
                        "roles/storage.legacyBucketReader",
                        "projectViewer:" + store.account().id()),
                GcpProjects.binding(
                        "roles/storage.objectViewer",
                        "group:%s@meridian.example".formatted(store.team().key())),
                GcpProjects.binding(
                        "roles/storage.objectAdmin",
                        "serviceAccount:etl-loader@%s.iam.gserviceaccount.com"
                                .formatted(store.account().id())));
    }
}
