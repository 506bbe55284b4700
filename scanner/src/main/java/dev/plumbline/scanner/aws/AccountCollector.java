package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The account itself: who reads it, its S3 public-access block, password policy, summary, alias and credential report,
 * and whether root is managed by the organisation.
 */
final class AccountCollector implements Collector {
    private static final ResourceType TYPE = new ResourceType("aws.account");
    private static final AwsOperation GET_PUBLIC_ACCESS_BLOCK = AwsServices.S3CONTROL.operation("GetPublicAccessBlock");
    private static final AwsOperation GET_PASSWORD_POLICY = AwsServices.IAM.operation("GetAccountPasswordPolicy");
    private static final AwsOperation GET_SUMMARY = AwsServices.IAM.operation("GetAccountSummary");
    private static final AwsOperation LIST_ALIASES = AwsServices.IAM.operation("ListAccountAliases");
    private static final AwsOperation LIST_FEATURES = AwsServices.IAM.operation("ListOrganizationsFeatures");
    /** Only the account that manages root for others has features to tell. */
    private static final Refusals NO_FEATURES = Refusals.of(
            "AccountNotManagementOrDelegatedAdministrator",
            "AccountNotManagementOrDelegatedAdministratorException",
            "OrganizationNotFound",
            "OrganizationNotFoundException",
            "OrganizationNotInAllFeaturesMode",
            "OrganizationNotInAllFeaturesModeException",
            "ServiceAccessNotEnabled",
            "ServiceAccessNotEnabledException");

    static final Set<String> PERMISSIONS = Set.of(
            AwsIdentity.GET_CALLER_IDENTITY.permission(),
            GET_PUBLIC_ACCESS_BLOCK.permission(),
            GET_PASSWORD_POLICY.permission(),
            GET_SUMMARY.permission(),
            LIST_ALIASES.permission(),
            LIST_FEATURES.permission(),
            CredentialReports.GENERATE.permission(),
            CredentialReports.GET.permission());

    private final AwsConnection connection;
    private final CredentialReports reports;
    private final Clock clock;

    AccountCollector(AwsConnection connection, CredentialReports reports, Clock clock) {
        this.connection = connection;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public ResourceType resourceType() {
        return TYPE;
    }

    @Override
    public Set<String> requiredPermissions() {
        return PERMISSIONS;
    }

    @Override
    public List<String> regions(Scope scope) {
        return List.of(Scope.GLOBAL);
    }

    @Override
    public Coverage collect(Scope scope, Consumer<Resource> sink) {
        Listing listing = new Listing(scope, TYPE, clock, sink);
        return listing.read(() -> {
            Answers answers = new Answers();
            answers.put("CallerIdentity", connection.callerIdentity());
            answers.ask(
                    "PublicAccessBlock", Refusals.of("NoSuchPublicAccessBlockConfiguration"), this::publicAccessBlock);
            answers.ask("AccountPasswordPolicy", Refusals.of("NoSuchEntity"), this::passwordPolicy);
            answers.ask("AccountSummary", this::summary);
            answers.ask("AccountAliases", this::aliases);
            answers.ask("OrganizationsFeatures", NO_FEATURES, this::features);
            answers.ask("CredentialReport", reports::whole);
            String account = connection.account().value();
            String id = "arn:%s:iam::%s:root".formatted(connection.partition(), account);
            listing.publish(Scope.GLOBAL, id, account, Map.of(), answers);
        });
    }

    private Map<String, @Nullable Object> publicAccessBlock() {
        return connection
                .client(AwsServices.S3CONTROL)
                .call(
                        GET_PUBLIC_ACCESS_BLOCK,
                        s3 -> AwsJson.tree(s3.getPublicAccessBlock(request ->
                                request.accountId(connection.account().value()))));
    }

    private Map<String, @Nullable Object> passwordPolicy() {
        return connection
                .client(AwsServices.IAM)
                .call(GET_PASSWORD_POLICY, iam -> AwsJson.tree(iam.getAccountPasswordPolicy()));
    }

    private Map<String, @Nullable Object> summary() {
        return connection.client(AwsServices.IAM).call(GET_SUMMARY, iam -> AwsJson.tree(iam.getAccountSummary()));
    }

    /** An account has one alias at most. */
    private Map<String, @Nullable Object> aliases() {
        return connection
                .client(AwsServices.IAM)
                .call(
                        LIST_ALIASES,
                        iam -> Map.of(
                                "AccountAliases",
                                List.copyOf(iam.listAccountAliases().accountAliases())));
    }

    private Map<String, @Nullable Object> features() {
        return connection
                .client(AwsServices.IAM)
                .call(LIST_FEATURES, iam -> AwsJson.tree(iam.listOrganizationsFeatures(request -> {})));
    }
}
