package dev.plumbline.scanner.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import dev.plumbline.scanner.collect.ProviderAccessException;
import java.net.URI;

/** Makes the SDK's clients: one HTTP client and one sign-in for all storage accounts. */
final class BlobClients {
    private final HttpClient http;
    private final TokenCredential signIn;

    BlobClients(HttpClient http, TokenCredential signIn) {
        this.http = http;
        this.signIn = signIn;
    }

    BlobServiceClient of(StorageAccount account) {
        BlobServiceClientBuilder builder = new BlobServiceClientBuilder()
                .httpClient(http)
                .addPolicy(new StatusFirst())
                .retryOptions(once());
        try {
            return authorise(builder, account).buildClient();
        } catch (IllegalArgumentException e) {
            throw new ProviderAccessException(
                    "cannot make a client of storage account %s: %s"
                            .formatted(account.name(), AzureFailures.firstSentence(e.getMessage())),
                    e);
        }
    }

    private BlobServiceClientBuilder authorise(BlobServiceClientBuilder builder, StorageAccount account) {
        String endpoint = account.blobEndpoint().toString();
        return switch (account.credential()) {
            case StorageCredential.DefaultChain chain ->
                builder.endpoint(requireHttps(account)).credential(signIn);
            case StorageCredential.SharedKey shared ->
                builder.endpoint(endpoint).credential(new StorageSharedKeyCredential(account.name(), shared.key()));
            case StorageCredential.SharedAccessSignature signature ->
                builder.endpoint(endpoint).sasToken(signature.token());
            case StorageCredential.ConnectionString string -> {
                builder.connectionString(string.value());
                account.endpoint().map(URI::toString).ifPresent(builder::endpoint);
                yield builder;
            }
        };
    }

    /** A token is good for every storage account: it must not travel in the open. */
    private static String requireHttps(StorageAccount account) {
        URI endpoint = account.blobEndpoint();
        if (!"https".equalsIgnoreCase(endpoint.getScheme())) {
            throw new ProviderAccessException(
                    "storage account %s has the endpoint %s: a sign-in token goes over https alone; use https, or give the account's key in AZURE_STORAGE_KEY"
                            .formatted(account.name(), endpoint));
        }
        return endpoint.toString();
    }

    /** {@link dev.plumbline.scanner.collect.RetryingRequests} repeats, and bounds the time. */
    private static RequestRetryOptions once() {
        return new RequestRetryOptions(RetryPolicyType.FIXED, 1, (Integer) null, null, null, null);
    }
}
