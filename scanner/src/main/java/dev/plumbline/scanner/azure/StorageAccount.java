package dev.plumbline.scanner.azure;

import dev.plumbline.rules.resource.AccountId;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A storage account to read. Its data plane does not tell where it stands in ARM, so that is given here, and the ids of
 * what is found are those of any other export.
 *
 * @param region ARM's location, such as {@code westeurope}; {@code unknown} where nobody said
 * @param endpoint in place of {@code https://<name>.blob.core.windows.net}: another cloud's, a private one, an emulator's
 */
public record StorageAccount(
        String name, String resourceGroup, String region, Optional<URI> endpoint, StorageCredential credential) {
    public static final String UNKNOWN_REGION = "unknown";

    private static final Pattern NAME = Pattern.compile("[a-z0-9]{3,24}");

    public StorageAccount {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no storage account: names are 3 to 24 lower-case letters and digits".formatted(name));
        }
        if (resourceGroup.isBlank() || resourceGroup.contains("/")) {
            throw new IllegalArgumentException(
                    "storage account %s needs the name of its resource group: az storage account show --name %s --query resourceGroup"
                            .formatted(name, name));
        }
        if (region.isBlank()) {
            throw new IllegalArgumentException(
                    "the region of storage account %s is empty: leave it out where it is not known".formatted(name));
        }
    }

    /** Read with the sign-in at Azure's own endpoint; where it stands is not known. */
    public static StorageAccount signedIn(String name, String resourceGroup) {
        return new StorageAccount(
                name, resourceGroup, UNKNOWN_REGION, Optional.empty(), new StorageCredential.DefaultChain());
    }

    public StorageAccount withRegion(String location) {
        return new StorageAccount(name, resourceGroup, location, endpoint, credential);
    }

    public StorageAccount withEndpoint(URI url) {
        return new StorageAccount(name, resourceGroup, region, Optional.of(url), credential);
    }

    public StorageAccount withCredential(StorageCredential how) {
        return new StorageAccount(name, resourceGroup, region, endpoint, how);
    }

    /** In ARM's own capitals; a {@link dev.plumbline.rules.resource.ResourceId} lowers them. */
    String armId(AccountId subscription) {
        return "/subscriptions/%s/resourceGroups/%s/providers/Microsoft.Storage/storageAccounts/%s"
                .formatted(subscription, resourceGroup, name);
    }

    URI blobEndpoint() {
        return endpoint.orElseGet(() -> URI.create("https://%s.blob.core.windows.net".formatted(name)));
    }
}
