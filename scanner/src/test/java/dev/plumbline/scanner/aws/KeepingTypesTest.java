package dev.plumbline.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps keys, secrets, parameters and certificates, in the wire formats of its services. */
class KeepingTypesTest {
    private static final String HERE = "eu-west-1:111122223333:";

    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = SmallEstate.tell(new LoopbackAws());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void secretsTellEverythingButWhatTheySay() {
        aws.when(
                "secretsmanager:ListSecrets",
                request ->
                        request.parameter("NextToken").isEmpty() ? secret("db", "\"second\"") : secret("api", "null"));
        aws.when("secretsmanager:GetResourcePolicy", Answer.ok("{\"Name\": \"api\"}"));
        aws.when(
                "secretsmanager:GetResourcePolicy",
                request -> Answer.ok(
                        request.parameter("SecretId").endsWith("db-AbCdEf")
                                ? "{\"Name\": \"db\", \"ResourcePolicy\": \"{\\\"Statement\\\": []}\"}"
                                : "{\"Name\": \"api\"}"));

        CollectedType secrets = CollectedType.read(aws, "aws.secretsmanager.secret");

        assertThat(secrets.resources()).hasSize(2);
        Resource db = secrets.named("db");
        assertThat(db.id().value()).isEqualTo("arn:aws:secretsmanager:" + HERE + "secret:db-AbCdEf");
        assertThat(db.tags()).containsEntry("team", "data");
        assertThat(db.config())
                .containsEntry("RotationRules", Map.of("AutomaticallyAfterDays", 30L))
                .containsEntry(
                        "ResourcePolicy", Map.of("Name", "db", "ResourcePolicy", Map.of("Statement", List.of())));
        assertThat(secrets.named("api").config()).containsEntry("ResourcePolicy", Map.of("Name", "api"));
        assertThat(aws.count("secretsmanager:GetSecretValue")).isZero();
    }

    private static Answer secret(String name, String next) {
        return Answer.ok("""
                {"SecretList": [{"ARN": "arn:aws:secretsmanager:%2$ssecret:%1$s-AbCdEf", "Name": "%1$s",
                 "RotationEnabled": true, "RotationRules": {"AutomaticallyAfterDays": 30},
                 "Tags": [{"Key": "team", "Value": "data"}]}], "NextToken": %3$s}""".formatted(name, HERE, next));
    }

    @Test
    void parametersAreKnownByTheirMetadata() {
        aws.when(
                "ssm:DescribeParameters",
                request -> request.parameter("NextToken").isEmpty()
                        ? Answer.ok("""
                        {"Parameters": [{"Name": "/app/key", "Type": "SecureString", "KeyId": "alias/aws/ssm", "Tier": "Standard"}],
                         "NextToken": "second"}""")
                        : Answer.ok(
                                "{\"Parameters\": [{\"Name\": \"shared\", \"Type\": \"String\", \"Tier\": \"Advanced\"}]}"));
        aws.when("ssm:GetResourcePolicies", Answer.ok("""
                {"Policies": [{"PolicyId": "1", "Policy": "{\\"Statement\\": []}"}]}"""));

        CollectedType parameters = CollectedType.read(aws, "aws.ssm.parameter");

        Resource key = parameters.named("/app/key");
        assertThat(key.id().value()).isEqualTo("arn:aws:ssm:" + HERE + "parameter/app/key");
        assertThat(key.config()).containsEntry("KeyId", "alias/aws/ssm").containsEntry("ResourcePolicies", null);
        Resource shared = parameters.named("shared");
        assertThat(shared.id().value()).isEqualTo("arn:aws:ssm:" + HERE + "parameter/shared");
        assertThat(shared.config())
                .containsEntry(
                        "ResourcePolicies",
                        Map.of("Policies", List.of(Map.of("PolicyId", "1", "Policy", Map.of("Statement", List.of())))));
        assertThat(aws.requests()).noneMatch(request -> request.operation().startsWith("GetParameter"));
    }

    @Test
    void ownDocumentsTellWhomTheyAreSharedWithAndPreferencesWhatTheySay() {
        aws.when(
                "ssm:ListDocuments",
                request -> request.parameter("NextToken").isEmpty()
                        ? document("SSM-SessionManagerRunShell", "Session", ", \"NextToken\": \"second\"")
                        : document("Restart", "Command", ""));
        aws.when("ssm:DescribeDocumentPermission", Answer.ok("{\"AccountIds\": [\"all\"]}"));
        aws.when("ssm:GetDocument", Answer.ok("""
                {"Name": "SSM-SessionManagerRunShell", "Content": "{\\"inputs\\": {\\"s3BucketName\\": \\"logs\\"}}"}"""));

        CollectedType documents = CollectedType.read(aws, "aws.ssm.document");

        Resource preferences = documents.named("SSM-SessionManagerRunShell");
        assertThat(preferences.id().value()).isEqualTo("arn:aws:ssm:" + HERE + "document/SSM-SessionManagerRunShell");
        assertThat(preferences.tags()).containsEntry("team", "ops");
        assertThat(preferences.config().get("Document"))
                .extracting("Content")
                .isEqualTo(Map.of("inputs", Map.of("s3BucketName", "logs")));
        assertThat(documents.named("Restart").config())
                .containsEntry("Document", null)
                .extractingByKey("DocumentPermission")
                .extracting("AccountIds")
                .isEqualTo(List.of("all"));
    }

    private static Answer document(String name, String type, String more) {
        return Answer.ok("""
                {"DocumentIdentifiers": [{"Name": "%s", "DocumentType": "%s",
                 "Tags": [{"Key": "team", "Value": "ops"}]}]%s}""".formatted(name, type, more));
    }

    @Test
    void aRegionSaysWhetherDocumentsMayBePublic() {
        aws.when("ssm:GetServiceSetting", request -> Answer.ok("""
                {"ServiceSetting": {"SettingId": "%s", "SettingValue": "Disable"}}""".formatted(request.parameter("SettingId"))));

        Resource region = CollectedType.read(aws, "aws.ssm.region").first();

        assertThat(region.id().value()).isEqualTo("arn:aws:ssm:" + HERE + "region/eu-west-1");
        assertThat(region.config().get("PublicSharingPermission"))
                .extracting("ServiceSetting.SettingValue")
                .isEqualTo("Disable");
    }

    @Test
    void certificatesOfEveryKindOfKey() {
        aws.when(
                "acm:ListCertificates",
                request -> request.parameter("NextToken").isEmpty()
                        ? certificate("one", ", \"NextToken\": \"second\"")
                        : certificate("two", ""));
        aws.when("acm:DescribeCertificate", Answer.ok("""
                {"Certificate": {"KeyAlgorithm": "RSA_1024", "NotAfter": 1800000000,
                 "Options": {"CertificateTransparencyLoggingPreference": "ENABLED"}}}"""));
        aws.when("acm:ListTagsForCertificate", Answer.ok("{\"Tags\": [{\"Key\": \"team\", \"Value\": \"web\"}]}"));

        CollectedType certificates = CollectedType.read(aws, "aws.acm.certificate");

        Resource one = certificates.named("one.example.com");
        assertThat(certificates.resources()).hasSize(2);
        assertThat(one.id().value()).isEqualTo("arn:aws:acm:" + HERE + "certificate/one");
        assertThat(one.tags()).containsEntry("team", "web");
        assertThat(one.config())
                .containsEntry("KeyAlgorithm", "RSA_1024")
                .containsEntry("Options", Map.of("CertificateTransparencyLoggingPreference", "ENABLED"));
    }

    private static Answer certificate(String id, String more) {
        return Answer.ok("""
                {"CertificateSummaryList": [{"CertificateArn": "arn:aws:acm:%2$scertificate/%1$s",
                 "DomainName": "%1$s.example.com"}]%3$s}""".formatted(id, HERE, more));
    }

    @Test
    void keyStoresOutsideOfKms() {
        aws.when(
                "kms:DescribeCustomKeyStores",
                request -> request.parameter("Marker").isEmpty()
                        ? store("cks-1", "true, \"NextMarker\": \"second\"")
                        : store("cks-2", "false"));

        CollectedType stores = CollectedType.read(aws, "aws.kms.customkeystore");

        assertThat(stores.resources()).hasSize(2);
        assertThat(stores.first().id().value()).isEqualTo("arn:aws:kms:" + HERE + "customkeystore/cks-1");
        assertThat(stores.first().config())
                .containsEntry("ConnectionState", "CONNECTED")
                .containsEntry("XksProxyConfiguration", Map.of("Connectivity", "PUBLIC_ENDPOINT"));
    }

    private static Answer store(String id, String truncated) {
        return Answer.ok("""
                {"CustomKeyStores": [{"CustomKeyStoreId": "%1$s", "CustomKeyStoreName": "hsm-%1$s",
                 "ConnectionState": "CONNECTED", "XksProxyConfiguration": {"Connectivity": "PUBLIC_ENDPOINT"}}],
                 "Truncated": %2$s}""".formatted(id, truncated));
    }
}
