package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.BEDROCK;

import java.util.List;
import software.amazon.awssdk.services.bedrock.model.CustomModelSummary;
import software.amazon.awssdk.services.bedrock.model.GetCustomModelResponse;
import software.amazon.awssdk.services.bedrock.model.GetGuardrailResponse;
import software.amazon.awssdk.services.bedrock.model.GuardrailSummary;
import software.amazon.awssdk.services.bedrock.model.ListCustomModelsResponse;
import software.amazon.awssdk.services.bedrock.model.ListGuardrailsResponse;

/** Bedrock: whether prompts and answers are logged, what guards them, and models made from own data. */
final class BedrockTypes {
    private BedrockTypes() {}

    static List<AwsType<?>> all() {
        return List.of(region(), customModel(), guardrail());
    }

    private static AwsType<?> region() {
        return BEDROCK.type("aws.bedrock.region")
                .settings()
                .ask(
                        "GetModelInvocationLoggingConfiguration",
                        (bedrock, region) -> bedrock.getModelInvocationLoggingConfiguration(r -> {}))
                .build();
    }

    private static AwsType<?> customModel() {
        return BEDROCK.type("aws.bedrock.custommodel")
                .list(
                        "ListCustomModels",
                        (bedrock, token) ->
                                bedrock.listCustomModels(r -> r.isOwned(true).nextToken(token)),
                        ListCustomModelsResponse::nextToken,
                        ListCustomModelsResponse::modelSummaries)
                .id(CustomModelSummary::modelArn)
                .name(CustomModelSummary::modelName)
                .goneIf("ResourceNotFoundException")
                .describe(
                        "GetCustomModel",
                        GetCustomModelResponse::builder,
                        (bedrock, model) -> bedrock.getCustomModel(r -> r.modelIdentifier(model.modelArn())))
                .ask(
                        "ListTagsForResource",
                        (bedrock, model, arn) -> bedrock.listTagsForResource(r -> r.resourceARN(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> guardrail() {
        return BEDROCK.type("aws.bedrock.guardrail")
                .list(
                        "ListGuardrails",
                        (bedrock, token) -> bedrock.listGuardrails(r -> r.nextToken(token)),
                        ListGuardrailsResponse::nextToken,
                        ListGuardrailsResponse::guardrails)
                .id(GuardrailSummary::arn)
                .name(GuardrailSummary::name)
                .goneIf("ResourceNotFoundException")
                .describe(
                        "GetGuardrail",
                        GetGuardrailResponse::builder,
                        (bedrock, guardrail) -> bedrock.getGuardrail(r -> r.guardrailIdentifier(guardrail.id())))
                .ask(
                        "ListTagsForResource",
                        (bedrock, guardrail, arn) -> bedrock.listTagsForResource(r -> r.resourceARN(arn)))
                .tags()
                .build();
    }
}
