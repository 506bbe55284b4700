package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.SSM;

import java.util.List;
import software.amazon.awssdk.services.ssm.model.DescribeDocumentPermissionResponse;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;
import software.amazon.awssdk.services.ssm.model.DocumentIdentifier;
import software.amazon.awssdk.services.ssm.model.DocumentPermissionType;
import software.amazon.awssdk.services.ssm.model.DocumentType;
import software.amazon.awssdk.services.ssm.model.GetResourcePoliciesResponse;
import software.amazon.awssdk.services.ssm.model.ListDocumentsResponse;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterTier;

/** Systems Manager: what is known of parameters besides their values, own documents and whom they are shared with. */
final class SsmTypes {
    private static final int PAGE = 50;

    private SsmTypes() {}

    static List<AwsType<?>> all() {
        return List.of(document(), parameter(), region());
    }

    private static AwsType<?> parameter() {
        return SSM.type("aws.ssm.parameter")
                .list(
                        "DescribeParameters",
                        (ssm, token) ->
                                ssm.describeParameters(r -> r.maxResults(PAGE).nextToken(token)),
                        DescribeParametersResponse::nextToken,
                        DescribeParametersResponse::parameters)
                .id((parameter, place) -> arn(parameter, place))
                .name(ParameterMetadata::name)
                .goneIf("ResourceNotFoundException")
                // Those of the standard tier cannot be shared.
                .askPages(
                        "GetResourcePolicies",
                        (ssm, parameter, arn, token) -> ssm.getResourcePolicies(
                                r -> r.resourceArn(arn).maxResults(PAGE).nextToken(token)),
                        GetResourcePoliciesResponse::nextToken,
                        question -> question.onlyIf(parameter -> parameter.tier() != ParameterTier.STANDARD))
                .build();
    }

    /** Names with levels begin with a slash, which ARNs have anyway. */
    private static String arn(ParameterMetadata parameter, AwsPlace place) {
        String name = parameter.name().startsWith("/") ? parameter.name() : "/" + parameter.name();
        return parameter.arn() == null ? place.arn("ssm", "parameter" + name) : parameter.arn();
    }

    private static AwsType<?> document() {
        return SSM.type("aws.ssm.document")
                .list(
                        "ListDocuments",
                        (ssm, token) -> ssm.listDocuments(
                                r -> r.filters(filter -> filter.key("Owner").values("Self"))
                                        .maxResults(PAGE)
                                        .nextToken(token)),
                        ListDocumentsResponse::nextToken,
                        ListDocumentsResponse::documentIdentifiers)
                .id((document, place) -> place.arn("ssm", "document/" + document.name()))
                .name(DocumentIdentifier::name)
                .goneIf("InvalidDocument")
                .askPages(
                        "DescribeDocumentPermission",
                        (ssm, document, token) -> ssm.describeDocumentPermission(r -> r.name(document.name())
                                .permissionType(DocumentPermissionType.SHARE)
                                .nextToken(token)),
                        DescribeDocumentPermissionResponse::nextToken)
                // Session preferences say where sessions are logged and by which key; other documents are content.
                .ask(
                        "GetDocument",
                        (ssm, document) -> ssm.getDocument(r -> r.name(document.name())),
                        question -> question.onlyIf(document -> document.documentType() == DocumentType.SESSION))
                .build();
    }

    private static AwsType<?> region() {
        return SSM.type("aws.ssm.region")
                .settings()
                .ask(
                        "GetServiceSetting",
                        (ssm, place) -> ssm.getServiceSetting(
                                r -> r.settingId("/ssm/documents/console/public-sharing-permission")),
                        question -> question.as("PublicSharingPermission"))
                .ask(
                        "GetServiceSetting",
                        (ssm, place) -> ssm.getServiceSetting(
                                r -> r.settingId("/ssm/automation/customer-script-log-destination")),
                        question -> question.as("CustomerScriptLogDestination"))
                .build();
    }
}
