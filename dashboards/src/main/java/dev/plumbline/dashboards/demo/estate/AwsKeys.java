package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Team;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Encryption keys: one for each team, one for audit logs, and some that look neglected and are not. */
final class AwsKeys {
    private final Company company;

    AwsKeys(Company company) {
        this.company = company;
    }

    static String arnOf(Company company, CloudAccount account, String alias) {
        return "arn:aws:kms:%s:%s:key/%s"
                .formatted(
                        account.region(),
                        account.id(),
                        company.parameters().seeds().uuid("key", account.id(), alias));
    }

    Stream<Draft> drafts(CloudAccount account) {
        Stream<String> aliases = Stream.concat(Arrays.stream(Team.values()).map(Team::key), Stream.of("audit"));
        Stream<Draft> ordinary = aliases.map(alias -> symmetric(account, alias));
        return Stream.concat(
                ordinary, Stream.of(signing(account), imported(account), managedByAws(account), disabled(account)));
    }

    private Draft symmetric(CloudAccount account, String alias) {
        String arn = arnOf(company, account, alias);
        Map<String, @Nullable Object> config = object(
                "KeyId",
                arn.substring(arn.lastIndexOf('/') + 1),
                "Arn",
                arn,
                "AWSAccountId",
                account.id(),
                "CreationDate",
                company.parameters().daysBeforeEnd(700).toString(),
                "Description",
                "data key of " + alias,
                "Enabled",
                true,
                "KeyManager",
                "CUSTOMER",
                "KeySpec",
                "SYMMETRIC_DEFAULT",
                "KeyUsage",
                "ENCRYPT_DECRYPT",
                "KeyState",
                "Enabled",
                "Origin",
                "AWS_KMS",
                "MultiRegion",
                false,
                "KeyRotationStatus",
                object("KeyRotationEnabled", true, "RotationPeriodInDays", 365L),
                "KeyPolicy",
                object("Policy", policy(account)),
                "Aliases",
                object("Aliases", list(object("AliasName", "alias/" + alias, "AliasArn", aliasArn(account, alias)))),
                "Grants",
                object("Grants", list()));
        return new Draft(account, account.region(), "aws.kms.key", arn, alias, config);
    }

    /** Asymmetric keys cannot rotate by themselves: AWS answers UnsupportedOperationException, so there is no status. */
    private Draft signing(CloudAccount account) {
        Draft key = symmetric(account, "document-signing").special();
        key.config.put("KeySpec", "RSA_3072");
        key.config.put("KeyUsage", "SIGN_VERIFY");
        key.config.put("KeyRotationStatus", null);
        return key;
    }

    /** Material brought from outside is exchanged by hand. */
    private Draft imported(CloudAccount account) {
        Draft key = symmetric(account, "partner-exchange").special();
        key.config.put("Origin", "EXTERNAL");
        key.config.put("KeyRotationStatus", object("KeyRotationEnabled", false));
        return key;
    }

    /** AWS rotates its own keys and writes their policies. */
    private Draft managedByAws(CloudAccount account) {
        Draft key = symmetric(account, "aws/s3").special();
        key.config.put("KeyManager", "AWS");
        key.config.put("Description", "Default key that protects my S3 objects when no other key is defined");
        key.config.put("KeyPolicy", object("Policy", viaS3(account)));
        return key;
    }

    private Draft disabled(CloudAccount account) {
        Draft key = symmetric(account, "retired-warehouse").special();
        key.config.put("Enabled", false);
        key.config.put("KeyState", "Disabled");
        return key;
    }

    private static String aliasArn(CloudAccount account, String alias) {
        return "arn:aws:kms:%s:%s:alias/%s".formatted(account.region(), account.id(), alias);
    }

    private static Map<String, @Nullable Object> policy(CloudAccount account) {
        return AwsBuckets.policy(object(
                "Sid", "Enable IAM User Permissions",
                "Effect", "Allow",
                "Principal", object("AWS", "arn:aws:iam::%s:root".formatted(account.id())),
                "Action", "kms:*",
                "Resource", "*"));
    }

    /** A wildcard that is none: the conditions hold it to callers of the account who come through S3. */
    private static Map<String, @Nullable Object> viaS3(CloudAccount account) {
        return AwsBuckets.policy(object(
                "Sid",
                "Allow access through S3 for all principals in the account that are authorized to use S3",
                "Effect",
                "Allow",
                "Principal",
                object("AWS", "*"),
                "Action",
                list("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"),
                "Resource",
                "*",
                "Condition",
                object(
                        "StringEquals",
                        object(
                                "kms:ViaService", "s3.%s.amazonaws.com".formatted(account.region()),
                                "kms:CallerAccount", account.id()))));
    }
}
