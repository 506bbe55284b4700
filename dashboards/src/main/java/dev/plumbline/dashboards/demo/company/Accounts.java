package dev.plumbline.dashboards.demo.company;

import dev.plumbline.rules.resource.Cloud;
import java.util.List;
import java.util.stream.Stream;

/** Three AWS accounts, two Azure subscriptions, three Google Cloud projects. */
public record Accounts(List<CloudAccount> all) {
    private static final String AWS_REGION = "eu-central-1";
    private static final String AZURE_REGION = "westeurope";
    private static final String GCP_REGION = "europe-west3";

    public Accounts {
        all = List.copyOf(all);
    }

    static Accounts of(Seeds seeds) {
        return new Accounts(Stream.of(
                        aws(seeds, "data-production", "prod"),
                        aws(seeds, "analytics", "curated"),
                        aws(seeds, "sandbox", "lab"),
                        azure(seeds, "insight-production", "prod"),
                        azure(seeds, "insight-development", "lab"),
                        gcp(seeds, "meridian-lake", "prod"),
                        gcp(seeds, "meridian-ml", "curated"),
                        gcp(seeds, "meridian-labs", "lab"))
                .toList());
    }

    public List<CloudAccount> in(Cloud cloud) {
        return all.stream().filter(account -> account.cloud() == cloud).toList();
    }

    private static CloudAccount aws(Seeds seeds, String name, String stage) {
        return new CloudAccount(Cloud.AWS, seeds.digits(12, name), name, stage, AWS_REGION);
    }

    private static CloudAccount azure(Seeds seeds, String name, String stage) {
        return new CloudAccount(Cloud.AZURE, seeds.uuid(name).toString(), name, stage, AZURE_REGION);
    }

    private static CloudAccount gcp(Seeds seeds, String name, String stage) {
        return new CloudAccount(Cloud.GCP, name + "-" + seeds.hex(4, name), name, stage, GCP_REGION);
    }
}
