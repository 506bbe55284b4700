package dev.plumbline.scanner.azure;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

/** How a storage account is asked. What is secret never shows in {@code toString}. */
public sealed interface StorageCredential {
    /**
     * Environment, workload identity, managed identity, Azure CLI and the rest, as azure-identity's
     * {@code DefaultAzureCredential} tries them.
     */
    record DefaultChain() implements StorageCredential {}

    /** One of the account's two keys. */
    record SharedKey(String key) implements StorageCredential {
        public SharedKey {
            requireValue(key, "AZURE_STORAGE_KEY");
            try {
                Base64.getDecoder().decode(key);
            } catch (IllegalArgumentException e) {
                // Without the cause, whose message holds a part of the key.
                throw new IllegalArgumentException("the storage account's key is not Base64: copy it whole");
            }
        }

        @Override
        public String toString() {
            return "SharedKey[key=***]";
        }
    }

    /** A shared access signature of the account, with or without the leading question mark. */
    record SharedAccessSignature(String token) implements StorageCredential {
        public SharedAccessSignature {
            requireValue(token, "AZURE_STORAGE_SAS_TOKEN");
        }

        @Override
        public String toString() {
            return "SharedAccessSignature[token=***]";
        }
    }

    /** What the portal shows as connection string: account, endpoint and key or signature in one. */
    record ConnectionString(String value) implements StorageCredential {
        public ConnectionString {
            requireValue(value, "AZURE_STORAGE_CONNECTION_STRING");
        }

        /** @throws IllegalArgumentException if it names no account */
        public String accountName() {
            return Arrays.stream(value.split(";"))
                    .map(String::strip)
                    .flatMap(ConnectionString::accountNamed)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the Azure connection string names no AccountName: copy it whole from the portal"));
        }

        private static Stream<String> accountNamed(String part) {
            if (part.equalsIgnoreCase("UseDevelopmentStorage=true")) {
                return Stream.of("devstoreaccount1");
            }
            String key = "AccountName=";
            return part.startsWith(key) ? Stream.of(part.substring(key.length())) : Stream.empty();
        }

        @Override
        public String toString() {
            return "ConnectionString[value=***]";
        }
    }

    /** What the variables say that Azure's own command line reads; the default chain where they say nothing. */
    static StorageCredential fromEnvironment(Map<String, String> environment) {
        if (environment.containsKey("AZURE_STORAGE_CONNECTION_STRING")) {
            return new ConnectionString(environment.get("AZURE_STORAGE_CONNECTION_STRING"));
        }
        if (environment.containsKey("AZURE_STORAGE_KEY")) {
            return new SharedKey(environment.get("AZURE_STORAGE_KEY"));
        }
        if (environment.containsKey("AZURE_STORAGE_SAS_TOKEN")) {
            return new SharedAccessSignature(environment.get("AZURE_STORAGE_SAS_TOKEN"));
        }
        return new DefaultChain();
    }

    private static void requireValue(String value, String variable) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "%s is empty: set it, or unset it to use your sign-in".formatted(variable));
        }
    }
}
