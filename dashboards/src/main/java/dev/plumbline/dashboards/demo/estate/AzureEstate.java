package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Store;
import dev.plumbline.dashboards.demo.company.Team;
import dev.plumbline.rules.resource.Cloud;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Subscriptions, storage accounts with two containers each, and key vaults. */
final class AzureEstate {
    private final Company company;
    private final Seeds seeds;
    private final String tenant;

    AzureEstate(Company company) {
        this.company = company;
        this.seeds = company.parameters().seeds();
        this.tenant = seeds.uuid("tenant").toString();
    }

    Stream<Draft> drafts() {
        return company.accounts().in(Cloud.AZURE).stream().flatMap(this::drafts);
    }

    private Stream<Draft> drafts(CloudAccount account) {
        Stream<Draft> stores = company.stores(account).stream().flatMap(this::storage);
        Stream<Draft> vaults = Arrays.stream(Team.values()).limit(5).map(team -> vault(account, team));
        return Stream.of(Stream.of(subscription(account)), stores, vaults, Stream.of(inside(account)))
                .flatMap(drafts -> drafts);
    }

    private Draft subscription(CloudAccount account) {
        String id = "/subscriptions/" + account.id();
        Map<String, @Nullable Object> config = object(
                "id",
                id,
                "subscriptionId",
                account.id(),
                "displayName",
                account.name(),
                "state",
                "Enabled",
                "tenantId",
                tenant,
                "authorizationSource",
                "RoleBased",
                "subscriptionPolicies",
                object(
                        "locationPlacementId",
                        "Public_2014-09-01",
                        "quotaId",
                        "EnterpriseAgreement_2014-09-01",
                        "spendingLimit",
                        "Off"));
        return new Draft(account, "global", "azure.subscription", id, account.name(), config);
    }

    private Stream<Draft> storage(Store store) {
        Draft account = storageAccount(store);
        return Stream.of(
                account,
                container(store, account, "incoming"),
                container(store, account, store.dataset().name()));
    }

    private Draft storageAccount(Store store) {
        Map<String, @Nullable Object> config =
                arm(store.account(), store.resourceId(), store.name(), "Microsoft.Storage/storageAccounts");
        config.put(
                "tags",
                object(
                        "data-class",
                        store.dataset().dataClass(),
                        "owner",
                        store.team().key()));
        config.put("sku", object("name", "Standard_ZRS", "tier", "Standard"));
        config.put("kind", "StorageV2");
        config.put(
                "properties",
                object(
                        "provisioningState",
                        "Succeeded",
                        "creationTime",
                        company.parameters().daysBeforeEnd(430).toString(),
                        "accessTier",
                        "Hot",
                        "allowBlobPublicAccess",
                        false,
                        "allowSharedKeyAccess",
                        false,
                        "allowCrossTenantReplication",
                        false,
                        "minimumTlsVersion",
                        "TLS1_2",
                        "supportsHttpsTrafficOnly",
                        true,
                        "publicNetworkAccess",
                        "Enabled",
                        "networkAcls",
                        networkAcls(),
                        "encryption",
                        encryption(),
                        "primaryEndpoints",
                        object("blob", "https://%s.blob.core.windows.net/".formatted(store.name())),
                        "primaryLocation",
                        store.account().region(),
                        "statusOfPrimary",
                        "available"));
        return new Draft(
                        store.account(),
                        store.account().region(),
                        "azure.storage.storageaccount",
                        store.resourceId(),
                        store.name(),
                        config)
                .tagged(store.tags());
    }

    private static Map<String, @Nullable Object> encryption() {
        Map<String, @Nullable Object> service = object("keyType", "Account", "enabled", true);
        return object(
                "services",
                object("blob", service, "file", service),
                "keySource",
                "Microsoft.Storage",
                "requireInfrastructureEncryption",
                true);
    }

    static Map<String, @Nullable Object> networkAcls() {
        return object(
                "bypass",
                "AzureServices",
                "defaultAction",
                "Deny",
                "ipRules",
                list(object("value", "203.0.113.0/24", "action", "Allow")),
                "virtualNetworkRules",
                list());
    }

    /** A container tells its account's properties too: what is planted there is seen here. */
    private Draft container(Store store, Draft account, String name) {
        String id = "%s/blobServices/default/containers/%s".formatted(store.resourceId(), name);
        Map<String, @Nullable Object> config =
                arm(store.account(), id, name, "Microsoft.Storage/storageAccounts/blobServices/containers");
        config.remove("location");
        config.put("etag", "\"0x8D%s\"".formatted(seeds.hex(13, id).toUpperCase(Locale.ROOT)));
        config.put(
                "properties",
                object(
                        "publicAccess",
                        "None",
                        "defaultEncryptionScope",
                        "$account-encryption-key",
                        "denyEncryptionScopeOverride",
                        false,
                        "hasImmutabilityPolicy",
                        false,
                        "hasLegalHold",
                        false,
                        "leaseStatus",
                        "Unlocked",
                        "leaseState",
                        "Available",
                        "lastModifiedTime",
                        company.parameters().daysBeforeEnd(12).toString()));
        config.put("storageAccounts", object("properties", account.at("properties")));
        return new Draft(store.account(), store.account().region(), "azure.storage.container", id, name, config);
    }

    private Draft vault(CloudAccount account, Team team) {
        String name = "kv-%s-%s-%s".formatted(team.key(), account.stage(), seeds.hex(3, account.id()));
        String id = "/subscriptions/%s/resourceGroups/rg-%s/providers/Microsoft.KeyVault/vaults/%s"
                .formatted(account.id(), team.key(), name);
        Map<String, @Nullable Object> config = arm(account, id, name, "Microsoft.KeyVault/vaults");
        config.put("tags", object("owner", team.key()));
        config.put(
                "properties",
                object(
                        "tenantId",
                        tenant,
                        "sku",
                        object("family", "A", "name", "standard"),
                        "accessPolicies",
                        list(),
                        "enabledForDeployment",
                        false,
                        "enableRbacAuthorization",
                        true,
                        "enableSoftDelete",
                        true,
                        "softDeleteRetentionInDays",
                        90L,
                        "enablePurgeProtection",
                        true,
                        "publicNetworkAccess",
                        "Disabled",
                        "networkAcls",
                        networkAcls(),
                        "vaultUri",
                        "https://%s.vault.azure.net/".formatted(name),
                        "provisioningState",
                        "Succeeded"));
        return new Draft(account, account.region(), "azure.keyvault.vault", id, name, config)
                .tagged(Map.of("owner", team.key()));
    }

    /** Reachable from outside in name, and only from the office: a near miss of a public vault. */
    private Draft inside(CloudAccount account) {
        Draft vault = vault(account, Team.PLATFORM).special();
        vault.at("properties").put("publicNetworkAccess", "Enabled");
        return vault;
    }

    private static Map<String, @Nullable Object> arm(CloudAccount account, String id, String name, String type) {
        return object("id", id, "name", name, "type", type, "location", account.region());
    }
}
