package dev.plumbline.dashboards.demo.company;

import dev.plumbline.rules.resource.Cloud;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** A bucket on AWS or Google Cloud, a storage account on Azure. */
public record Store(CloudAccount account, String name, Team team, Team.Dataset dataset) {
    public Cloud cloud() {
        return account.cloud();
    }

    public boolean sensitive() {
        return dataset.dataClass().equals("restricted");
    }

    public boolean is(String datasetName) {
        return dataset.name().equals(datasetName);
    }

    /** As the inventory names it. */
    public String resourceId() {
        return switch (cloud()) {
            case AWS -> "arn:aws:s3:::" + name;
            case AZURE ->
                "/subscriptions/%s/resourceGroups/rg-%s/providers/Microsoft.Storage/storageAccounts/%s"
                        .formatted(account.id(), team.key(), name);
            case GCP -> "//storage.googleapis.com/" + name;
        };
    }

    /** In this order always: the same estate is the same bytes. */
    public SequencedMap<String, String> tags() {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put("data-class", dataset.dataClass());
        tags.put("owner", team.key());
        tags.put("env", account.stage());
        return tags;
    }
}
