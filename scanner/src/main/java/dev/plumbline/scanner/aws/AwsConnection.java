package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.collect.RequestBudgets;
import dev.plumbline.scanner.collect.Scope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;

/** One account with the credentials that read it, and its services, each made when first asked for. Thread-safe. */
final class AwsConnection {
    private final AwsClients clients;
    private final AwsCredentialsProvider credentials;
    private final RequestBudgets budgets;
    private final Map<String, @Nullable Object> callerIdentity;
    private final AccountId account;
    private final String homeRegion;
    private final AwsService<IamClient> iam;
    private final AwsService<S3ControlClient> s3control;
    private final AwsService<AccountClient> accounts;
    private final Map<String, AwsService<S3Client>> s3 = new ConcurrentHashMap<>();
    private final Map<String, AwsService<KmsClient>> kms = new ConcurrentHashMap<>();

    /**
     * @param callerIdentity what STS says the credentials are: {@code Account}, {@code Arn}, {@code UserId}
     * @param homeRegion where questions about the account as a whole are asked
     */
    AwsConnection(
            AwsClients clients,
            AwsCredentialsProvider credentials,
            RequestBudgets budgets,
            Map<String, @Nullable Object> callerIdentity,
            String homeRegion) {
        this.clients = clients;
        this.credentials = credentials;
        this.budgets = budgets;
        this.callerIdentity = Map.copyOf(callerIdentity);
        this.account = new AccountId(String.valueOf(callerIdentity.get("Account")));
        this.homeRegion = homeRegion;
        this.iam = clients.service(
                IamClient.builder(),
                "iam",
                homeRegion,
                credentials,
                budgets.of(Cloud.AWS, account, "iam", Scope.GLOBAL));
        this.s3control = clients.service(
                S3ControlClient.builder(),
                "s3control",
                homeRegion,
                credentials,
                budgets.of(Cloud.AWS, account, "s3control", homeRegion));
        this.accounts = clients.service(
                AccountClient.builder(),
                "account",
                homeRegion,
                credentials,
                budgets.of(Cloud.AWS, account, "account", Scope.GLOBAL));
    }

    AccountId account() {
        return account;
    }

    String homeRegion() {
        return homeRegion;
    }

    Map<String, @Nullable Object> callerIdentity() {
        return callerIdentity;
    }

    /** {@code aws}, or the partition of its own that the account is in, such as {@code aws-us-gov}. */
    String partition() {
        String[] arn = String.valueOf(callerIdentity.get("Arn")).split(":", 3);
        return arn.length == 3 ? arn[1] : "aws";
    }

    AwsService<IamClient> iam() {
        return iam;
    }

    AwsService<S3ControlClient> s3control() {
        return s3control;
    }

    AwsService<AccountClient> accounts() {
        return accounts;
    }

    AwsService<S3Client> s3(String region) {
        return s3.computeIfAbsent(
                region,
                name -> clients.service(
                        clients.s3Builder(), "s3", name, credentials, budgets.of(Cloud.AWS, account, "s3", name)));
    }

    AwsService<KmsClient> kms(String region) {
        return kms.computeIfAbsent(
                region,
                name -> clients.service(
                        KmsClient.builder(), "kms", name, credentials, budgets.of(Cloud.AWS, account, "kms", name)));
    }
}
