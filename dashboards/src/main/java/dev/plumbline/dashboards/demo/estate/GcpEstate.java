package dev.plumbline.dashboards.demo.estate;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.rules.resource.Cloud;
import java.util.stream.Stream;

/** Everything in the Google Cloud projects. */
final class GcpEstate {
    private final Company company;

    GcpEstate(Company company) {
        this.company = company;
    }

    Stream<Draft> drafts() {
        return company.accounts().in(Cloud.GCP).stream().flatMap(this::drafts);
    }

    private Stream<Draft> drafts(CloudAccount project) {
        return Stream.of(
                        new GcpProjects(company).drafts(project),
                        new GcpBuckets(company).drafts(project),
                        new GcpKeys(company).drafts(project))
                .flatMap(drafts -> drafts);
    }
}
