package dev.plumbline.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.kms.model.GrantListEntry;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.Type;

class AwsJsonTest {
    @Test
    void membersHaveTheirDocumentedNamesAndPlainValues() {
        GrantListEntry grant = GrantListEntry.builder()
                .grantId("abc")
                .creationDate(Instant.parse("2026-01-02T03:04:05Z"))
                .operationsWithStrings("Decrypt", "AnOperationOfTomorrow")
                .constraints(constraints -> constraints.encryptionContextSubset(Map.of("team", "data")))
                .build();

        assertThat(AwsJson.tree(grant))
                .isEqualTo(Map.of(
                        "GrantId",
                        "abc",
                        "CreationDate",
                        "2026-01-02T03:04:05Z",
                        "Operations",
                        List.of("Decrypt", "AnOperationOfTomorrow"),
                        "Constraints",
                        Map.of("EncryptionContextSubset", Map.of("team", "data"))));
    }

    @Test
    void whatWasNotSentIsNotThereAndWhatIsEmptyIs() {
        assertThat(AwsJson.tree(GetBucketVersioningResponse.builder().build())).isEmpty();
        assertThat(AwsJson.tree(GetBucketAclResponse.builder().build())).isEmpty();
        assertThat(AwsJson.tree(GetBucketAclResponse.builder().grants(List.of()).build()))
                .isEqualTo(Map.of("Grants", List.of()));
    }

    @Test
    void integersAreLong() {
        assertThat(AwsJson.tree(GetAccountSummaryResponse.builder()
                        .summaryMapWithStrings(Map.of("Users", 3))
                        .build()))
                .isEqualTo(Map.of("SummaryMap", Map.of("Users", 3L)));
    }

    @Test
    void enumerationsAreTheirStrings() {
        assertThat(AwsJson.tree(GetBucketAclResponse.builder()
                        .grants(grant -> grant.grantee(grantee -> grantee.type(Type.GROUP)))
                        .build()))
                .isEqualTo(Map.of("Grants", List.of(Map.of("Grantee", Map.of("Type", "Group")))));
    }

    @Test
    void contentIsNeverTaken() {
        assertThat(AwsJson.tree(GetCredentialReportResponse.builder()
                        .content(SdkBytes.fromUtf8String("bytes"))
                        .build()))
                .isEmpty();
    }

    @Test
    void policyDocumentsAreParsedPercentEncodedOrNot() {
        assertThat(AwsJson.tree(policy("{\"Statement\":[]}")))
                .isEqualTo(Map.of("PolicyDocument", Map.of("Statement", List.of())));
        assertThat(AwsJson.tree(policy("%7B%22Resource%22%3A%22a+b%20c%2Bd%22%7D")))
                .isEqualTo(Map.of("PolicyDocument", Map.of("Resource", "a+b c+d")));
    }

    /** As API Gateway sends it: escaped once more than the JSON around it needs. */
    @Test
    void aPolicyThatIsTheInsideOfAJsonStringIsParsed() {
        RestApi api = RestApi.builder()
                .policy("{\\\"Statement\\\":[{\\\"Resource\\\":\\\"execute-api:\\/*\\\"}]}")
                .build();

        assertThat(AwsJson.tree(api))
                .isEqualTo(Map.of("policy", Map.of("Statement", List.of(Map.of("Resource", "execute-api:/*")))));
    }

    @Test
    void aPolicyThatIsTornIsRefused() {
        assertThatThrownBy(() -> AwsJson.tree(policy("{\"Statement\":["))).isInstanceOf(IllegalArgumentException.class);
    }

    private static PolicyDetail policy(String document) {
        return PolicyDetail.builder().policyDocument(document).build();
    }
}
