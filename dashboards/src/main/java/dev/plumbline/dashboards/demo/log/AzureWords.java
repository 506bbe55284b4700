package dev.plumbline.dashboards.demo.log;

import static dev.plumbline.dashboards.demo.log.Operation.changes;
import static dev.plumbline.dashboards.demo.log.Operation.looks;

import java.util.List;

/**
 * Operation names of the Azure activity log, which knows administration alone: reading data shows as asking for an
 * account's keys, and looking around does not show at all.
 */
final class AzureWords {
    private static final String STORAGE = "Microsoft.Storage";
    private static final String RESOURCES = "Microsoft.Resources";
    private static final Operation KEYS = changes(STORAGE, "Microsoft.Storage/storageAccounts/listKeys/action");

    static final Words WORDS = new Words(
            looks(RESOURCES, "Microsoft.Resources/subscriptions/resourceGroups/read"),
            looks(STORAGE, "Microsoft.Storage/storageAccounts/read"),
            looks(STORAGE, "Microsoft.Storage/storageAccounts/blobServices/containers/read"),
            KEYS,
            changes(STORAGE, "Microsoft.Storage/storageAccounts/blobServices/containers/write"),
            looks("Microsoft.KeyVault", "Microsoft.KeyVault/vaults/read"),
            0.08,
            List.of(
                    changes("Microsoft.Compute", "Microsoft.Compute/virtualMachines/restart/action"),
                    changes("Microsoft.Compute", "Microsoft.Compute/virtualMachines/start/action"),
                    changes("Microsoft.Web", "Microsoft.Web/sites/config/list/action"),
                    changes(RESOURCES, "Microsoft.Resources/tags/write"),
                    changes("Microsoft.Insights", "Microsoft.Insights/metricAlerts/write")),
            List.of(
                    changes(RESOURCES, "Microsoft.Resources/deployments/validate/action"),
                    changes(RESOURCES, "Microsoft.Resources/deployments/write"),
                    changes("Microsoft.Web", "Microsoft.Web/sites/write"),
                    changes("Microsoft.Web", "Microsoft.Web/sites/slots/slotsswap/action"),
                    KEYS,
                    looks(RESOURCES, "Microsoft.Resources/deployments/read")),
            List.of(Words.BROWSER, "AZURECLI/2.78.0 (DEB) azsdk-python-core/1.35.0 Python/3.13.7 (Linux)"),
            List.of("azsdk-java-azure-resourcemanager-storage/2.55.5 (21.0.8; Linux)"));

    private AzureWords() {}
}
