package dev.plumbline.detectors.log;

import java.util.List;

/** Full resource names as Cloud Asset Inventory writes them, cut to the store. */
final class GcpResources {
    private GcpResources() {}

    static List<String> of(String service, String resource, String bucketLabel) {
        if (resource.contains("/serviceAccounts/") || resource.startsWith("serviceAccounts/")) {
            return List.of(); // ends in an e-mail address
        }
        if (service.equals("storage.googleapis.com") || resource.startsWith("projects/_/buckets/")) {
            String bucket = between(resource, "/buckets/");
            String name = bucket.isEmpty() ? bucketLabel : bucket;
            return name.isEmpty() ? List.of() : List.of("//storage.googleapis.com/" + name);
        }
        if (resource.isEmpty() || service.isEmpty()) {
            return List.of();
        }
        if (resource.startsWith("//")) {
            return List.of(resource);
        }
        if (isProject(resource)) {
            return List.of("//cloudresourcemanager.googleapis.com/" + withProjects(resource));
        }
        return List.of("//" + service + '/' + cut(resource));
    }

    private static boolean isProject(String resource) {
        return resource.indexOf('/') < 0 || resource.startsWith("projects/") && resource.indexOf('/', 9) < 0;
    }

    private static String withProjects(String resource) {
        return resource.startsWith("projects/") ? resource : "projects/" + resource;
    }

    /** A version of a key or secret, a row of a table: all count as the thing they belong to. */
    private static String cut(String resource) {
        String store = resource;
        for (String child : List.of("/cryptoKeyVersions/", "/versions/", "/tables/", "/jobs/")) {
            int at = store.indexOf(child);
            store = at < 0 ? store : store.substring(0, at);
        }
        return store;
    }

    private static String between(String resource, String marker) {
        int start = resource.indexOf(marker);
        if (start < 0) {
            return "";
        }
        start += marker.length();
        int end = resource.indexOf('/', start);
        return end < 0 ? resource.substring(start) : resource.substring(start, end);
    }
}
