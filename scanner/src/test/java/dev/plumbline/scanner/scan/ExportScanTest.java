package dev.plumbline.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.language.RuleEngine;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.inventory.InventoryWriter;
import dev.plumbline.scanner.inventory.ResourceJson;
import dev.plumbline.scanner.store.FindingQuery;
import dev.plumbline.scanner.store.ScanRecord;
import dev.plumbline.scanner.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that AWS wrote, scanned like inventories. */
class ExportScanTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final String ROLE = """
            {"RoleName": "loader", "Arn": "arn:aws:iam::111122223333:role/loader", "RolePolicyList": [],
             "AttachedManagedPolicies": [], "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement":
             [{"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}]}}""";

    @TempDir
    Path folder;

    @Test
    void anExportIsJudgedByTheRulesOfLiveScans() throws IOException {
        Path details = details(false);

        try (Store store = Store.open(folder.resolve("plumbline.db").toString())) {
            ScanResult result = scan(store, details);

            assertThat(result.scan().state()).isEqualTo(ScanRecord.State.COMPLETE);
            assertThat(store.read(tables -> tables.findings().page(FindingQuery.ACTIVE, 50, 0))
                            .rows())
                    .filteredOn(finding -> finding.outcome() == Finding.Outcome.FAIL)
                    .extracting(finding -> finding.rule().value())
                    .containsExactly("aws-iam-role-trust-public");
        }
    }

    @Test
    void aListingThatGoesOnMakesTheScanIncomplete() throws IOException {
        Path details = details(true);

        try (Store store = Store.open(folder.resolve("plumbline.db").toString())) {
            assertThat(scan(store, details).scan().state()).isEqualTo(ScanRecord.State.INCOMPLETE);
        }
    }

    @Test
    void whatAnInventoryHoldsIsTakenFromThere() throws IOException {
        Path details = details(false);
        Path inventory = folder.resolve("inventory.ndjson");
        Resource live = ResourceJson.read("""
                {"cloud": "aws", "account": "111122223333", "region": "global", "type": "aws.account",
                 "id": "arn:aws:iam::111122223333:root", "name": "111122223333", "tags": {}, "unread": [],
                 "config": {"PublicAccessBlock": null}, "collectedAt": "2026-03-02T11:00:00Z"}""");
        try (InventoryWriter writer = InventoryWriter.create(inventory)) {
            writer.accept(live);
        }
        InventoryFiles estate = new InventoryFiles(List.of(details, inventory));

        List<Resource> resources = new ArrayList<>();
        estate.forEach(resources::add);

        assertThat(resources).extracting(Resource::name).containsExactly("111122223333", "loader");
        assertThat(resources.getFirst()).isEqualTo(live);
        assertThat(estate.coverage().complete()).isTrue();
    }

    private static ScanResult scan(Store store, Path file) throws IOException {
        return new Scan(store, new RuleEngine(RulePack.builtIn()), NOON)
                .run(new ScanRequest("test", Optional.of(new InventoryFiles(List.of(file))), Optional.empty()));
    }

    private Path details(boolean truncated) throws IOException {
        return Files.writeString(
                folder.resolve("details.json"),
                "{\"UserDetailList\": [], \"RoleDetailList\": [%s], \"IsTruncated\": %s}".formatted(ROLE, truncated));
    }
}
