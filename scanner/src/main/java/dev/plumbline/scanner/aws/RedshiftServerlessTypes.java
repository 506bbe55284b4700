package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.REDSHIFTSERVERLESS;

import java.util.List;
import software.amazon.awssdk.services.redshiftserverless.model.ListNamespacesResponse;
import software.amazon.awssdk.services.redshiftserverless.model.ListSnapshotsResponse;
import software.amazon.awssdk.services.redshiftserverless.model.ListWorkgroupsResponse;
import software.amazon.awssdk.services.redshiftserverless.model.Namespace;
import software.amazon.awssdk.services.redshiftserverless.model.Snapshot;
import software.amazon.awssdk.services.redshiftserverless.model.Workgroup;

/** Redshift Serverless: workgroups (network, parameters), namespaces (data, keys, logs) and snapshots. */
final class RedshiftServerlessTypes {
    private RedshiftServerlessTypes() {}

    static List<AwsType<?>> all() {
        return List.of(workgroup(), namespace(), snapshot());
    }

    private static AwsType<?> workgroup() {
        return REDSHIFTSERVERLESS
                .type("aws.redshiftserverless.workgroup")
                .list(
                        "ListWorkgroups",
                        (redshift, token) -> redshift.listWorkgroups(r -> r.nextToken(token)),
                        ListWorkgroupsResponse::nextToken,
                        ListWorkgroupsResponse::workgroups)
                .id(Workgroup::workgroupArn)
                .name(Workgroup::workgroupName)
                .goneIf("ResourceNotFoundException")
                .ask(
                        "ListTagsForResource",
                        (redshift, workgroup, arn) -> redshift.listTagsForResource(r -> r.resourceArn(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> namespace() {
        return REDSHIFTSERVERLESS
                .type("aws.redshiftserverless.namespace")
                .list(
                        "ListNamespaces",
                        (redshift, token) -> redshift.listNamespaces(r -> r.nextToken(token)),
                        ListNamespacesResponse::nextToken,
                        ListNamespacesResponse::namespaces)
                .id(Namespace::namespaceArn)
                .name(Namespace::namespaceName)
                .goneIf("ResourceNotFoundException")
                .ask(
                        "ListTagsForResource",
                        (redshift, namespace, arn) -> redshift.listTagsForResource(r -> r.resourceArn(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> snapshot() {
        return REDSHIFTSERVERLESS
                .type("aws.redshiftserverless.snapshot")
                .list(
                        "ListSnapshots",
                        (redshift, token) -> redshift.listSnapshots(r -> r.nextToken(token)),
                        ListSnapshotsResponse::nextToken,
                        ListSnapshotsResponse::snapshots)
                .id(Snapshot::snapshotArn)
                .name(Snapshot::snapshotName)
                .build();
    }
}
