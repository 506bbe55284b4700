package dev.plumbline.scanner.azure;

import com.azure.core.http.rest.PagedResponse;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.models.BlobContainerAccessPolicies;
import com.azure.storage.blob.models.BlobContainerItem;
import com.azure.storage.blob.models.BlobContainerListDetails;
import com.azure.storage.blob.models.BlobServiceProperties;
import com.azure.storage.blob.models.ListBlobContainersOptions;
import com.azure.storage.blob.models.StorageAccountInfo;
import dev.plumbline.scanner.collect.Pages;
import dev.plumbline.scanner.collect.RequestFailedException;
import dev.plumbline.scanner.collect.RetryingRequests;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The four questions we ask one storage account. None of them reads a blob. Every one is retried and budgeted. */
final class BlobEndpoint {
    private final StorageAccount account;
    private final BlobServiceClient client;
    private final RetryingRequests requests;

    BlobEndpoint(StorageAccount account, BlobServiceClient client, RetryingRequests requests) {
        this.account = account;
        this.client = client;
        this.requests = requests;
    }

    StorageAccount account() {
        return account;
    }

    /** @throws RequestFailedException if it cannot be had, as from all others here */
    Pages.Page<BlobContainerItem> containers(Optional<String> token) {
        return requests.send(() -> page(token.orElse(null)));
    }

    private Pages.Page<BlobContainerItem> page(@Nullable String token) {
        ListBlobContainersOptions options =
                new ListBlobContainersOptions().setDetails(new BlobContainerListDetails().setRetrieveMetadata(true));
        PagedResponse<BlobContainerItem> page = client.listBlobContainers(options, null)
                .iterableByPage(token)
                .iterator()
                .next();
        return new Pages.Page<>(page.getValue(), Optional.ofNullable(page.getContinuationToken()));
    }

    BlobContainerAccessPolicies accessPolicies(String container) {
        return requests.send(() -> client.getBlobContainerClient(container).getAccessPolicy());
    }

    BlobServiceProperties serviceProperties() {
        return requests.send(client::getProperties);
    }

    StorageAccountInfo accountInfo() {
        return requests.send(client::getAccountInfo);
    }
}
