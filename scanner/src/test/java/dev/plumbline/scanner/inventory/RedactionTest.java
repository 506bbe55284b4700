package dev.plumbline.scanner.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Environment': {'Variables': {'DB': 'hunter2', 'PORT': 'hunter2'}}}",
                "{'environment': {'variables': {'DB': 'hunter2'}}}",
                "{'Environment': {'EnvironmentVariables': [{'Name': 'DB', 'Value': 'hunter2', 'Type': 'PLAINTEXT'}]}}",
                "{'Attribute': {'UserData': {'Value': 'hunter2'}}}",
                "{'UserData': 'hunter2'}",
                "{'PendingModifiedValues': {'MasterUserPassword': 'hunter2'}}",
                "{'AuthToken': 'hunter2'}",
                "{'AuthToken': 'hunter2', 'Password': 'hunter2', 'ClientSecret': 'hunter2'}",
                "{'Destinations': [{'SplunkDestinationDescription': {'HECToken': 'hunter2'}}]}",
                "{'RequestConfiguration': {'CommonAttributes': [{'AttributeName': 'Key', 'AttributeValue': 'hunter2'}]}}",
                "{'HttpEndpointDestinationDescription': {'EndpointConfiguration': {'Url': 'https://x/?key=hunter2'}}}",
                "{'Configurations': [{'Configurations': [{'Properties': {'fs.s3.key': 'hunter2'}}]}]}",
                "{'KerberosAttributes': {'KdcAdminPassword': 'hunter2', 'ADDomainJoinPassword': 'hunter2'}}",
                "{'variables': {'db': 'hunter2'}, 'canarySettings': {'stageVariableOverrides': {'db': 'hunter2'}}}",
                "{'StageVariables': {'db': 'hunter2'}}",
                "{'PrimaryContainer': {'Environment': {'DB': 'hunter2'}}, 'HyperParameters': {'key': 'hunter2'}}",
                "{'Origins': {'Items': [{'CustomHeaders': {'Items': [{'HeaderName': 'X', 'HeaderValue': 'hunter2'}]}}]}}",
                "{'BucketTagging': {'TagSet': [{'Key': 'db-password', 'Value': 'hunter2'}]}}",
                "{'ResourceTags': {'Tags': [{'TagKey': 'API_KEY', 'TagValue': 'hunter2'}]}}",
                "{'tags': {'token': 'hunter2'}, 'labels': {'secret': 'hunter2'}}",
                "{'Tags': [{'Key': 'note', 'Value': 'password=hunter2'}]}",
                "{'Policy': {'Statement': [{'Condition': {'StringEquals': {'aws:UserAgent': ['hunter2']}}}]}}",
                "{'Url': 'postgres://app:hunter2@db.example.org/ledger'}",
                "{'Description': 'hunter2hunter2 ghp_hunter2hunter2hunter2hunter2hunter2'}",
                "{'Description': 'eyJhbGciOiJIUzI1NiJ9.eyJodW50ZXIyIjoxfQ.hunter2'}",
                "{'Note': 'hunter2wJalrXUtnFEMI/K7MDENGbPxRfiCYEXAM'}",
                "{'Notes': ['-----BEGIN RSA PRIVATE KEY----- hunter2']}",
            })
    void aSecretIsReplacedByAMark(String config) {
        String clean = ResourceJson.text(Redaction.of(ResourceJson.tree(config.replace('\'', '"'))));

        assertThat(clean).doesNotContain("hunter2").contains(Redaction.MARK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Environment': {'Variables': {}}, 'EnvironmentVariables': []}",
                "{'PasswordPolicy': {'MinimumPasswordLength': 14}}",
                "{'PendingModifiedValues': {'MasterUserPassword': null}}",
                "{'BucketTagging': {'TagSet': [{'Key': 'aws:secretsmanager:owningService', 'Value': 'rds'}]}}",
                "{'Condition': {'StringLike': {'token.actions.githubusercontent.com:sub': 'repo:org/name:*'}}}",
                "{'ThumbprintList': ['1c58a3a8518e8759bf075b76b750d4f2df264fcd'], 'AccessKeyId': 'AKIAIOSFODNN7EXAMPLE'}",
                "{'LogGroupName': '/aws/lambda/ledger-import-of-the-night-2026', 'Arn': 'arn:aws:iam::1:role/Secret'}",
                "{'Principal': {'AWS': 'arn:aws:iam::111122223333:root'}, 'Url': 'https://db.example.org:8443/a@b'}",
                "{'Value': 'alone', 'Enabled': true, 'Size': 3}",
            })
    void everythingElseStays(String config) {
        String given = config.replace('\'', '"');

        assertThat(Redaction.of(ResourceJson.tree(given))).isEqualTo(ResourceJson.tree(given));
    }

    @Test
    void tagsOfAResourceAreCleanToo() {
        Resource given = new Resource(
                Cloud.AWS,
                new AccountId("111122223333"),
                "eu-west-1",
                new ResourceType("aws.s3.bucket"),
                new ResourceId("arn:aws:s3:::ledger"),
                "ledger",
                Map.of("password", "hunter2", "team", "ledger"),
                Map.of(),
                List.of(),
                Instant.EPOCH);

        assertThat(Redaction.of(given).tags()).isEqualTo(Map.of("password", Redaction.MARK, "team", "ledger"));
    }

    @Test
    void namesOfVariablesStay() {
        String clean = ResourceJson.text(
                Redaction.of(ResourceJson.tree("{\"Environment\": {\"Variables\": {\"DB_PASSWORD\": \"hunter2\"}}}")));

        assertThat(clean).isEqualTo("{\"Environment\":{\"Variables\":{\"DB_PASSWORD\":\"(redacted)\"}}}");
    }
}
