package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.OPENSEARCH;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.DomainInfo;
import software.amazon.awssdk.services.opensearch.model.DomainStatus;

/** OpenSearch Service: domains, Elasticsearch ones too, with their access policies. */
final class OpenSearchTypes {
    /** AWS describes no more with one call. */
    private static final int DOMAINS_AT_ONCE = 5;

    private OpenSearchTypes() {}

    static List<AwsType<?>> all() {
        return List.of(domain());
    }

    private static AwsType<?> domain() {
        return OPENSEARCH
                .type("aws.es.domain")
                .list(
                        "ListDomainNames",
                        search -> search.listDomainNames(r -> {}).domainNames())
                .id((domain, place) -> place.arn("es", "domain/" + domain.domainName()))
                .members(domain -> Map.of("DomainName", domain.domainName()))
                .name(DomainInfo::domainName)
                .goneIf("ResourceNotFoundException")
                .describe(
                        "DescribeDomains",
                        DomainStatus::builder,
                        DOMAINS_AT_ONCE,
                        OpenSearchTypes::described,
                        DomainStatus::domainName,
                        DomainInfo::domainName)
                .ask("ListTags", (search, domain, arn) -> search.listTags(r -> r.arn(arn)))
                .tags()
                .build();
    }

    private static List<DomainStatus> described(OpenSearchClient search, List<DomainInfo> domains) {
        return search.describeDomains(r -> r.domainNames(
                        domains.stream().map(DomainInfo::domainName).toList()))
                .domainStatusList();
    }
}
