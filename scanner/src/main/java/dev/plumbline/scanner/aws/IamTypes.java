package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.IAM;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesResponse;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;
import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** IAM: groups, identity providers, and what instances, load balancers and people prove themselves with. */
final class IamTypes {
    private static final int PAGE = 1_000;

    private IamTypes() {}

    static List<AwsType<?>> all() {
        return List.of(
                group(),
                instanceProfile(),
                openIdConnectProvider(),
                samlProvider(),
                serverCertificate(),
                virtualMfaDevice());
    }

    private static AwsType<?> group() {
        return IAM.type("aws.iam.group")
                .list(
                        "GetAccountAuthorizationDetails",
                        (iam, marker) -> iam.getAccountAuthorizationDetails(
                                r -> r.filter(EntityType.GROUP).maxItems(PAGE).marker(marker)),
                        GetAccountAuthorizationDetailsResponse::marker,
                        GetAccountAuthorizationDetailsResponse::groupDetailList)
                .id(GroupDetail::arn)
                .name(GroupDetail::groupName)
                .members(IamTypes::groupMembers)
                .goneIf("NoSuchEntity")
                .askPages(
                        "GetGroup",
                        (iam, group, marker) -> iam.getGroup(r ->
                                r.groupName(group.groupName()).maxItems(PAGE).marker(marker)),
                        GetGroupResponse::marker)
                .build();
    }

    /** Policies stand under the names of the calls made for them, as on users and roles. */
    private static Map<String, @Nullable Object> groupMembers(GroupDetail group) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(AwsJson.tree(group));
        members.remove("GroupPolicyList");
        members.remove("AttachedManagedPolicies");
        members.put(
                "AttachedGroupPolicies", Map.of("AttachedPolicies", AwsJson.trees(group.attachedManagedPolicies())));
        members.put("GroupPolicies", UserCollector.inlinePolicies(group.groupPolicyList()));
        return members;
    }

    private static AwsType<?> instanceProfile() {
        return IAM.type("aws.iam.instanceprofile")
                .list(
                        "ListInstanceProfiles",
                        (iam, marker) ->
                                iam.listInstanceProfiles(r -> r.maxItems(PAGE).marker(marker)),
                        ListInstanceProfilesResponse::marker,
                        ListInstanceProfilesResponse::instanceProfiles)
                .id(InstanceProfile::arn)
                .name(InstanceProfile::instanceProfileName)
                .build();
    }

    private static AwsType<?> openIdConnectProvider() {
        return IAM.type("aws.iam.openidconnectprovider")
                .list(
                        "ListOpenIDConnectProviders",
                        iam -> iam.listOpenIDConnectProviders().openIDConnectProviderList())
                .id(OpenIDConnectProviderListEntry::arn)
                // The rest of its ARN is its address, which has slashes of its own.
                .name(provider -> provider.arn().substring(provider.arn().indexOf('/') + 1))
                .goneIf("NoSuchEntity")
                .ask(
                        "GetOpenIDConnectProvider",
                        (iam, provider) ->
                                iam.getOpenIDConnectProvider(r -> r.openIDConnectProviderArn(provider.arn())))
                .tags()
                .build();
    }

    private static AwsType<?> samlProvider() {
        return IAM.type("aws.iam.samlprovider")
                .list("ListSAMLProviders", iam -> iam.listSAMLProviders().samlProviderList())
                .id(SAMLProviderListEntry::arn)
                .goneIf("NoSuchEntity")
                .ask("GetSAMLProvider", (iam, provider) -> iam.getSAMLProvider(r -> r.samlProviderArn(provider.arn())))
                .tags()
                .build();
    }

    private static AwsType<?> serverCertificate() {
        return IAM.type("aws.iam.servercertificate")
                .list(
                        "ListServerCertificates",
                        (iam, marker) ->
                                iam.listServerCertificates(r -> r.maxItems(PAGE).marker(marker)),
                        ListServerCertificatesResponse::marker,
                        ListServerCertificatesResponse::serverCertificateMetadataList)
                .id(ServerCertificateMetadata::arn)
                .name(ServerCertificateMetadata::serverCertificateName)
                .build();
    }

    /** Root's is known by its serial number, which no other call tells. */
    private static AwsType<?> virtualMfaDevice() {
        return IAM.type("aws.iam.virtualmfadevice")
                .list(
                        "ListVirtualMFADevices",
                        (iam, marker) -> iam.listVirtualMFADevices(r -> r.assignmentStatus(AssignmentStatusType.ANY)
                                .maxItems(PAGE)
                                .marker(marker)),
                        ListVirtualMfaDevicesResponse::marker,
                        ListVirtualMfaDevicesResponse::virtualMFADevices)
                .id(VirtualMFADevice::serialNumber)
                .build();
    }
}
