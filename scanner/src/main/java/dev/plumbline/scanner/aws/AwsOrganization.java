package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.collect.ProviderAccessException;
import dev.plumbline.scanner.collect.Timekeeper;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountStatus;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;

/** Finds the accounts of an organisation. */
public final class AwsOrganization {
    private static final AwsOperation LIST_ACCOUNTS = AwsServices.ORGANIZATIONS.operation("ListAccounts");

    private AwsOrganization() {}

    /**
     * The active accounts that are not excluded, in the order of their ids, each with how it is read: the calling
     * account with its own credentials, the others by the walk's role.
     *
     * @param settings lead to the organisation's management account or a delegated administrator
     * @throws ProviderAccessException with one sentence for the user, if the accounts cannot be listed
     */
    public static List<AwsSettings> accounts(AwsSettings settings, OrganizationWalk walk) {
        return accounts(settings, walk, AwsIdentity.baseCredentials(settings), Timekeeper.system());
    }

    static List<AwsSettings> accounts(
            AwsSettings settings, OrganizationWalk walk, AwsCredentialsProvider base, Timekeeper time) {
        try (AwsClients clients = new AwsClients(settings, time)) {
            AwsConnection connection = AwsScanner.connect(settings, clients, base, time, notice -> {});
            return active(connection).stream()
                    .filter(account -> !walk.excluded().contains(account))
                    .map(account -> account.equals(connection.account())
                            ? settings.ofMember(account)
                            : settings.thenRole(walk.role(connection.partition(), account))
                                    .ofMember(account))
                    .toList();
        }
    }

    private static List<AccountId> active(AwsConnection connection) {
        try {
            return AwsPages.items(
                            LIST_ACCOUNTS,
                            token -> connection
                                    .client(AwsServices.ORGANIZATIONS)
                                    .call(
                                            LIST_ACCOUNTS,
                                            organizations ->
                                                    organizations.listAccounts(request -> request.nextToken(token))),
                            ListAccountsResponse::nextToken,
                            ListAccountsResponse::accounts)
                    .stream()
                    .filter(account -> account.status() == AccountStatus.ACTIVE)
                    .map(Account::id)
                    .sorted()
                    .map(AccountId::new)
                    .toList();
        } catch (AwsFailure failure) {
            throw new ProviderAccessException(
                    "cannot list the accounts of the organisation from account %s (%s): sign in to its management account"
                                    .formatted(connection.account(), failure.getMessage())
                            + " or a delegated administrator, and grant organizations:ListAccounts there",
                    failure);
        }
    }
}
