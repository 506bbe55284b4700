package dev.plumbline.dashboards.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.aws.AwsSettings;
import dev.plumbline.scanner.aws.OrganizationWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void readsEverySection() throws IOException {
        Path file = write("""
                accounts:
                  - cloud: aws
                    profile: security-audit
                    role: arn:aws:iam::111122223333:role/plumbline
                    external-id: 7f3a
                    regions: [eu-central-1]
                    requests-per-second: 20
                  - cloud: azure
                    subscription: 3c3c
                    storage-accounts: [{name: ledgerdata, resource-group: finance}]
                  - {cloud: gcp, project: ledger-prod}
                  - cloud: aws
                    organization: true
                    role-name: plumbline-reader
                    external-id: 7f3a
                    session-name: posture
                    wait-for-credentials: 1h
                    exclude-accounts: ["444455556666"]
                inventories: [estate.ndjson]
                logs: [AWSLogs]
                rules: [company-rules]
                schedule: {cron: "0 3 * * *", zone: Europe/Berlin, scan: [--config, plumbline.yaml]}
                """);

        Configuration read = Configuration.read(file);

        assertThat(read.accounts())
                .extracting(AccountSource::cloud)
                .containsExactly(Cloud.AWS, Cloud.AZURE, Cloud.GCP, Cloud.AWS);
        assertThat(read.accounts())
                .extracting(AccountSource::label)
                .containsExactly(
                        "aws 111122223333", "azure 3c3c", "gcp ledger-prod", "aws organization of default credentials");
        assertThat(read.accounts().getLast())
                .isEqualTo(new AccountSource.AwsOrganization(
                        AwsSettings.standard().withSessionName("posture").withCredentialPatience(Duration.ofHours(1)),
                        new OrganizationWalk(
                                "plumbline-reader", Optional.of("7f3a"), Set.of(new AccountId("444455556666")))));
        assertThat(read.inventories()).containsExactly(folder.resolve("estate.ndjson"));
        assertThat(read.logs()).containsExactly(folder.resolve("AWSLogs"));
        assertThat(read.schedule().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(read.schedule().scan()).isEqualTo(List.of("--config", "plumbline.yaml"));
    }

    @Test
    void reportsEveryProblemAtOnceByItsPath() throws IOException {
        Path file = write("""
                acounts: []
                accounts:
                  - {cloud: aws, regoin: eu-central-1}
                  - {cloud: gpc}
                  - {cloud: aws, organization: true}
                  - {cloud: aws, organization: sure, wait-for-credentials: soon}
                  - {cloud: azure, subscription: 3c3c, storage-accounts: [{name: ledgerdata}]}
                schedule: {zone: Mars}
                """);

        assertThatThrownBy(() -> Configuration.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("plumbline.yaml")
                .hasMessageContaining("acounts is unknown")
                .hasMessageContaining("accounts[0].regoin is unknown: use one of cloud, profile")
                .hasMessageContaining("accounts[1].cloud must be aws, azure or gcp")
                .hasMessageContaining("accounts[4].storage-accounts[0].resource-group is missing")
                .hasMessageContaining("accounts[2].role-name is missing")
                .hasMessageContaining("accounts[3].organization must be true or false")
                .hasMessageContaining("accounts[3].wait-for-credentials: 'soon' is no duration")
                .hasMessageContaining("'Mars' is no time zone");
    }

    @Test
    void brokenYamlIsOneSentenceWithItsPlace() throws IOException {
        Path file = write("accounts: [\n");

        assertThatThrownBy(() -> Configuration.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("this is not YAML")
                .hasMessageContaining("line 2")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void anEmptyFileConfiguresNothing() throws IOException {
        Configuration read = Configuration.read(write(""));

        assertThat(read).isEqualTo(new Configuration(List.of(), List.of(), List.of(), List.of(), Schedule.NONE));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("plumbline.yaml"), text);
    }
}
