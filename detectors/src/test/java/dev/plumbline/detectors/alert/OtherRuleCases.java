package dev.plumbline.detectors.alert;

import static dev.plumbline.detectors.alert.Marking.azure;
import static dev.plumbline.detectors.alert.Marking.gcp;

import dev.plumbline.detectors.alert.EventRulesTest.Case;
import java.util.List;

/** Events in the shape of Google Cloud's and Azure's own. */
final class OtherRuleCases {
    private static final String LOGGING = "google.logging.v2.";

    private OtherRuleCases() {}

    static List<Case> all() {
        return List.of(
                new Case(
                        "sink deleted",
                        "gcp-log-sink-removed",
                        gcp("logging.googleapis.com", LOGGING + "ConfigServiceV2.DeleteSink", "")),
                new Case(
                        "sink disabled",
                        "gcp-log-sink-removed",
                        gcp(
                                "logging.googleapis.com",
                                LOGGING + "ConfigServiceV2.UpdateSink",
                                "\"request\":{\"sink\":{\"disabled\":true}}")),
                new Case(
                        "sink changed",
                        "",
                        gcp(
                                "logging.googleapis.com",
                                LOGGING + "ConfigServiceV2.UpdateSink",
                                "\"request\":{\"sink\":{\"name\":\"s\"}}")),
                new Case(
                        "sink deletion refused",
                        "",
                        gcp(
                                "logging.googleapis.com",
                                LOGGING + "ConfigServiceV2.DeleteSink",
                                "\"authorizationInfo\":[{\"granted\":false}]")),
                new Case(
                        "log bucket changed",
                        "gcp-log-store-changed",
                        gcp("logging.googleapis.com", LOGGING + "ConfigServiceV2.UpdateBucket", "")),
                new Case(
                        "audit config removed",
                        "gcp-audit-config-removed",
                        gcp(
                                "cloudresourcemanager.googleapis.com",
                                "SetIamPolicy",
                                "\"serviceData\":{\"policyDelta\":{\"auditConfigDeltas\":[{\"action\":\"REMOVE\",\"logType\":\"DATA_READ\"}]}}")),
                new Case(
                        "audit config added",
                        "",
                        gcp(
                                "cloudresourcemanager.googleapis.com",
                                "SetIamPolicy",
                                "\"serviceData\":{\"policyDelta\":{\"auditConfigDeltas\":[{\"action\":\"ADD\"}]}}")),
                new Case(
                        "bucket to everyone",
                        "gcp-store-opened-to-everyone",
                        gcp(
                                "storage.googleapis.com",
                                "storage.setIamPermissions",
                                "\"serviceData\":{\"policyDelta\":{\"bindingDeltas\":[{\"action\":\"ADD\",\"member\":\"allUsers\"}]}}")),
                new Case(
                        "snapshot to everyone",
                        "gcp-store-opened-to-everyone",
                        gcp(
                                "compute.googleapis.com",
                                "v1.compute.snapshots.setIamPolicy",
                                "\"request\":{\"policy\":{\"bindings\":[{\"role\":\"roles/viewer\",\"members\":[\"allAuthenticatedUsers\"]}]}}")),
                new Case(
                        "bucket to a colleague",
                        "",
                        gcp(
                                "storage.googleapis.com",
                                "storage.setIamPermissions",
                                "\"serviceData\":{\"policyDelta\":{\"bindingDeltas\":[{\"action\":\"ADD\",\"member\":\"user:lee@example.org\"}]}}")),
                new Case(
                        "key made",
                        "gcp-service-account-key-created",
                        gcp("iam.googleapis.com", "google.iam.admin.v1.CreateServiceAccountKey", "")),
                new Case(
                        "keys listed", "", gcp("iam.googleapis.com", "google.iam.admin.v1.ListServiceAccountKeys", "")),
                new Case(
                        "key version destroyed",
                        "gcp-kms-key-version-destroyed",
                        gcp("cloudkms.googleapis.com", "DestroyCryptoKeyVersion", "")),
                new Case(
                        "diagnostic settings deleted",
                        "azure-diagnostic-settings-deleted",
                        azure("MICROSOFT.INSIGHTS/DIAGNOSTICSETTINGS/DELETE", "Success")),
                new Case(
                        "diagnostic settings kept",
                        "",
                        azure("MICROSOFT.INSIGHTS/DIAGNOSTICSETTINGS/DELETE", "Failure")),
                new Case(
                        "diagnostic settings written",
                        "",
                        azure("MICROSOFT.INSIGHTS/DIAGNOSTICSETTINGS/WRITE", "Success")),
                new Case(
                        "event hub deleted",
                        "azure-log-store-deleted",
                        azure("MICROSOFT.EVENTHUB/NAMESPACES/EVENTHUBS/DELETE", "Success")),
                new Case(
                        "disk address",
                        "azure-disk-address-handed-out",
                        azure("Microsoft.Compute/snapshots/beginGetAccess/action", "Succeeded")),
                new Case(
                        "account address",
                        "azure-storage-address-signed",
                        azure("Microsoft.Storage/storageAccounts/listAccountSas/action", "Succeeded")),
                new Case(
                        "vault deleted",
                        "azure-key-vault-deleted",
                        azure("Microsoft.KeyVault/vaults/delete", "Succeeded")),
                new Case("vault written", "", azure("Microsoft.KeyVault/vaults/write", "Succeeded")),
                new Case(
                        "lock deleted",
                        "azure-resource-lock-deleted",
                        azure("Microsoft.Authorization/locks/delete", "Succeeded")),
                new Case(
                        "access elevated",
                        "azure-access-elevated",
                        azure("Microsoft.Authorization/elevateAccess/action", "Succeeded")));
    }
}
