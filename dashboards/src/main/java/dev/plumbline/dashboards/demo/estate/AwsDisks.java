package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Team;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Databases, and the snapshots taken of disks. */
final class AwsDisks {
    private final Company company;
    private final Seeds seeds;

    AwsDisks(Company company) {
        this.company = company;
        this.seeds = company.parameters().seeds();
    }

    Stream<Draft> drafts(CloudAccount account) {
        Stream<Draft> databases =
                Stream.of(Team.CLAIMS, Team.PAYMENTS, Team.FINANCE).map(team -> database(account, team));
        Stream<Draft> snapshots =
                IntStream.range(0, company.parameters().count(5, 4)).mapToObj(number -> snapshot(account, number));
        return Stream.of(databases, snapshots, Stream.of(sharedWithin(account))).flatMap(drafts -> drafts);
    }

    private Draft database(CloudAccount account, Team team) {
        String name = "%s-%s".formatted(team.key(), account.stage());
        String arn = "arn:aws:rds:%s:%s:db:%s".formatted(account.region(), account.id(), name);
        Map<String, @Nullable Object> config = object(
                "DBInstanceIdentifier",
                name,
                "DBInstanceArn",
                arn,
                "DBInstanceClass",
                "db.r6g.large",
                "Engine",
                "postgres",
                "EngineVersion",
                "16.4",
                "DBInstanceStatus",
                "available",
                "AllocatedStorage",
                400L,
                "StorageType",
                "gp3",
                "StorageEncrypted",
                true,
                "KmsKeyId",
                AwsKeys.arnOf(company, account, team.key()),
                "PubliclyAccessible",
                false,
                "MultiAZ",
                account.stage().equals("prod"),
                "BackupRetentionPeriod",
                14L,
                "DeletionProtection",
                true,
                "IAMDatabaseAuthenticationEnabled",
                true,
                "AutoMinorVersionUpgrade",
                true,
                "CopyTagsToSnapshot",
                true);
        return new Draft(account, account.region(), "aws.rds.dbinstance", arn, name, config)
                .tagged(Map.of("owner", team.key()));
    }

    private Draft snapshot(CloudAccount account, int number) {
        String id = "snap-0" + seeds.hex(16, account.id(), "snapshot", number);
        String arn = "arn:aws:ec2:%s:%s:snapshot/%s".formatted(account.region(), account.id(), id);
        Map<String, @Nullable Object> config = object(
                "SnapshotId",
                id,
                "VolumeId",
                "vol-0" + seeds.hex(16, account.id(), "volume", number),
                "OwnerId",
                account.id(),
                "State",
                "completed",
                "Progress",
                "100%",
                "StartTime",
                company.parameters().daysBeforeEnd(2 + number).toString(),
                "VolumeSize",
                200L,
                "StorageTier",
                "standard",
                "Encrypted",
                true,
                "KmsKeyId",
                AwsKeys.arnOf(company, account, "platform"),
                "SnapshotAttribute",
                object("SnapshotId", id, "CreateVolumePermissions", list()));
        return new Draft(account, account.region(), "aws.ec2.snapshot", arn, id, config);
    }

    /** Shared, but with one account of the same company. */
    private Draft sharedWithin(CloudAccount account) {
        Draft snapshot = snapshot(account, -1).special();
        String other = company.accounts().in(account.cloud()).getFirst().id();
        snapshot.listAt("CreateVolumePermissions", "SnapshotAttribute").add(object("UserId", other));
        return snapshot;
    }
}
