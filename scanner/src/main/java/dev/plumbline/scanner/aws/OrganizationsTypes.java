package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.ORGANIZATIONS;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.DelegatedAdministrator;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.ListPoliciesResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.organizations.model.ListTargetsForPolicyResponse;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.Policy;
import software.amazon.awssdk.services.organizations.model.PolicyTypeStatus;
import software.amazon.awssdk.services.organizations.model.PolicyTypeSummary;
import software.amazon.awssdk.services.organizations.model.Root;

/**
 * Organizations: the tree of accounts and the policies that bound them. Every account may know its organisation; the
 * rest is told to the management account and delegated administrators alone.
 */
final class OrganizationsTypes {
    private static final String NOT_IN_USE = "AWSOrganizationsNotInUseException";
    /** A caller who lacks a permission is told which; this is the account's own lack. */
    private static final String MEMBER = "AccessDeniedException: You don't have permissions to access this resource";

    private OrganizationsTypes() {}

    static List<AwsType<?>> all() {
        return List.of(organization(), root(), organizationalUnit(), account(), policy(), delegatedAdministrator());
    }

    private static AwsType<?> organization() {
        return ORGANIZATIONS
                .type("aws.organizations.organization")
                .list(
                        "DescribeOrganization",
                        organizations ->
                                List.of(organizations.describeOrganization().organization()))
                .id(Organization::arn)
                .noneIf(NOT_IN_USE)
                .build();
    }

    private static AwsType<?> root() {
        return ORGANIZATIONS
                .type("aws.organizations.root")
                .list(
                        "ListRoots",
                        (organizations, token) -> organizations.listRoots(r -> r.nextToken(token)),
                        ListRootsResponse::nextToken,
                        ListRootsResponse::roots)
                .id(Root::arn)
                .name(Root::name)
                .noneIf(NOT_IN_USE)
                .notOfferedIf(MEMBER)
                .askPages(
                        "ListAWSServiceAccessForOrganization",
                        (organizations, root, token) ->
                                organizations.listAWSServiceAccessForOrganization(r -> r.nextToken(token)),
                        ListAwsServiceAccessForOrganizationResponse::nextToken)
                .ask(
                        "DescribeResourcePolicy",
                        (organizations, root) -> organizations.describeResourcePolicy(r -> {}),
                        question -> question.orNone("ResourcePolicyNotFoundException"))
                .build();
    }

    private static AwsType<?> organizationalUnit() {
        return ORGANIZATIONS
                .type("aws.organizations.organizationalunit")
                .within(
                        "ListRoots",
                        (organizations, token) -> organizations.listRoots(r -> r.nextToken(token)),
                        ListRootsResponse::nextToken,
                        answer -> answer.roots().stream().map(Root::id).toList())
                .tree(
                        "ListOrganizationalUnitsForParent",
                        (organizations, parent, token) -> organizations.listOrganizationalUnitsForParent(
                                r -> r.parentId(parent).nextToken(token)),
                        ListOrganizationalUnitsForParentResponse::nextToken,
                        ListOrganizationalUnitsForParentResponse::organizationalUnits,
                        OrganizationalUnit::id)
                .id(unit -> unit.item().arn())
                .name(unit -> unit.item().name())
                .noneIf(NOT_IN_USE)
                .notOfferedIf(MEMBER)
                .goneIf("ChildNotFoundException", "TargetNotFoundException")
                .askPages(
                        "ListParents",
                        (organizations, unit, token) -> organizations.listParents(
                                r -> r.childId(unit.item().id()).nextToken(token)),
                        ListParentsResponse::nextToken)
                .build();
    }

    private static AwsType<?> account() {
        return ORGANIZATIONS
                .type("aws.organizations.account")
                .list(
                        "ListAccounts",
                        (organizations, token) -> organizations.listAccounts(r -> r.nextToken(token)),
                        ListAccountsResponse::nextToken,
                        ListAccountsResponse::accounts)
                .id(Account::arn)
                .name(Account::name)
                .noneIf(NOT_IN_USE)
                .notOfferedIf(MEMBER)
                .goneIf("ChildNotFoundException", "TargetNotFoundException")
                .askPages(
                        "ListParents",
                        (organizations, account, token) -> organizations.listParents(
                                r -> r.childId(account.id()).nextToken(token)),
                        ListParentsResponse::nextToken)
                .askPages(
                        "ListTagsForResource",
                        (organizations, account, token) -> organizations.listTagsForResource(
                                r -> r.resourceId(account.id()).nextToken(token)),
                        ListTagsForResourceResponse::nextToken)
                .tags()
                .build();
    }

    /** Of the kinds that are switched on at the root: others bind nobody. */
    private static AwsType<?> policy() {
        return ORGANIZATIONS
                .type("aws.organizations.policy")
                .within(
                        "ListRoots",
                        (organizations, token) -> organizations.listRoots(r -> r.nextToken(token)),
                        ListRootsResponse::nextToken,
                        OrganizationsTypes::enabledKinds)
                .list(
                        "ListPolicies",
                        (organizations, kind, token) ->
                                organizations.listPolicies(r -> r.filter(kind).nextToken(token)),
                        ListPoliciesResponse::nextToken,
                        ListPoliciesResponse::policies)
                .id((policy, place) -> place.idOf(policy.item().arn()))
                .name(policy -> policy.item().name())
                .noneIf(NOT_IN_USE)
                .notOfferedIf(MEMBER)
                .goneIf("PolicyNotFoundException")
                .describe(
                        "DescribePolicy",
                        Policy::builder,
                        (organizations, policy) -> organizations
                                .describePolicy(r -> r.policyId(policy.item().id()))
                                .policy())
                .askPages(
                        "ListTargetsForPolicy",
                        (organizations, policy, token) -> organizations.listTargetsForPolicy(
                                r -> r.policyId(policy.item().id()).nextToken(token)),
                        ListTargetsForPolicyResponse::nextToken)
                .build();
    }

    private static List<String> enabledKinds(ListRootsResponse answer) {
        Stream<PolicyTypeSummary> kinds = answer.roots().stream().flatMap(root -> root.policyTypes().stream());
        return kinds.filter(kind -> kind.status() != PolicyTypeStatus.PENDING_DISABLE)
                .map(PolicyTypeSummary::typeAsString)
                .distinct()
                .toList();
    }

    /** AWS gives its account's ARN, which another resource has; the kind in it is changed. */
    private static AwsType<?> delegatedAdministrator() {
        return ORGANIZATIONS
                .type("aws.organizations.delegatedadministrator")
                .list(
                        "ListDelegatedAdministrators",
                        (organizations, token) -> organizations.listDelegatedAdministrators(r -> r.nextToken(token)),
                        ListDelegatedAdministratorsResponse::nextToken,
                        ListDelegatedAdministratorsResponse::delegatedAdministrators)
                .id(admin -> admin.arn().replaceFirst(":account/", ":delegatedadministrator/"))
                .name(DelegatedAdministrator::name)
                .noneIf(NOT_IN_USE)
                .notOfferedIf(MEMBER)
                .goneIf("AccountNotRegisteredException")
                .askPages(
                        "ListDelegatedServicesForAccount",
                        (organizations, admin, token) -> organizations.listDelegatedServicesForAccount(
                                r -> r.accountId(admin.id()).nextToken(token)),
                        ListDelegatedServicesForAccountResponse::nextToken)
                .build();
    }
}
