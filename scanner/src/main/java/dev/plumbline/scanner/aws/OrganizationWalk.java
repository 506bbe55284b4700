package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.AccountId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the accounts of an organisation are entered.
 *
 * @param roleName the role to assume in each of them, with its path if it has one; the same name everywhere
 * @param externalId sent with it
 * @param excluded accounts that are left out
 */
public record OrganizationWalk(String roleName, Optional<String> externalId, Set<AccountId> excluded) {
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@/-]{1,512}");

    public OrganizationWalk {
        excluded = Set.copyOf(excluded);
        if (!NAME.matcher(roleName).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no role name: write the name that the role has in every account, such as plumbline-reader"
                            .formatted(roleName));
        }
        excluded.forEach(OrganizationWalk::requireAccount);
    }

    private static void requireAccount(AccountId account) {
        if (!account.value().matches("[0-9]{12}")) {
            throw new IllegalArgumentException("'%s' is no AWS account: write its 12 digits".formatted(account));
        }
    }

    /** The role in one of the accounts. */
    AwsRole role(String partition, AccountId account) {
        String name = roleName.startsWith("/") ? roleName.substring(1) : roleName;
        return new AwsRole("arn:%s:iam::%s:role/%s".formatted(partition, account, name), externalId);
    }
}
