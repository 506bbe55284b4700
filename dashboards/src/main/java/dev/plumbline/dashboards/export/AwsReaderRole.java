package dev.plumbline.dashboards.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The role that lets a scan read an AWS account, as documents of AWS's and Terraform's own formats. IAM takes 6,144
 * characters in one managed policy, white space aside, so the permissions are dealt out over several.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
 */
public final class AwsReaderRole {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Of the actions alone: what stands around them takes less than the 144 left. */
    private static final int LONGEST_ACTIONS = 6_000;

    private static final String NAME = "plumbline-reader";

    private final List<String> permissions;

    /** @param permissions in IAM's spelling */
    public AwsReaderRole(Collection<String> permissions) {
        this.permissions = permissions.stream().distinct().sorted().toList();
    }

    /** One policy document with everything, however long. */
    public ObjectNode policy() {
        return document(permissions);
    }

    /** A template with the role and its policies; its parameters say who may assume it. */
    public ObjectNode cloudFormation() {
        ObjectNode template = MAPPER.createObjectNode();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        template.put("Description", "A role with which Plumbline reads settings, and nothing else.");
        ObjectNode parameters = template.putObject("Parameters");
        parameter(parameters, "TrustedPrincipalArn", "ARN of the role or user that runs Plumbline.")
                .put("AllowedPattern", "arn:[a-z-]+:iam::[0-9]{12}:.+");
        parameter(parameters, "ExternalId", "What Plumbline sends when it assumes the role.")
                .put("MinLength", 2);
        parameter(parameters, "RoleName", "The same name in every account.").put("Default", NAME);
        ObjectNode resources = template.putObject("Resources");
        ArrayNode attached = MAPPER.createArrayNode();
        int number = 1;
        for (List<String> part : parts()) {
            String logical = "Policy" + number++;
            ObjectNode policy = resource(resources, logical, "AWS::IAM::ManagedPolicy");
            policy.put("Description", "What Plumbline reads, part of %d.".formatted(parts().size()));
            policy.set("PolicyDocument", document(part));
            attached.addObject().put("Ref", logical);
        }
        ObjectNode role = resource(resources, "Role", "AWS::IAM::Role");
        role.putObject("RoleName").put("Ref", "RoleName");
        role.set("AssumeRolePolicyDocument", trust("TrustedPrincipalArn", "ExternalId"));
        role.set("ManagedPolicyArns", attached);
        template.putObject("Outputs")
                .putObject("RoleArn")
                .putObject("Value")
                .putArray("Fn::GetAtt")
                .add("Role")
                .add("Arn");
        return template;
    }

    /**
     * A {@code main.tf.json} for the management account, or the account that administers stack sets: the role there, and
     * by a stack set in every account of the named organisational units, those that join later too.
     */
    public ObjectNode terraform() {
        ObjectNode root = MAPPER.createObjectNode();
        ObjectNode variables = root.putObject("variable");
        variable(variables, "trusted_principal_arn", "ARN of the role or user that runs Plumbline.");
        variable(variables, "external_id", "What Plumbline sends when it assumes the role.");
        variable(variables, "role_name", "The same name in every account.").put("default", NAME);
        variable(variables, "organizational_unit_ids", "Units to reach; none for this account alone.")
                .put("type", "list(string)")
                .putArray("default");
        ObjectNode parameters = MAPPER.createObjectNode();
        parameters.put("TrustedPrincipalArn", "${var.trusted_principal_arn}");
        parameters.put("ExternalId", "${var.external_id}");
        parameters.put("RoleName", "${var.role_name}");
        ObjectNode resources = root.putObject("resource");
        // The members that the management account's own stack and those of the others have in common.
        ObjectNode here = resources.putObject("aws_cloudformation_stack").putObject("plumbline_reader");
        here.put("name", NAME);
        here.put("template_body", cloudFormation().toString());
        here.set("parameters", parameters);
        here.putArray("capabilities").add("CAPABILITY_NAMED_IAM");
        ObjectNode everywhere =
                resources.putObject("aws_cloudformation_stack_set").putObject("plumbline_reader");
        everywhere.put("count", "${length(var.organizational_unit_ids) > 0 ? 1 : 0}");
        everywhere.put("name", NAME);
        everywhere.put("permission_model", "SERVICE_MANAGED");
        everywhere.put("template_body", cloudFormation().toString());
        everywhere.set("parameters", parameters);
        everywhere.putArray("capabilities").add("CAPABILITY_NAMED_IAM");
        everywhere.putObject("auto_deployment").put("enabled", true).put("retain_stacks_on_account_removal", false);
        ObjectNode instances =
                resources.putObject("aws_cloudformation_stack_set_instance").putObject("plumbline_reader");
        instances.put("count", "${length(var.organizational_unit_ids) > 0 ? 1 : 0}");
        instances.put("stack_set_name", "${aws_cloudformation_stack_set.plumbline_reader[0].name}");
        instances.putObject("deployment_targets").put("organizational_unit_ids", "${var.organizational_unit_ids}");
        root.putObject("output")
                .putObject("role_arn")
                .put("value", "${aws_cloudformation_stack.plumbline_reader.outputs[\"RoleArn\"]}");
        return root;
    }

    /** The permissions in as few parts as fit into one managed policy each. */
    private List<List<String>> parts() {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int length = 0;
        for (String permission : permissions) {
            int more = permission.length() + 3;
            if (length + more > LONGEST_ACTIONS) {
                parts.add(part);
                part = new ArrayList<>();
                length = 0;
            }
            part.add(permission);
            length += more;
        }
        parts.add(part);
        return parts;
    }

    private static ObjectNode document(List<String> actions) {
        ObjectNode document = MAPPER.createObjectNode().put("Version", "2012-10-17");
        ObjectNode statement = document.putArray("Statement").addObject();
        statement.put("Sid", "PlumblineReads").put("Effect", "Allow");
        actions.forEach(statement.putArray("Action")::add);
        statement.put("Resource", "*");
        return document;
    }

    private static ObjectNode trust(String principalParameter, String externalIdParameter) {
        ObjectNode document = MAPPER.createObjectNode().put("Version", "2012-10-17");
        ObjectNode statement = document.putArray("Statement").addObject();
        statement.put("Effect", "Allow");
        statement.putObject("Principal").putObject("AWS").put("Ref", principalParameter);
        statement.put("Action", "sts:AssumeRole");
        statement
                .putObject("Condition")
                .putObject("StringEquals")
                .putObject("sts:ExternalId")
                .put("Ref", externalIdParameter);
        return document;
    }

    private static ObjectNode parameter(ObjectNode parameters, String name, String description) {
        return parameters.putObject(name).put("Type", "String").put("Description", description);
    }

    private static ObjectNode variable(ObjectNode variables, String name, String description) {
        return variables.putObject(name).put("type", "string").put("description", description);
    }

    /** A resource's properties, to be filled. */
    private static ObjectNode resource(ObjectNode resources, String logicalName, String type) {
        return resources.putObject(logicalName).put("Type", type).putObject("Properties");
    }
}
