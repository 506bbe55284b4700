package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.LAMBDA;

import java.util.List;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ListFunctionUrlConfigsResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

/** Lambda: functions, who may call them, by which URL; never their code. */
final class LambdaTypes {
    private LambdaTypes() {}

    static List<AwsType<?>> all() {
        return List.of(function());
    }

    private static AwsType<?> function() {
        return LAMBDA.type("aws.lambda.function")
                .list(
                        "ListFunctions",
                        (lambda, token) -> lambda.listFunctions(r -> r.marker(token)),
                        ListFunctionsResponse::nextMarker,
                        ListFunctionsResponse::functions)
                .id(FunctionConfiguration::functionArn)
                .name(FunctionConfiguration::functionName)
                .goneIf("ResourceNotFoundException")
                .ask(
                        "GetPolicy",
                        (lambda, function, arn) -> lambda.getPolicy(r -> r.functionName(arn)),
                        question -> question.orNone("ResourceNotFoundException"))
                .askPages(
                        "ListFunctionUrlConfigs",
                        (lambda, function, arn, token) -> lambda.listFunctionUrlConfigs(
                                r -> r.functionName(arn).marker(token)),
                        ListFunctionUrlConfigsResponse::nextMarker)
                .ask("ListTags", (lambda, function, arn) -> lambda.listTags(r -> r.resource(arn)))
                .tags()
                .build();
    }
}
