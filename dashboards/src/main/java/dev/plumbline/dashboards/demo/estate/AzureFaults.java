package dev.plumbline.dashboards.demo.estate;

import java.util.List;

/** Mistakes in Azure subscriptions: one for every rule. */
final class AzureFaults {
    private static final String ACCOUNT = "azure.storage.storageaccount";
    private static final String VAULT = "azure.keyvault.vault";

    private AzureFaults() {}

    static List<Fault> all() {
        return List.of(
                property("azure-storage-account-public-blob-access", ACCOUNT, "allowBlobPublicAccess", true),
                property("azure-storage-account-https-only", ACCOUNT, "supportsHttpsTrafficOnly", false),
                property("azure-storage-account-minimum-tls", ACCOUNT, "minimumTlsVersion", "TLS1_0"),
                // Planted after the account's own fault, for an account that forbids it keeps its containers closed.
                property("azure-storage-container-public", "azure.storage.container", "publicAccess", "Blob")
                        .onlyIf(AzureFaults::accountAllowsPublicAccess),
                // Azure leaves the member out where purge protection was never switched on
                Fault.of(
                        "azure-keyvault-purge-protection",
                        VAULT,
                        vault -> vault.at("properties").remove("enablePurgeProtection")),
                Fault.of("azure-keyvault-public-network", VAULT, AzureFaults::openToAllNetworks));
    }

    private static Fault property(String rule, String type, String property, Object value) {
        return Fault.of(rule, type, draft -> draft.at("properties").put(property, value));
    }

    private static boolean accountAllowsPublicAccess(Draft container) {
        return Boolean.TRUE.equals(container.at("storageAccounts", "properties").get("allowBlobPublicAccess"));
    }

    private static void openToAllNetworks(Draft vault) {
        vault.at("properties").put("publicNetworkAccess", "Enabled");
        vault.at("properties", "networkAcls").put("defaultAction", "Allow");
        vault.listAt("ipRules", "properties", "networkAcls").clear();
    }
}
