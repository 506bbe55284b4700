package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.BACKUP;

import java.util.List;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;
import software.amazon.awssdk.services.backup.model.ListBackupPlansResponse;
import software.amazon.awssdk.services.backup.model.ListBackupSelectionsResponse;
import software.amazon.awssdk.services.backup.model.ListBackupVaultsResponse;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesResponse;
import software.amazon.awssdk.services.backup.model.ListRecoveryPointsByBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.ListReportPlansResponse;
import software.amazon.awssdk.services.backup.model.ListTagsResponse;

/** AWS Backup: vaults and what is in them, plans, and what a region backs up. */
final class BackupTypes {
    private static final int PAGE = 1_000;
    /** Of a vault that is there: nobody set this for it. */
    private static final String NOT_SET = "ResourceNotFoundException";

    private BackupTypes() {}

    static List<AwsType<?>> all() {
        return List.of(vault(), recoveryPoint(), plan(), region());
    }

    private static AwsType<?> vault() {
        return BACKUP.type("aws.backup.backupvault")
                .list(
                        "ListBackupVaults",
                        (backup, token) ->
                                backup.listBackupVaults(r -> r.maxResults(PAGE).nextToken(token)),
                        ListBackupVaultsResponse::nextToken,
                        ListBackupVaultsResponse::backupVaultList)
                .id(BackupVaultListMember::backupVaultArn)
                .name(BackupVaultListMember::backupVaultName)
                .ask(
                        "GetBackupVaultAccessPolicy",
                        (backup, vault) ->
                                backup.getBackupVaultAccessPolicy(r -> r.backupVaultName(vault.backupVaultName())),
                        question -> question.orNone(NOT_SET))
                .ask(
                        "GetBackupVaultNotifications",
                        (backup, vault) ->
                                backup.getBackupVaultNotifications(r -> r.backupVaultName(vault.backupVaultName())),
                        question -> question.orNone(NOT_SET))
                .askPages(
                        "ListTags",
                        (backup, vault, arn, token) -> backup.listTags(
                                r -> r.resourceArn(arn).maxResults(PAGE).nextToken(token)),
                        ListTagsResponse::nextToken)
                .tags()
                .build();
    }

    /** By their own ARNs, which for volumes, images and databases are those of the snapshots made. */
    private static AwsType<?> recoveryPoint() {
        return BACKUP.type("aws.backup.recoverypoint")
                .within(
                        "ListBackupVaults",
                        (backup, token) ->
                                backup.listBackupVaults(r -> r.maxResults(PAGE).nextToken(token)),
                        ListBackupVaultsResponse::nextToken,
                        ListBackupVaultsResponse::backupVaultList)
                .list(
                        "ListRecoveryPointsByBackupVault",
                        (backup, vault, token) ->
                                backup.listRecoveryPointsByBackupVault(r -> r.backupVaultName(vault.backupVaultName())
                                        .maxResults(PAGE)
                                        .nextToken(token)),
                        ListRecoveryPointsByBackupVaultResponse::nextToken,
                        ListRecoveryPointsByBackupVaultResponse::recoveryPoints)
                .id(point -> point.item().recoveryPointArn())
                .build();
    }

    private static AwsType<?> plan() {
        return BACKUP.type("aws.backup.backupplan")
                .list(
                        "ListBackupPlans",
                        (backup, token) ->
                                backup.listBackupPlans(r -> r.maxResults(PAGE).nextToken(token)),
                        ListBackupPlansResponse::nextToken,
                        ListBackupPlansResponse::backupPlansList)
                .id(BackupPlansListMember::backupPlanArn)
                .name(BackupPlansListMember::backupPlanName)
                .goneIf("ResourceNotFoundException")
                .ask("GetBackupPlan", (backup, plan) -> backup.getBackupPlan(r -> r.backupPlanId(plan.backupPlanId())))
                .askPages(
                        "ListBackupSelections",
                        (backup, plan, token) -> backup.listBackupSelections(r -> r.backupPlanId(plan.backupPlanId())
                                .maxResults(PAGE)
                                .nextToken(token)),
                        ListBackupSelectionsResponse::nextToken)
                .askPages(
                        "ListTags",
                        (backup, plan, arn, token) -> backup.listTags(
                                r -> r.resourceArn(arn).maxResults(PAGE).nextToken(token)),
                        ListTagsResponse::nextToken)
                .tags()
                .build();
    }

    private static AwsType<?> region() {
        return BACKUP.type("aws.backup.region")
                .settings()
                .ask("DescribeRegionSettings", (backup, place) -> backup.describeRegionSettings(r -> {}))
                .askPages(
                        "ListProtectedResources",
                        (backup, place, token) -> backup.listProtectedResources(
                                r -> r.maxResults(PAGE).nextToken(token)),
                        ListProtectedResourcesResponse::nextToken)
                .askPages(
                        "ListReportPlans",
                        (backup, place, token) ->
                                backup.listReportPlans(r -> r.maxResults(PAGE).nextToken(token)),
                        ListReportPlansResponse::nextToken)
                .build();
    }
}
