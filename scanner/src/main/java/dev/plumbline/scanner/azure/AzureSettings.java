package dev.plumbline.scanner.azure;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.collect.RetryPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How to reach one Azure subscription. Start with {@link #standard(AccountId, List)}.
 *
 * @param storageAccounts at least one, each once
 * @param requestsPerSecond budget of every storage account, in place of the default
 */
public record AzureSettings(
        AccountId subscription,
        List<StorageAccount> storageAccounts,
        OptionalDouble requestsPerSecond,
        RetryPolicy retry) {
    public AzureSettings {
        storageAccounts = List.copyOf(storageAccounts);
        if (storageAccounts.isEmpty()) {
            throw new IllegalArgumentException(
                    "no storage account of subscription %s is named: give at least one".formatted(subscription));
        }
        Set<String> names = new HashSet<>();
        for (StorageAccount account : storageAccounts) {
            if (!names.add(account.name())) {
                throw new IllegalArgumentException("storage account %s is named twice".formatted(account.name()));
            }
        }
    }

    /** The default budget and patience. */
    public static AzureSettings standard(AccountId subscription, List<StorageAccount> storageAccounts) {
        return new AzureSettings(subscription, storageAccounts, OptionalDouble.empty(), RetryPolicy.standard());
    }

    public AzureSettings withRequestsPerSecond(double rate) {
        return new AzureSettings(subscription, storageAccounts, OptionalDouble.of(rate), retry);
    }

    public AzureSettings withRetry(RetryPolicy policy) {
        return new AzureSettings(subscription, storageAccounts, requestsPerSecond, policy);
    }
}
