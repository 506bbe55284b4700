package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.SECRETSMANAGER;

import java.util.List;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/** Secrets Manager: secrets, whether they rotate, who may read them; never what they say. */
final class SecretsManagerTypes {
    private static final int PAGE = 100;

    private SecretsManagerTypes() {}

    static List<AwsType<?>> all() {
        return List.of(secret());
    }

    private static AwsType<?> secret() {
        return SECRETSMANAGER
                .type("aws.secretsmanager.secret")
                .list(
                        "ListSecrets",
                        (secrets, token) ->
                                secrets.listSecrets(r -> r.maxResults(PAGE).nextToken(token)),
                        ListSecretsResponse::nextToken,
                        ListSecretsResponse::secretList)
                .id(SecretListEntry::arn)
                .name(SecretListEntry::name)
                .goneIf("ResourceNotFoundException")
                .ask("GetResourcePolicy", (secrets, secret) -> secrets.getResourcePolicy(r -> r.secretId(secret.arn())))
                .build();
    }
}
