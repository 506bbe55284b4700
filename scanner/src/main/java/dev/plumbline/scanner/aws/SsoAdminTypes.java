package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.SSOADMIN;

import java.util.List;
import software.amazon.awssdk.services.ssoadmin.model.DescribeInstanceResponse;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;
import software.amazon.awssdk.services.ssoadmin.model.ListAccountsForProvisionedPermissionSetResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListCustomerManagedPolicyReferencesInPermissionSetResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListManagedPoliciesInPermissionSetResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListPermissionSetsResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.ssoadmin.model.PermissionSet;

/**
 * Identity Center: instances, and permission sets with their policies and the accounts they reach. Who is assigned is
 * not asked: that is a call for each permission set in each account.
 */
final class SsoAdminTypes {
    private static final int PAGE = 100;

    private SsoAdminTypes() {}

    static List<AwsType<?>> all() {
        return List.of(instance(), permissionSet());
    }

    private static AwsType<?> instance() {
        return SSOADMIN.type("aws.sso.instance")
                .list(
                        "ListInstances",
                        (sso, token) -> sso.listInstances(r -> r.nextToken(token)),
                        ListInstancesResponse::nextToken,
                        ListInstancesResponse::instances)
                .id(InstanceMetadata::instanceArn)
                .name(InstanceMetadata::name)
                .goneIf("ResourceNotFoundException")
                .describe(
                        "DescribeInstance",
                        DescribeInstanceResponse::builder,
                        (sso, instance) -> sso.describeInstance(r -> r.instanceArn(instance.instanceArn())))
                .build();
    }

    private static AwsType<?> permissionSet() {
        return SSOADMIN.type("aws.sso.permissionset")
                .within(
                        "ListInstances",
                        (sso, token) -> sso.listInstances(r -> r.nextToken(token)),
                        ListInstancesResponse::nextToken,
                        answer -> answer.instances().stream()
                                .map(InstanceMetadata::instanceArn)
                                .toList())
                .list(
                        "ListPermissionSets",
                        (sso, instance, token) -> sso.listPermissionSets(
                                r -> r.instanceArn(instance).maxResults(PAGE).nextToken(token)),
                        ListPermissionSetsResponse::nextToken,
                        ListPermissionSetsResponse::permissionSets)
                .id(Nested::item)
                .name((set, config) -> config.get("Name") instanceof String name ? name : null)
                .goneIf("ResourceNotFoundException: PermissionSet")
                .describe(
                        "DescribePermissionSet",
                        PermissionSet::builder,
                        (sso, set) -> sso.describePermissionSet(
                                        r -> r.instanceArn(set.parent()).permissionSetArn(set.item()))
                                .permissionSet())
                .askPages(
                        "ListManagedPoliciesInPermissionSet",
                        (sso, set, token) -> sso.listManagedPoliciesInPermissionSet(r -> r.instanceArn(set.parent())
                                .permissionSetArn(set.item())
                                .maxResults(PAGE)
                                .nextToken(token)),
                        ListManagedPoliciesInPermissionSetResponse::nextToken)
                .askPages(
                        "ListCustomerManagedPolicyReferencesInPermissionSet",
                        (sso, set, token) ->
                                sso.listCustomerManagedPolicyReferencesInPermissionSet(r -> r.instanceArn(set.parent())
                                        .permissionSetArn(set.item())
                                        .maxResults(PAGE)
                                        .nextToken(token)),
                        ListCustomerManagedPolicyReferencesInPermissionSetResponse::nextToken)
                .ask(
                        "GetInlinePolicyForPermissionSet",
                        (sso, set) -> sso.getInlinePolicyForPermissionSet(
                                r -> r.instanceArn(set.parent()).permissionSetArn(set.item())))
                .ask(
                        "GetPermissionsBoundaryForPermissionSet",
                        (sso, set) -> sso.getPermissionsBoundaryForPermissionSet(
                                r -> r.instanceArn(set.parent()).permissionSetArn(set.item())),
                        question -> question.orNone("ResourceNotFoundException"))
                .askPages(
                        "ListAccountsForProvisionedPermissionSet",
                        (sso, set, token) ->
                                sso.listAccountsForProvisionedPermissionSet(r -> r.instanceArn(set.parent())
                                        .permissionSetArn(set.item())
                                        .maxResults(PAGE)
                                        .nextToken(token)),
                        ListAccountsForProvisionedPermissionSetResponse::nextToken)
                .askPages(
                        "ListTagsForResource",
                        (sso, set, token) -> sso.listTagsForResource(r -> r.instanceArn(set.parent())
                                .resourceArn(set.item())
                                .nextToken(token)),
                        ListTagsForResourceResponse::nextToken)
                .tags()
                .build();
    }
}
