package dev.plumbline.scanner.azure;

import com.azure.storage.blob.models.BlobAccessPolicy;
import com.azure.storage.blob.models.BlobContainerAccessPolicies;
import com.azure.storage.blob.models.BlobContainerItem;
import com.azure.storage.blob.models.BlobContainerItemProperties;
import com.azure.storage.blob.models.BlobSignedIdentifier;
import com.azure.storage.blob.models.PublicAccessType;
import dev.plumbline.rules.resource.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a container of the data plane in the words of ARM's
 * {@code Microsoft.Storage/storageAccounts/blobServices/containers}.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storagerp/blob-containers/get">Blob Containers, Get</a>
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/list-containers2">List Containers</a>
 */
final class ContainerWords {
    static final String ARM_TYPE = "Microsoft.Storage/storageAccounts/blobServices/containers";

    private ContainerWords() {}

    static Map<String, @Nullable Object> arm(BlobContainerItem item, String armId) {
        return new Tree()
                .with("id", armId)
                .with("name", item.getName())
                .with("type", ARM_TYPE)
                .with("etag", item.getProperties().getETag())
                .with("properties", properties(item))
                .members();
    }

    private static Map<String, @Nullable Object> properties(BlobContainerItem item) {
        BlobContainerItemProperties told = item.getProperties();
        return new Tree()
                .with("publicAccess", publicAccess(told.getPublicAccess()))
                .with("lastModifiedTime", told.getLastModified())
                .with("leaseStatus", capitalised(told.getLeaseStatus()))
                .with("leaseState", capitalised(told.getLeaseState()))
                .with("leaseDuration", capitalised(told.getLeaseDuration()))
                .with("defaultEncryptionScope", told.getDefaultEncryptionScope())
                .with("denyEncryptionScopeOverride", told.isEncryptionScopeOverridePrevented())
                .with("hasImmutabilityPolicy", told.isHasImmutabilityPolicy())
                .with("hasLegalHold", told.isHasLegalHold())
                .with("immutableStorageWithVersioning", versionedImmutability(told))
                .with("metadata", item.getMetadata() == null ? Map.of() : Map.copyOf(item.getMetadata()))
                .members();
    }

    /** The data plane leaves the member out where ARM says {@code None}. */
    private static String publicAccess(@Nullable PublicAccessType access) {
        return access == null ? "None" : capitalised(access.toString());
    }

    private static @Nullable Map<String, @Nullable Object> versionedImmutability(BlobContainerItemProperties told) {
        Boolean enabled = told.isImmutableStorageWithVersioningEnabled();
        return enabled == null ? null : new Tree().with("enabled", enabled).members();
    }

    /** What ARM tells besides, and the data plane only hints at. */
    static List<Unread> beyondTheDataPlane(BlobContainerItem item) {
        List<Unread> unread = new ArrayList<>();
        if (Boolean.TRUE.equals(item.getProperties().isHasImmutabilityPolicy())) {
            unread.add(notCollected("config.properties.immutabilityPolicy"));
        }
        if (Boolean.TRUE.equals(item.getProperties().isHasLegalHold())) {
            unread.add(notCollected("config.properties.legalHold"));
        }
        return unread;
    }

    private static Unread notCollected(String path) {
        return new Unread(path, ARM_TYPE + "/read", StorageAccountCollector.NOT_COLLECTED, "");
    }

    /** Get Container ACL in its own words: ARM knows no stored access policies. */
    static Map<String, @Nullable Object> containerAcl(BlobContainerAccessPolicies acl) {
        PublicAccessType access = acl.getBlobAccessType();
        List<BlobSignedIdentifier> identifiers = acl.getIdentifiers();
        return new Tree()
                .with("PublicAccess", access == null ? null : access.toString())
                // The client gives null where the answer holds none.
                .with(
                        "SignedIdentifiers",
                        identifiers == null
                                ? List.of()
                                : identifiers.stream()
                                        .map(ContainerWords::signedIdentifier)
                                        .toList())
                .members();
    }

    private static Map<String, @Nullable Object> signedIdentifier(BlobSignedIdentifier identifier) {
        BlobAccessPolicy policy = identifier.getAccessPolicy();
        Tree words = new Tree().with("Id", identifier.getId());
        if (policy != null) {
            words.with(
                    "AccessPolicy",
                    new Tree()
                            .with("Start", policy.getStartsOn())
                            .with("Expiry", policy.getExpiresOn())
                            .with("Permission", policy.getPermissions())
                            .members());
        }
        return words.members();
    }

    private static @Nullable String capitalised(@Nullable Object word) {
        return word == null ? null : capitalised(word.toString());
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
