package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** AWS accounts and the trails that record them. */
final class AwsAccounts {
    private final Company company;
    private final Parameters parameters;

    AwsAccounts(Company company) {
        this.company = company;
        this.parameters = company.parameters();
    }

    Stream<Draft> drafts(CloudAccount account, List<Draft> users) {
        return Stream.of(
                account(account, users),
                trail(account, "organization-trail", true),
                trail(account, "data-events", false));
    }

    private Draft account(CloudAccount account, List<Draft> users) {
        String root = "arn:aws:iam::%s:root".formatted(account.id());
        Map<String, @Nullable Object> config = object(
                "CallerIdentity",
                object(
                        "Account", account.id(),
                        "Arn", "arn:aws:sts::%s:assumed-role/security-audit/plumbline".formatted(account.id()),
                        "UserId", company.parameters().seeds().awsId("AROA", account.id(), "audit") + ":plumbline"),
                "PublicAccessBlock",
                object("PublicAccessBlockConfiguration", AwsBuckets.everythingBlocked()),
                "AccountPasswordPolicy",
                object("PasswordPolicy", passwordPolicy()),
                "AccountSummary",
                object("SummaryMap", summary(users.size())),
                "CredentialReport",
                object("Content", credentialReport(root, users)));
        return new Draft(account, "global", "aws.account", root, account.name(), config);
    }

    private static Map<String, @Nullable Object> passwordPolicy() {
        return object(
                "MinimumPasswordLength", 14L,
                "RequireSymbols", true,
                "RequireNumbers", true,
                "RequireUppercaseCharacters", true,
                "RequireLowercaseCharacters", true,
                "AllowUsersToChangePassword", true,
                "ExpirePasswords", true,
                "MaxPasswordAge", 90L,
                "PasswordReusePrevention", 24L,
                "HardExpiry", false);
    }

    private static Map<String, @Nullable Object> summary(long users) {
        return object(
                "Users", users,
                "UsersQuota", 5000L,
                "MFADevices", users,
                "AccountMFAEnabled", 1L,
                "AccountAccessKeysPresent", 0L,
                "AccountPasswordPresent", 1L,
                "AccountSigningCertificatesPresent", 0L,
                "PoliciesQuota", 1500L);
    }

    private List<@Nullable Object> credentialReport(String root, List<Draft> users) {
        List<@Nullable Object> rows = list(rootRow(root));
        users.forEach(user -> rows.add(user.at("CredentialReport")));
        return rows;
    }

    private Map<String, @Nullable Object> rootRow(String root) {
        Map<String, @Nullable Object> row = CredentialRow.of("<root_account>", root, parameters.daysBeforeEnd(1400));
        row.put("password_enabled", "not_supported");
        row.put("password_last_changed", "not_supported");
        row.put("password_next_rotation", "not_supported");
        row.put("mfa_active", "true");
        return row;
    }

    private Draft trail(CloudAccount account, String name, boolean everyRegion) {
        String arn = "arn:aws:cloudtrail:%s:%s:trail/%s".formatted(account.region(), account.id(), name);
        Instant delivered = parameters.daysBeforeEnd(0.003);
        Map<String, @Nullable Object> config = object(
                "Name",
                name,
                "TrailARN",
                arn,
                "HomeRegion",
                account.region(),
                "S3BucketName",
                AwsBuckets.nameOf(company, account, "audit-archive"),
                "IncludeGlobalServiceEvents",
                true,
                "IsMultiRegionTrail",
                everyRegion,
                "IsOrganizationTrail",
                everyRegion,
                "LogFileValidationEnabled",
                true,
                "HasCustomEventSelectors",
                !everyRegion,
                "HasInsightSelectors",
                false,
                "KmsKeyId",
                AwsKeys.arnOf(company, account, "audit"),
                "TrailStatus",
                object(
                        "IsLogging", true,
                        "LatestDeliveryTime", delivered.toString(),
                        "StartLoggingTime", parameters.daysBeforeEnd(800).toString(),
                        "LatestDigestDeliveryTime", delivered.toString()));
        return new Draft(account, account.region(), "aws.cloudtrail.trail", arn, name, config);
    }
}
