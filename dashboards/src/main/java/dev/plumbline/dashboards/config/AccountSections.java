package dev.plumbline.dashboards.config;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.aws.AwsRole;
import dev.plumbline.scanner.aws.AwsSettings;
import dev.plumbline.scanner.aws.OrganizationWalk;
import dev.plumbline.scanner.azure.AzureSettings;
import dev.plumbline.scanner.azure.StorageAccount;
import dev.plumbline.scanner.azure.StorageCredential;
import dev.plumbline.scanner.gcp.GcpSettings;
import dev.plumbline.scanner.gcp.GoogleCredential;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The entries of {@code accounts}: which keys each cloud has. Secrets are never among them; they come from outside. */
final class AccountSections {
    private AccountSections() {}

    /** Empty if the entry cannot be used; why is among the problems. */
    static Optional<AccountSource> read(String path, Object value, Collection<String> problems) {
        Optional<Cloud> cloud = cloud(path, value, problems);
        if (cloud.isEmpty()) {
            return Optional.empty();
        }
        try {
            return switch (cloud.get()) {
                case AWS -> aws(path, value, problems);
                case AZURE -> azure(path, value, problems);
                case GCP -> gcp(path, value, problems);
            };
        } catch (IllegalArgumentException refused) {
            problems.add("%s: %s".formatted(path, refused.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Cloud> cloud(String path, Object value, Collection<String> problems) {
        try {
            return Optional.of(Cloud.of(value instanceof Map<?, ?> keys ? String.valueOf(keys.get("cloud")) : ""));
        } catch (IllegalArgumentException e) {
            problems.add("%s.cloud must be aws, azure or gcp".formatted(path));
            return Optional.empty();
        }
    }

    private static Optional<AccountSource> aws(String path, Object value, Collection<String> problems) {
        Section section = Section.of(
                path,
                value,
                problems,
                "cloud",
                "profile",
                "role",
                "external-id",
                "session-name",
                "wait-for-credentials",
                "organization",
                "role-name",
                "exclude-accounts",
                "regions",
                "endpoint-url",
                "endpoint-url-s3control",
                "requests-per-second");
        AwsSettings settings = AwsSettings.standard().withRegions(section.texts("regions"));
        settings = section.text("profile").map(settings::withProfile).orElse(settings);
        settings = section.text("endpoint-url", URI::create)
                .map(settings::withEndpoint)
                .orElse(settings);
        Optional<URI> s3Control = section.text("endpoint-url-s3control", URI::create);
        settings = s3Control.isPresent() ? settings.withServiceEndpoint("s3control", s3Control.get()) : settings;
        settings = section.text("requests-per-second", Double::valueOf)
                .map(settings::withRequestsPerSecond)
                .orElse(settings);
        settings = section.text("session-name").map(settings::withSessionName).orElse(settings);
        settings = section.text("wait-for-credentials", Durations::parse)
                .map(settings::withCredentialPatience)
                .orElse(settings);
        Optional<String> externalId = section.text("external-id");
        Optional<AwsRole> role = section.text("role", arn -> new AwsRole(arn, externalId));
        settings = role.map(settings::thenRole).orElse(settings);
        return section.flag("organization")
                ? organization(section, settings, externalId)
                : Optional.of(new AccountSource.Aws(settings));
    }

    private static Optional<AccountSource> organization(
            Section section, AwsSettings settings, Optional<String> externalId) {
        Set<AccountId> excluded =
                section.texts("exclude-accounts").stream().map(AccountId::new).collect(Collectors.toSet());
        return section.required("role-name")
                .map(name -> new OrganizationWalk(name, externalId, excluded))
                .map(walk -> new AccountSource.AwsOrganization(settings, walk));
    }

    private static Optional<AccountSource> azure(String path, Object value, Collection<String> problems) {
        Section section = Section.of(path, value, problems, "cloud", "subscription", "storage-accounts");
        Optional<String> subscription = section.required("subscription");
        List<StorageAccount> accounts = section.items("storage-accounts").stream()
                .map(item -> storageAccount(item.getKey(), item.getValue(), problems))
                .flatMap(Optional::stream)
                .toList();
        return subscription.map(id -> new AccountSource.Azure(AzureSettings.standard(new AccountId(id), accounts)));
    }

    private static Optional<StorageAccount> storageAccount(String path, Object value, Collection<String> problems) {
        Section section = Section.of(path, value, problems, "name", "resource-group", "location", "endpoint-url");
        Optional<String> name = section.required("name");
        Optional<String> group = section.required("resource-group");
        if (name.isEmpty() || group.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StorageAccount(
                name.get(),
                group.get(),
                section.text("location").orElse(StorageAccount.UNKNOWN_REGION),
                section.text("endpoint-url", URI::create),
                StorageCredential.fromEnvironment(System.getenv())));
    }

    private static Optional<AccountSource> gcp(String path, Object value, Collection<String> problems) {
        Section section = Section.of(path, value, problems, "cloud", "project", "endpoint-url");
        Map<String, String> environment = System.getenv();
        Optional<URI> endpoint =
                section.text("endpoint-url", URI::create).or(() -> GcpSettings.endpointFromEnvironment(environment));
        return section.required("project")
                .map(project -> GcpSettings.standard(new AccountId(project))
                        .withCredential(GoogleCredential.fromEnvironment(environment)))
                .map(settings -> endpoint.map(settings::withEndpoint).orElse(settings))
                .map(AccountSource.Gcp::new);
    }
}
