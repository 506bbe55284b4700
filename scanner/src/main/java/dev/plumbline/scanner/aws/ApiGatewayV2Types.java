package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.APIGATEWAYV2;

import java.util.List;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizersResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;

/** API Gateway's HTTP and WebSocket APIs and their stages. */
final class ApiGatewayV2Types {
    private ApiGatewayV2Types() {}

    static List<AwsType<?>> all() {
        return List.of(api(), stage());
    }

    private static AwsType<?> api() {
        return APIGATEWAYV2
                .type("aws.apigatewayv2.api")
                .list(
                        "GetApis",
                        (gateway, token) -> gateway.getApis(r -> r.nextToken(token)),
                        GetApisResponse::nextToken,
                        GetApisResponse::items)
                .id((api, place) -> ApiGatewayTypes.arn(place, "/apis/" + api.apiId()))
                .name(Api::name)
                .goneIf("NotFoundException")
                .askPages(
                        "GetAuthorizers",
                        (gateway, api, token) ->
                                gateway.getAuthorizers(r -> r.apiId(api.apiId()).nextToken(token)),
                        GetAuthorizersResponse::nextToken)
                .askPages(
                        "GetRoutes",
                        (gateway, api, token) ->
                                gateway.getRoutes(r -> r.apiId(api.apiId()).nextToken(token)),
                        GetRoutesResponse::nextToken)
                .build();
    }

    private static AwsType<?> stage() {
        return APIGATEWAYV2
                .type("aws.apigatewayv2.stage")
                .within(
                        "GetApis",
                        (gateway, token) -> gateway.getApis(r -> r.nextToken(token)),
                        GetApisResponse::nextToken,
                        GetApisResponse::items)
                .list(
                        "GetStages",
                        (gateway, api, token) ->
                                gateway.getStages(r -> r.apiId(api.apiId()).nextToken(token)),
                        GetStagesResponse::nextToken,
                        GetStagesResponse::items)
                .id((stage, place) -> ApiGatewayTypes.arn(
                        place,
                        "/apis/%s/stages/%s"
                                .formatted(stage.parent().apiId(), stage.item().stageName())))
                .build();
    }
}
