package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.GLACIER;

import java.util.List;
import software.amazon.awssdk.services.glacier.model.DescribeVaultOutput;
import software.amazon.awssdk.services.glacier.model.ListVaultsResponse;

/** S3 Glacier in its first form: vaults, who may reach them, and whether they are locked. */
final class GlacierTypes {
    /** The account whose credentials ask. */
    private static final String OWN = "-";
    /** Of a vault that is there: it has no policy, no lock, no notifications. */
    private static final String NOT_SET = "ResourceNotFoundException";

    private GlacierTypes() {}

    static List<AwsType<?>> all() {
        return List.of(vault());
    }

    private static AwsType<?> vault() {
        return GLACIER.type("aws.glacier.vault")
                .list(
                        "ListVaults",
                        (glacier, token) ->
                                glacier.listVaults(r -> r.accountId(OWN).marker(token)),
                        ListVaultsResponse::marker,
                        ListVaultsResponse::vaultList)
                .id(DescribeVaultOutput::vaultARN)
                .name(DescribeVaultOutput::vaultName)
                .ask(
                        "GetVaultAccessPolicy",
                        (glacier, vault) -> glacier.getVaultAccessPolicy(
                                r -> r.accountId(OWN).vaultName(vault.vaultName())),
                        question -> question.orNone(NOT_SET))
                .ask(
                        "GetVaultLock",
                        (glacier, vault) ->
                                glacier.getVaultLock(r -> r.accountId(OWN).vaultName(vault.vaultName())),
                        question -> question.orNone(NOT_SET))
                .ask(
                        "GetVaultNotifications",
                        (glacier, vault) -> glacier.getVaultNotifications(
                                r -> r.accountId(OWN).vaultName(vault.vaultName())),
                        question -> question.orNone(NOT_SET))
                .ask(
                        "ListTagsForVault",
                        (glacier, vault) ->
                                glacier.listTagsForVault(r -> r.accountId(OWN).vaultName(vault.vaultName())))
                .tags()
                .build();
    }
}
