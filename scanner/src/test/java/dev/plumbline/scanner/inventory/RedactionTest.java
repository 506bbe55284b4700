package dev.plumbline.scanner.inventory;

import static org.assertj.core.api.Assertions.assertThat;

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
                "{'BucketTagging': {'TagSet': [{'Key': 'Password', 'Value': 'no secret by its place'}]}}",
                "{'Value': 'alone', 'Enabled': true, 'Size': 3}",
            })
    void everythingElseStays(String config) {
        String given = config.replace('\'', '"');

        assertThat(Redaction.of(ResourceJson.tree(given))).isEqualTo(ResourceJson.tree(given));
    }

    @Test
    void namesOfVariablesStay() {
        String clean = ResourceJson.text(
                Redaction.of(ResourceJson.tree("{\"Environment\": {\"Variables\": {\"DB_PASSWORD\": \"hunter2\"}}}")));

        assertThat(clean).isEqualTo("{\"Environment\":{\"Variables\":{\"DB_PASSWORD\":\"(redacted)\"}}}");
    }
}
