package dev.plumbline.dashboards.cli;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.dashboards.export.AwsReaderRole;
import dev.plumbline.scanner.aws.AwsPermissions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline permissions aws}. Asks nothing and needs no credentials. */
@Command(
        name = "aws",
        description = "Print what a scan of AWS must be allowed: a policy, or a template that makes the role.",
        footer = {
            "",
            "policy          one IAM policy document; past IAM's 6,144 characters split it, as the templates do",
            "cloudformation  role and policies; deploy it as a stack set to reach every account of an organisation",
            "terraform       the same as main.tf.json, with the stack set for the organisation's units"
        })
final class PermissionsAwsCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Spec
    private CommandSpec command;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "POLICY",
            description = "${COMPLETION-CANDIDATES}; the default is ${DEFAULT-VALUE}.")
    private Format format;

    @Override
    public Integer call() throws IOException {
        AwsReaderRole role = new AwsReaderRole(AwsPermissions.required());
        JsonNode document =
                switch (format) {
                    case POLICY -> role.policy();
                    case CLOUDFORMATION -> role.cloudFormation();
                    case TERRAFORM -> role.terraform();
                };
        DefaultPrettyPrinter lines =
                new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        PrintWriter out = command.commandLine().getOut();
        out.println(MAPPER.writer(lines).writeValueAsString(document));
        return ExitCode.CLEAN;
    }

    private enum Format {
        POLICY,
        CLOUDFORMATION,
        TERRAFORM
    }
}
