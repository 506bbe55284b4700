package dev.plumbline.scanner.aws;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;

/**
 * IAM's one call that tells users, groups, roles and policies with everything attached to them, a thousand at a time:
 * asked instead of five calls for each.
 */
final class AuthorizationDetails {
    static final AwsOperation OPERATION = AwsServices.IAM.operation("GetAccountAuthorizationDetails");
    private static final int PAGE = 1_000;

    private AuthorizationDetails() {}

    /** Hands over page after page of some kinds of entity. */
    static void forEachPage(
            AwsConnection connection, List<EntityType> kinds, Consumer<GetAccountAuthorizationDetailsResponse> sink) {
        AwsPages.forEach(
                OPERATION,
                marker -> connection
                        .client(AwsServices.IAM)
                        .call(
                                OPERATION,
                                iam -> iam.getAccountAuthorizationDetails(request ->
                                        request.filter(kinds).maxItems(PAGE).marker(marker))),
                GetAccountAuthorizationDetailsResponse::marker,
                sink);
    }
}
