package dev.plumbline.dashboards.demo.log;

import static dev.plumbline.dashboards.demo.log.Operation.changes;
import static dev.plumbline.dashboards.demo.log.Operation.looks;
import static dev.plumbline.dashboards.demo.log.Operation.readsData;
import static dev.plumbline.dashboards.demo.log.Operation.writesData;

import java.util.List;

/** Method names of Google Cloud audit logs. */
final class GcpWords {
    private static final String STORAGE = "storage.googleapis.com";
    private static final String COMPUTE = "compute.googleapis.com";
    private static final String PROJECTS = "cloudresourcemanager.googleapis.com";
    private static final String BUILD = "cloudbuild.googleapis.com";
    private static final String RUN = "run.googleapis.com";

    static final Words WORDS = new Words(
            looks(PROJECTS, "GetProject"),
            looks(STORAGE, "storage.buckets.list"),
            readsData(STORAGE, "storage.objects.list"),
            readsData(STORAGE, "storage.objects.get"),
            writesData(STORAGE, "storage.objects.create"),
            readsData("cloudkms.googleapis.com", "Decrypt"),
            1,
            List.of(
                    looks(COMPUTE, "v1.compute.instances.list"),
                    looks(COMPUTE, "v1.compute.disks.list"),
                    looks("logging.googleapis.com", "google.logging.v2.LoggingServiceV2.ListLogEntries"),
                    looks("bigquery.googleapis.com", "google.cloud.bigquery.v2.JobService.GetQueryResults"),
                    looks("iam.googleapis.com", "google.iam.admin.v1.ListServiceAccounts"),
                    looks("container.googleapis.com", "google.container.v1.ClusterManager.ListClusters"),
                    looks(PROJECTS, "GetIamPolicy")),
            List.of(
                    looks(BUILD, "google.devtools.cloudbuild.v1.CloudBuild.GetBuild"),
                    changes(BUILD, "google.devtools.cloudbuild.v1.CloudBuild.CreateBuild"),
                    changes(RUN, "google.cloud.run.v2.Services.UpdateService"),
                    looks(RUN, "google.cloud.run.v2.Services.GetService"),
                    changes("container.googleapis.com", "io.k8s.apps.v1.deployments.patch")),
            List.of(
                    Words.BROWSER,
                    "google-cloud-sdk gcloud/541.0.0 command/gcloud.storage.cp environment/None",
                    "gl-python/3.12.11 grpc/1.75.1 gax/2.25.2 gapic/3.4.1 gccl/3.4.1"),
            List.of(
                    "gl-java/21.0.8 gapic/2.58.0 gax/2.68.0 gcloud-java",
                    "gl-python/3.12.11 grpc/1.75.1 gax/2.25.2 gccl/3.4.1"));

    private GcpWords() {}
}
