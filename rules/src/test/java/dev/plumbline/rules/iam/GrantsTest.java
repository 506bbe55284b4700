package dev.plumbline.rules.iam;

import static dev.plumbline.rules.iam.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsTest {
    private static final String BUCKET = "arn:aws:s3:::logs";

    private static String statement(String effect, String principal, String action, String resource, String condition) {
        return "{\"Effect\": \"%s\", %s, \"Action\": \"%s\", \"Resource\": \"%s\", \"Condition\": {%s}}"
                .formatted(effect, principal, action, resource, condition);
    }

    private static String allowAnyone(String condition) {
        return statement("Allow", "\"Principal\": \"*\"", "s3:GetObject", BUCKET + "/*", condition);
    }

    private static boolean isPublic(String... statements) {
        return new Grants(policy(statements)).allowsPublic();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Principal\": \"*\"",
                "\"Principal\": {\"AWS\": \"*\"}",
                "\"Principal\": {\"AWS\": [\"111122223333\", \"*\"]}",
                "\"Principal\": {\"*\": \"*\"}",
                "\"NotPrincipal\": {\"AWS\": \"111122223333\"}",
            })
    void everyWayToSayAnyoneIsPublic(String principal) {
        assertThat(isPublic(statement("Allow", principal, "s3:GetObject", "*", "")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Principal\": {\"AWS\": \"111122223333\"}",
                "\"Principal\": {\"AWS\": \"arn:aws:iam::111122223333:root\"}",
                "\"Principal\": {\"Service\": \"cloudtrail.amazonaws.com\"}",
                "\"Principal\": {\"CanonicalUser\": \"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be\"}",
                "\"Principal\": {\"AWS\": \"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E15MNIMTCFKK4C\"}",
                "\"NotPrincipal\": {\"AWS\": \"*\"}",
            })
    void whoeverIsNamedIsNotThePublic(String principal) {
        assertThat(isPublic(statement("Allow", principal, "s3:GetObject", "*", "")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-a1b2c3d4e5\"}",
                "\"StringEquals\": {\"AWS:principalorgid\": \"o-a1b2c3d4e5\"}",
                "\"stringequals\": {\"aws:SourceVpce\": [\"vpce-1\", \"vpce-2\"]}",
                "\"StringEquals\": {\"aws:SourceVpc\": \"vpc-1\"}",
                "\"StringEquals\": {\"aws:SourceAccount\": \"111122223333\"}",
                "\"StringLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::111122223333:role/*\"}",
                "\"ArnLike\": {\"aws:SourceArn\": \"arn:aws:sns:eu-west-1:111122223333:*\"}",
                "\"ArnLike\": {\"aws:SourceArn\": \"arn:aws:s3:::inventory\"}",
                "\"ForAnyValue:StringLike\": {\"aws:PrincipalOrgPaths\": \"o-a1b2c3d4e5/r-ab12/*\"}",
                "\"StringLike\": {\"aws:userid\": \"AROAEXAMPLEID:*\"}",
                "\"IpAddress\": {\"aws:SourceIp\": [\"203.0.113.0/24\", \"2001:db8::/32\", \"10.0.0.0/8\", \"198.51.100.7\"]}",
                "\"StringEquals\": {\"kms:CallerAccount\": \"111122223333\"}",
                "\"StringEquals\": {\"s3:DataAccessPointAccount\": \"111122223333\"}",
                "\"StringEqualsIfExists\": {\"aws:SourceVpce\": \"vpce-1\"}, \"Null\": {\"aws:SourceVpce\": \"false\"}",
                "\"StringEquals\": {\"s3:prefix\": \"a\", \"aws:SourceVpce\": \"vpce-1\"}",
            })
    void aConditionThatChoosesCallersIsNotPublic(String condition) {
        assertThat(isPublic(allowAnyone(condition))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"StringEqualsIfExists\": {\"aws:PrincipalOrgID\": \"o-a1b2c3d4e5\"}",
                "\"ForAllValues:StringEquals\": {\"aws:PrincipalOrgPaths\": \"o-a1b2c3d4e5/*\"}",
                "\"StringNotEquals\": {\"aws:PrincipalAccount\": \"444455556666\"}",
                "\"StringLike\": {\"aws:PrincipalOrgID\": \"*\"}",
                "\"StringLike\": {\"aws:PrincipalOrgID\": \"o-*\"}",
                "\"StringLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::*:role/admin\"}",
                "\"ArnLike\": {\"aws:SourceArn\": \"arn:aws:sns:*:*:*\"}",
                "\"ArnLike\": {\"aws:SourceArn\": \"arn:aws:s3:::*\"}",
                "\"ArnLike\": {\"aws:SourceArn\": \"arn:*\"}",
                "\"StringEquals\": {\"aws:SourceVpce\": []}",
                "\"StringLike\": {\"aws:SourceVpce\": [\"vpce-1\", \"*\"]}",
                "\"IpAddress\": {\"aws:SourceIp\": \"0.0.0.0/0\"}",
                "\"IpAddress\": {\"aws:SourceIp\": [\"203.0.113.0/24\", \"0.0.0.0/1\"]}",
                "\"IpAddress\": {\"aws:SourceIp\": \"::/0\"}",
                "\"IpAddress\": {\"aws:SourceIp\": \"anything\"}",
                "\"Bool\": {\"aws:SecureTransport\": \"true\"}",
                "\"StringLike\": {\"aws:UserAgent\": \"secret\"}",
                "\"StringLike\": {\"aws:Referer\": \"https://example.com/*\"}",
                "\"StringEquals\": {\"aws:PrincipalTag/team\": \"data\"}",
                "\"StringEquals\": {\"kms:ViaService\": \"s3.eu-west-1.amazonaws.com\"}",
                "\"StringEquals\": {\"sts:ExternalId\": \"acme\"}",
                "\"Null\": {\"aws:SourceVpce\": \"false\"}",
                "\"DateLessThan\": {\"aws:CurrentTime\": \"2030-01-01T00:00:00Z\"}",
            })
    void aConditionThatAnyoneMeetsIsPublic(String condition) {
        assertThat(isPublic(allowAnyone(condition))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"Principal\": \"*\"; s3:*; *; ; false",
                "\"Principal\": {\"AWS\": \"*\"}; *; *; ; false",
                "\"Principal\": \"*\"; s3:Get*; arn:aws:s3:::logs/*; ; false",
                "\"Principal\": \"*\"; s3:PutObject; *; ; true",
                "\"Principal\": \"*\"; s3:*; arn:aws:s3:::logs/private/*; ; true",
                "\"Principal\": {\"AWS\": \"444455556666\"}; s3:*; *; ; true",
                "\"NotPrincipal\": {\"AWS\": \"arn:aws:iam::111122223333:role/a\"}; s3:*; *; ; false",
                "\"Principal\": \"*\"; s3:*; *; \"StringNotEquals\": {\"aws:SourceVpce\": \"vpce-1\"}; false",
                "\"Principal\": \"*\"; s3:*; *; \"StringNotEqualsIfExists\": {\"aws:PrincipalOrgID\": \"o-1\"}; false",
                "\"Principal\": \"*\"; s3:*; *; \"NotIpAddress\": {\"aws:SourceIp\": \"203.0.113.0/24\"}, \"Bool\": {\"aws:ViaAWSService\": \"false\"}; false",
                "\"Principal\": \"*\"; s3:*; *; \"NotIpAddress\": {\"aws:SourceIp\": \"0.0.0.0/0\"}; true",
                "\"Principal\": \"*\"; s3:*; *; \"StringNotEquals\": {\"aws:SourceVpce\": \"vpce-1\"}, \"Bool\": {\"aws:SecureTransport\": \"false\"}; true",
                "\"Principal\": \"*\"; s3:*; *; \"ForAnyValue:StringNotEquals\": {\"aws:PrincipalOrgPaths\": \"o-1/*\"}; true",
                "\"Principal\": \"*\"; s3:*; *; \"Bool\": {\"aws:SecureTransport\": \"false\"}; true",
                "\"Principal\": \"*\"; s3:*; *; \"StringEquals\": {\"aws:SourceVpce\": \"vpce-1\"}; true",
            })
    void aDenialTakesBackWhatItCovers(
            String principal, String action, String resource, String condition, boolean stillPublic) {
        String deny = statement("Deny", principal, action, resource, condition == null ? "" : condition);

        assertThat(isPublic(allowAnyone(""), deny)).isEqualTo(stillPublic);
    }

    @Test
    void oneAllowanceThatIsNotTakenBackIsEnough() {
        String deny = statement("Deny", "\"Principal\": \"*\"", "s3:GetObject", "*", "");
        String second = statement("Allow", "\"Principal\": \"*\"", "s3:PutObject", "*", "");

        assertThat(isPublic(allowAnyone(""), deny, second)).isTrue();
    }

    @Test
    void otherAccountsAreNamedOnceAndInOrder() {
        Grants grants = new Grants(policy(
                statement(
                        "Allow",
                        "\"Principal\": {\"AWS\": [\"arn:aws:iam::999988887777:root\", \"111122223333\"]}",
                        "s3:GetObject",
                        "*",
                        ""),
                statement(
                        "Allow",
                        "\"Principal\": {\"AWS\": \"arn:aws-us-gov:iam::444455556666:role/a\"}",
                        "s3:GetObject",
                        "*",
                        ""),
                statement(
                        "Allow",
                        "\"Principal\": {\"AWS\": \"arn:aws:sts::444455556666:assumed-role/a/b\"}",
                        "s3:GetObject",
                        "*",
                        ""),
                statement("Deny", "\"Principal\": {\"AWS\": \"222222222222\"}", "s3:GetObject", "*", ""),
                statement("Allow", "\"NotPrincipal\": {\"AWS\": \"333333333333\"}", "s3:GetObject", "*", ""),
                statement(
                        "Allow", "\"Principal\": {\"AWS\": \"AIDAEXAMPLEOFADELETEDUSER\"}", "s3:GetObject", "*", "")));

        assertThat(grants.otherAccounts("111122223333")).containsExactly("444455556666", "999988887777");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "*; *; ; true",
                "*:*; *; ; true",
                "*; arn:aws:s3:::logs; ; false",
                "iam:*; *; ; false",
                "*; *; \"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}; true",
            })
    void everythingIsEveryActionOnEveryResource(String action, String resource, String condition, boolean everything) {
        String allow = "{\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"%s\", \"Condition\": {%s}}"
                .formatted(action, resource, condition == null ? "" : condition);

        assertThat(new Grants(policy(allow)).allowsEverything()).isEqualTo(everything);
    }

    @Test
    void everythingDeniedAgainIsNothing() {
        assertThat(new Grants(policy(
                                "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}",
                                "{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}"))
                        .allowsEverything())
                .isFalse();
    }

    @Test
    void aServiceIsAllowedByItsName() {
        Grants grants = new Grants(policy(
                statement(
                        "Allow", "\"Principal\": {\"Service\": \"logging.s3.amazonaws.com\"}", "s3:PutObject", "*", ""),
                statement("Deny", "\"Principal\": {\"Service\": \"ec2.amazonaws.com\"}", "s3:PutObject", "*", "")));

        assertThat(grants.allowsService("logging.s3.amazonaws.com")).isTrue();
        assertThat(grants.allowsService("ec2.amazonaws.com")).isFalse();
    }
}
