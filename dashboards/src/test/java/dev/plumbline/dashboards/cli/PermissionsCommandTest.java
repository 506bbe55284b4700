package dev.plumbline.dashboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.scanner.aws.AwsPermissions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionsCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_MANAGED_POLICY = 6_144;

    private static JsonNode printed(String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code = Plumbline.run(new PrintWriter(out), new PrintWriter(err), arguments);

        assertThat(code).isZero();
        assertThat(err.toString()).isEmpty();
        return MAPPER.readTree(out.toString());
    }

    private static List<String> actions(JsonNode policy) {
        List<String> actions = new ArrayList<>();
        policy.at("/Statement/0/Action").forEach(action -> actions.add(action.asText()));
        return actions;
    }

    @Test
    void printsOnePolicyWithWhatTheCollectorsAskFor() throws IOException {
        JsonNode policy = printed("permissions", "aws");

        assertThat(policy.path("Version").asText()).isEqualTo("2012-10-17");
        assertThat(policy.at("/Statement/0/Effect").asText()).isEqualTo("Allow");
        assertThat(actions(policy)).containsExactlyElementsOf(AwsPermissions.required());
    }

    @Test
    void grantsNothingButReading() throws IOException {
        assertThat(actions(printed("permissions", "aws")))
                .contains("s3:GetBucketPolicy", "iam:GenerateCredentialReport")
                .doesNotContain("s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter")
                .allMatch(action ->
                        action.matches("[a-z0-9-]+:(Get|List|Describe|BatchGet|Search)[A-Za-z0-9]*|apigateway:GET"
                                + "|iam:GenerateCredentialReport"));
    }

    @Test
    void dealsTheTemplateOutOverPoliciesThatIamTakes() throws IOException {
        JsonNode template = printed("permissions", "aws", "--format", "cloudformation");

        List<String> granted = new ArrayList<>();
        for (JsonNode resource : template.path("Resources")) {
            if (resource.path("Type").asText().equals("AWS::IAM::ManagedPolicy")) {
                JsonNode policy = resource.at("/Properties/PolicyDocument");
                assertThat(policy.toString()).hasSizeLessThanOrEqualTo(LONGEST_MANAGED_POLICY);
                granted.addAll(actions(policy));
            }
        }
        assertThat(granted).containsExactlyElementsOf(AwsPermissions.required());
    }

    @Test
    void letsOnlyTheTrustedPrincipalWithTheExternalIdAssumeTheRole() throws IOException {
        JsonNode role =
                printed("permissions", "aws", "--format", "cloudformation").at("/Resources/Role/Properties");

        JsonNode trust = role.at("/AssumeRolePolicyDocument/Statement/0");
        assertThat(trust.at("/Principal/AWS/Ref").asText()).isEqualTo("TrustedPrincipalArn");
        assertThat(trust.at("/Condition/StringEquals/sts:ExternalId/Ref").asText())
                .isEqualTo("ExternalId");
        assertThat(role.path("ManagedPolicyArns").findValuesAsText("Ref"))
                .isNotEmpty()
                .allMatch(ref -> ref.startsWith("Policy"));
    }

    @Test
    void terraformDeploysTheSameTemplateHereAndThroughTheOrganisation() throws IOException {
        JsonNode module = printed("permissions", "aws", "--format", "terraform");
        JsonNode template = printed("permissions", "aws", "--format", "cloudformation");

        for (String kind : List.of("aws_cloudformation_stack", "aws_cloudformation_stack_set")) {
            JsonNode stack = module.at("/resource/" + kind + "/plumbline_reader");
            assertThat(MAPPER.readTree(stack.path("template_body").asText())).isEqualTo(template);
            assertThat(stack.path("parameters").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(
                            () -> template.path("Parameters").fieldNames());
        }
    }
}
