package dev.plumbline.detectors.log;

import java.util.Arrays;
import java.util.List;

/** The allow-list itself: one line per field, its name first, then other spellings of it. Arrays add no step. */
final class KeptFieldList {
    /** Claim names are addresses and full of dots; in paths they stand in angle brackets. */
    private static final String CLAIM = "<http://schemas.xmlsoap.org/ws/2005/05/identity/claims/%s>";

    private static final String MICROSOFT_CLAIM = "<http://schemas.microsoft.com/identity/claims/%s>";

    static final List<List<String>> LINES = List.of(
            // AWS CloudTrail: what happened
            List.of("eventID"),
            List.of("eventTime"),
            List.of("@timestamp"),
            List.of("eventName"),
            List.of("eventSource"),
            List.of("eventType"),
            List.of("eventCategory"),
            List.of("awsRegion"),
            List.of("errorCode"),
            List.of("readOnly"),
            List.of("managementEvent"),
            List.of("recipientAccountId"),
            List.of("sourceIPAddress"),
            List.of("userAgent"),
            List.of("sessionCredentialFromConsole"),
            List.of("resources.ARN"),
            List.of("resources.type"),
            List.of("additionalEventData.bytesTransferredOut"),
            List.of("additionalEventData.MFAUsed"),
            List.of("responseElements.ConsoleLogin"),
            // AWS CloudTrail: who did it
            List.of("userIdentity.type"),
            List.of("userIdentity.arn"),
            List.of("userIdentity.principalId"),
            List.of("userIdentity.accountId"),
            List.of("userIdentity.accessKeyId"),
            List.of("userIdentity.userName"),
            List.of("userIdentity.invokedBy"),
            List.of("userIdentity.onBehalfOf.userId"),
            List.of("userIdentity.sessionContext.sessionIssuer.arn"),
            List.of("userIdentity.sessionContext.sessionIssuer.type"),
            List.of("userIdentity.sessionContext.attributes.mfaAuthenticated"),
            List.of("userIdentity.sessionContext.webIdFederationData.federatedProvider"),
            List.of("userIdentity.sessionContext.ec2RoleDelivery", "userIdentity.ec2RoleDelivery"),
            List.of("userIdentity.sessionContext.sourceIdentity", "userIdentity.sourceIdentity"),
            // AWS CloudTrail: to what, and how
            List.of("requestParameters.bucketName"),
            List.of("requestParameters.name"),
            List.of("requestParameters.trailName"),
            List.of("requestParameters.snapshotId"),
            List.of("requestParameters.volumeId"),
            List.of("requestParameters.imageId"),
            List.of("requestParameters.keyId"),
            List.of("requestParameters.secretId"),
            List.of("requestParameters.tableName"),
            List.of("requestParameters.userName"),
            List.of("requestParameters.policyArn"),
            List.of("requestParameters.dBInstanceIdentifier"),
            List.of("requestParameters.dBSnapshotIdentifier"),
            List.of("requestParameters.dBClusterSnapshotIdentifier"),
            List.of("requestParameters.attributeType"),
            List.of("requestParameters.attributeName"),
            List.of("requestParameters.valuesToAdd"),
            List.of(
                    "requestParameters.createVolumePermission.add.items.group",
                    "requestParameters.createVolumePermission.add.group"),
            List.of(
                    "requestParameters.createVolumePermission.add.items.userId",
                    "requestParameters.createVolumePermission.add.userId"),
            List.of("requestParameters.launchPermission.add.items.group"),
            List.of("requestParameters.launchPermission.add.items.userId"),
            List.of("requestParameters.pendingWindowInDays"),
            List.of("requestParameters.publiclyAccessible"),
            List.of("requestParameters.includeGlobalServiceEvents"),
            List.of("requestParameters.isMultiRegionTrail"),
            List.of("requestParameters.enableLogFileValidation"),
            List.of("requestParameters.eventSelectors.includeManagementEvents"),
            List.of("requestParameters.eventSelectors.readWriteType"),
            List.of("requestParameters.x-amz-acl", "requestParameters.xAmzAcl"),
            List.of("requestParameters.AccessControlPolicy.AccessControlList.Grant.Grantee.URI"),
            List.of("requestParameters.bucketPolicy.Statement.Effect"),
            List.of("requestParameters.bucketPolicy.Statement.Principal"),
            List.of("requestParameters.bucketPolicy.Statement.Principal.AWS"),
            List.of("requestParameters.PublicAccessBlockConfiguration.BlockPublicAcls"),
            List.of("requestParameters.PublicAccessBlockConfiguration.BlockPublicPolicy"),
            List.of("requestParameters.PublicAccessBlockConfiguration.IgnorePublicAcls"),
            List.of("requestParameters.PublicAccessBlockConfiguration.RestrictPublicBuckets"),
            // Google Cloud audit logs
            List.of("insertId"),
            List.of("timestamp"),
            List.of("receiveTimestamp"),
            List.of("logName"),
            List.of("resource.type"),
            List.of("resource.labels.project_id"),
            List.of("resource.labels.location"),
            List.of("resource.labels.bucket_name"),
            List.of("protoPayload.serviceName"),
            List.of("protoPayload.methodName"),
            List.of("protoPayload.resourceName"),
            List.of("protoPayload.status.code"),
            List.of("protoPayload.authenticationInfo.principalEmail"),
            List.of("protoPayload.authenticationInfo.principalSubject"),
            List.of("protoPayload.authenticationInfo.serviceAccountKeyName"),
            List.of("protoPayload.authenticationInfo.serviceAccountDelegationInfo.firstPartyPrincipal.principalEmail"),
            List.of("protoPayload.authorizationInfo.permission"),
            List.of("protoPayload.authorizationInfo.granted"),
            List.of("protoPayload.requestMetadata.callerIp", "protoPayload.requestMetadata.callerIP"),
            List.of("protoPayload.requestMetadata.callerSuppliedUserAgent"),
            List.of("protoPayload.resourceLocation.currentLocations"),
            List.of("protoPayload.request.policy.bindings.members"),
            List.of("protoPayload.request.policy.bindings.role"),
            List.of("protoPayload.request.sink.disabled"),
            List.of("protoPayload.serviceData.policyDelta.bindingDeltas.action"),
            List.of("protoPayload.serviceData.policyDelta.bindingDeltas.member"),
            List.of("protoPayload.serviceData.policyDelta.bindingDeltas.role"),
            List.of("protoPayload.serviceData.policyDelta.auditConfigDeltas.action"),
            List.of("protoPayload.serviceData.policyDelta.auditConfigDeltas.logType"),
            // Azure activity and resource logs, in the forms of the REST API, its SDKs and diagnostic settings
            List.of("eventDataId", "event_data_id"),
            List.of("time", "eventTimestamp", "event_timestamp"),
            List.of("operationName", "operationName.value", "operation_name.value"),
            List.of("category", "category.value"),
            List.of("resourceId", "resource_id"),
            List.of("subscriptionId", "subscription_id"),
            List.of("tenantId", "tenant_id"),
            List.of("correlationId", "correlation_id"),
            List.of("resultType", "status.value"),
            List.of("resultSignature", "subStatus.value", "sub_status.value"),
            List.of("statusCode"),
            List.of("location"),
            List.of("uri"),
            List.of("callerIpAddress", "httpRequest.clientIpAddress", "http_request.client_ip_address"),
            List.of("caller"),
            List.of("claims.appid", "identity.claims.appid", "identity.requester.appId"),
            List.of("claims.idtyp", "identity.claims.idtyp"),
            List.of(claim("claims.", CLAIM, "upn"), claim("identity.claims.", CLAIM, "upn"), "identity.requester.upn"),
            List.of(claim("claims.", CLAIM, "name"), claim("identity.claims.", CLAIM, "name")),
            List.of(
                    claim("claims.", MICROSOFT_CLAIM, "objectidentifier"),
                    claim("identity.claims.", MICROSOFT_CLAIM, "objectidentifier"),
                    "identity.requester.objectId"),
            List.of("claims.uti", "identity.claims.uti"),
            List.of("identity.type"),
            List.of("identity.authorization.evidence.principalId"),
            List.of("identity.authorization.evidence.principalType"),
            List.of("properties.userAgentHeader"),
            List.of("properties.responseBodySize", "responseBodySize"),
            List.of("properties.objectKey"),
            List.of("properties.initiatedBy.user.userPrincipalName", "properties.userPrincipalName"),
            List.of("properties.initiatedBy.app.servicePrincipalId", "properties.servicePrincipalId"));

    private KeptFieldList() {}

    private static String claim(String parent, String form, String name) {
        return parent + form.formatted(name);
    }

    static List<String> steps(String path) {
        int claim = path.indexOf('<');
        if (claim < 0) {
            return Arrays.asList(path.split("\\.", -1));
        }
        var steps = new java.util.ArrayList<>(
                Arrays.asList(path.substring(0, claim - 1).split("\\.", -1)));
        steps.add(path.substring(claim + 1, path.length() - 1));
        return steps;
    }
}
