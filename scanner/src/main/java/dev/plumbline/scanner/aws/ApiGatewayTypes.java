package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.APIGATEWAY;

import java.util.List;
import software.amazon.awssdk.services.apigateway.model.DomainName;
import software.amazon.awssdk.services.apigateway.model.GetAuthorizersResponse;
import software.amazon.awssdk.services.apigateway.model.GetDomainNamesResponse;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** API Gateway's REST APIs and their stages, and the domain names of APIs of every kind. */
final class ApiGatewayTypes {
    private ApiGatewayTypes() {}

    static List<AwsType<?>> all() {
        return List.of(restApi(), stage(), domainName());
    }

    private static AwsType<?> restApi() {
        return APIGATEWAY
                .type("aws.apigateway.restapi")
                .list(
                        "GetRestApis",
                        (gateway, token) ->
                                gateway.getRestApis(r -> r.limit(500).position(token)),
                        GetRestApisResponse::position,
                        GetRestApisResponse::items)
                .id((api, place) -> arn(place, "/restapis/" + api.id()))
                .name(RestApi::name)
                .goneIf("NotFoundException")
                .askPages(
                        "GetAuthorizers",
                        (gateway, api, token) -> gateway.getAuthorizers(
                                r -> r.restApiId(api.id()).limit(500).position(token)),
                        GetAuthorizersResponse::position)
                .build();
    }

    private static AwsType<?> stage() {
        return APIGATEWAY
                .type("aws.apigateway.stage")
                .within(
                        "GetRestApis",
                        (gateway, token) ->
                                gateway.getRestApis(r -> r.limit(500).position(token)),
                        GetRestApisResponse::position,
                        GetRestApisResponse::items)
                .list(
                        "GetStages",
                        (gateway, api, token) -> gateway.getStages(r -> r.restApiId(api.id())),
                        allStages -> null,
                        allStages -> allStages.item())
                .id((stage, place) -> arn(
                        place,
                        "/restapis/%s/stages/%s"
                                .formatted(stage.parent().id(), stage.item().stageName())))
                .build();
    }

    /** HTTP and WebSocket APIs share these: their own listing would tell of the same ones again. */
    private static AwsType<?> domainName() {
        return APIGATEWAY
                .type("aws.apigateway.domainname")
                .list(
                        "GetDomainNames",
                        (gateway, token) ->
                                gateway.getDomainNames(r -> r.limit(500).position(token)),
                        GetDomainNamesResponse::position,
                        GetDomainNamesResponse::items)
                .id((domain, place) -> domain.domainNameArn() == null
                        ? arn(place, "/domainnames/" + domain.domainName())
                        : domain.domainNameArn())
                .name(DomainName::domainName)
                .build();
    }

    /** API Gateway's ARNs name no account. */
    static String arn(AwsPlace place, String path) {
        return "arn:%s:apigateway:%s::%s".formatted(place.partition(), place.region(), path);
    }
}
