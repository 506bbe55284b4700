package dev.plumbline.detectors.log;

import java.util.List;

/** Lower-cased ARM ids, cut to the store. */
final class AzureResources {
    private static final String STORAGE = "/providers/microsoft.storage/storageaccounts/";
    private static final String VAULT = "/providers/microsoft.keyvault/vaults/";
    private static final String INSIGHTS = "/providers/microsoft.insights/";
    private static final String CONTAINERS = "/blobservices/default/containers/";

    private AzureResources() {}

    /** @param resource an ARM id in lower case */
    static List<String> of(String resource, String uri, String objectKey) {
        if (resource.isEmpty()) {
            return List.of();
        }
        int insights = resource.lastIndexOf(INSIGHTS);
        if (insights > 0 && resource.startsWith("diagnosticsettings/", insights + INSIGHTS.length())) {
            return of(resource.substring(0, insights), uri, objectKey); // whose log was touched is what matters
        }
        int account = resource.indexOf(STORAGE);
        if (account >= 0) {
            return List.of(storage(resource, account, uri, objectKey));
        }
        int vault = resource.indexOf(VAULT);
        if (vault >= 0) {
            return List.of(upTo(resource, vault + VAULT.length()));
        }
        return List.of(resource);
    }

    private static String storage(String resource, int account, String uri, String objectKey) {
        String store = upTo(resource, account + STORAGE.length());
        int containers = resource.indexOf(CONTAINERS);
        if (containers > 0) {
            return upTo(resource, containers + CONTAINERS.length());
        }
        if (!resource.contains("/blobservices/")) {
            return store;
        }
        String container = containerOf(uri, objectKey);
        return container.isEmpty() ? store : store + CONTAINERS + container;
    }

    /** {@code /account/container/blob} as object key, or {@code https://account.blob.core.windows.net:443/container/blob}. */
    private static String containerOf(String uri, String objectKey) {
        String path = objectKey.startsWith("/") ? objectKey.substring(objectKey.indexOf('/', 1) + 1) : "";
        if (path.isEmpty()) {
            int host = uri.indexOf("://");
            int slash = host < 0 ? -1 : uri.indexOf('/', host + 3);
            path = slash < 0 ? "" : uri.substring(slash + 1);
        }
        int end = 0;
        while (end < path.length() && isContainerCharacter(path.charAt(end))) {
            end++;
        }
        return path.substring(0, end);
    }

    private static boolean isContainerCharacter(char character) {
        return character >= 'a' && character <= 'z'
                || character >= '0' && character <= '9'
                || character == '-'
                || character == '$';
    }

    private static String upTo(String resource, int start) {
        int end = resource.indexOf('/', start);
        return end < 0 ? resource : resource.substring(0, end);
    }
}
