package dev.plumbline.rules.iam;

import static dev.plumbline.rules.iam.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTest {
    private static boolean isPublic(String provider, String condition) {
        return new Trust(policy(
                        "{\"Effect\": \"Allow\", \"Principal\": {\"Federated\": \"%s\"}, \"Action\": \"sts:AssumeRoleWithWebIdentity\", \"Condition\": {%s}}"
                                .formatted(provider, condition == null ? "" : condition)))
                .isPublic();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "; true",
                "\"StringEquals\": {\"token.actions.githubusercontent.com:aud\": \"sts.amazonaws.com\"}; true",
                "\"StringLike\": {\"token.actions.githubusercontent.com:sub\": \"*\"}; true",
                "\"StringLike\": {\"token.actions.githubusercontent.com:sub\": \"repo:*\"}; true",
                "\"StringLike\": {\"token.actions.githubusercontent.com:sub\": \"repo:octo*\"}; true",
                "\"StringLike\": {\"token.actions.githubusercontent.com:sub\": [\"repo:octo-org/a:*\", \"repo:*\"]}; true",
                "\"StringEqualsIfExists\": {\"token.actions.githubusercontent.com:sub\": \"repo:octo-org/a:ref:refs/heads/main\"}; true",
                "\"ForAllValues:StringEquals\": {\"token.actions.githubusercontent.com:sub\": \"repo:octo-org/a:ref:refs/heads/main\"}; true",
                "\"StringNotEquals\": {\"token.actions.githubusercontent.com:sub\": \"repo:octo-org/a:ref:refs/heads/main\"}; true",
                "\"StringLike\": {\"token.actions.githubusercontent.com:sub\": \"repo:octo-org/*\"}; false",
                "\"StringEquals\": {\"token.actions.githubusercontent.com:sub\": \"repo:octo-org/a:ref:refs/heads/main\"}; false",
                "\"StringEquals\": {\"token.actions.githubusercontent.com:repository_owner_id\": \"65\"}; false",
            })
    void githubIsOpenUnlessAnOwnerIsNamed(String condition, boolean open) {
        assertThat(isPublic("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com", condition))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cognito-identity.amazonaws.com; ; true",
                "cognito-identity.amazonaws.com; \"StringEquals\": {\"cognito-identity.amazonaws.com:aud\": \"eu-west-1:12345678-1234-1234-1234-123456789012\"}; false",
                "arn:aws:iam::111122223333:saml-provider/corp; ; false",
                "arn:aws:iam::111122223333:oidc-provider/login.example.com; ; false",
                "*; ; true",
            })
    void onlySharedProvidersAreOpen(String provider, String condition, boolean open) {
        assertThat(isPublic(provider, condition)).isEqualTo(open);
    }

    @Test
    void aDenialCanCloseWhatIsOpen() {
        Trust trust = new Trust(
                policy(
                        "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"*\"}, \"Action\": \"sts:AssumeRole\"}",
                        "{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"sts:*\", \"Condition\": {\"StringNotEquals\": {\"aws:PrincipalOrgID\": \"o-1\"}}}"));

        assertThat(trust.isPublic()).isFalse();
    }
}
