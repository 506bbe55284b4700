package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.Parameters;
import java.util.List;

/** Mistakes in Google Cloud projects: one for every rule. */
final class GcpFaults {
    private static final String BUCKET = "gcp.storage.bucket";
    private static final int KEY_AGE_DAYS = 530;

    private final Parameters parameters;

    GcpFaults(Parameters parameters) {
        this.parameters = parameters;
    }

    List<Fault> all() {
        return List.of(
                Fault.of("gcp-storage-bucket-public", BUCKET, GcpFaults::openToAll)
                        .failsToo("gcp-storage-bucket-public-access-prevention"),
                Fault.of(
                        "gcp-storage-bucket-uniform-access",
                        BUCKET,
                        bucket -> bucket.at("iamConfiguration")
                                .put("uniformBucketLevelAccess", object("enabled", false))),
                Fault.of("gcp-kms-cryptokey-rotation", "gcp.kms.cryptokey", GcpFaults::neverRotate),
                Fault.of(
                        "gcp-iam-serviceaccountkey-age",
                        "gcp.iam.serviceaccountkey",
                        key -> key.config.put(
                                "validAfterTime",
                                parameters.daysBeforeEnd(KEY_AGE_DAYS).toString())),
                Fault.of(
                        "gcp-project-primitive-roles",
                        "gcp.project",
                        project -> project.listAt("bindings", "iamPolicy")
                                .add(GcpProjects.binding("roles/editor", "group:research@meridian.example"))));
    }

    private static void openToAll(Draft bucket) {
        bucket.at("iamConfiguration").put("publicAccessPrevention", "inherited");
        bucket.listAt("bindings", "iamPolicy").add(GcpProjects.binding("roles/storage.objectViewer", "allUsers"));
    }

    private static void neverRotate(Draft key) {
        key.config.remove("rotationPeriod");
        key.config.remove("nextRotationTime");
    }
}
