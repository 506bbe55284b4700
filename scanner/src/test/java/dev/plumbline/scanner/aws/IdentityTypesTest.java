package dev.plumbline.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.collect.Coverage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IAM's lesser entities, Organizations, Identity Center and Access Analyzer, in their wire formats. */
class IdentityTypesTest {
    private static final String ORGANIZATION = "arn:aws:organizations::111122223333:";
    private static final String INSTANCE = "arn:aws:sso:::instance/ssoins-1";

    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = SmallEstate.tell(new LoopbackAws());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void groupsCarryTheirPoliciesAndMembers() {
        aws.when(
                "iam:GetAccountAuthorizationDetails",
                request -> request.parameter("Marker").isEmpty()
                        ? groups("analysts", "<IsTruncated>true</IsTruncated><Marker>second</Marker>")
                        : groups("nobody", "<IsTruncated>false</IsTruncated>"));
        aws.when("iam:GetGroup", SmallEstate.xml("GetGroup", """
                <Group><GroupName>analysts</GroupName></Group><IsTruncated>false</IsTruncated>
                <Users><member><UserName>alice</UserName></member></Users>"""));

        CollectedType groups = CollectedType.read(aws, "aws.iam.group");

        assertThat(groups.resources()).extracting(Resource::name).containsExactlyInAnyOrder("analysts", "nobody");
        Resource analysts = groups.named("analysts");
        assertThat(analysts.id().value()).isEqualTo("arn:aws:iam::111122223333:group/analysts");
        assertThat(analysts.config())
                .containsEntry(
                        "AttachedGroupPolicies",
                        Map.of(
                                "AttachedPolicies",
                                List.of(Map.of("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"))))
                .containsEntry(
                        "GroupPolicies",
                        Map.of(
                                "PolicyNames",
                                List.of("look"),
                                "Policies",
                                List.of(Map.of(
                                        "PolicyName", "look", "PolicyDocument", Map.of("Statement", List.of())))))
                .containsEntry(
                        "Group",
                        Map.of(
                                "Group",
                                Map.of("GroupName", "analysts"),
                                "Users",
                                List.of(Map.of("UserName", "alice"))));
    }

    private static Answer groups(String name, String paging) {
        return SmallEstate.xml("GetAccountAuthorizationDetails", """
                <GroupDetailList><member><GroupName>%1$s</GroupName>
                <Arn>arn:aws:iam::111122223333:group/%1$s</Arn>
                <GroupPolicyList><member><PolicyName>look</PolicyName>
                <PolicyDocument>%%7B%%22Statement%%22%%3A%%5B%%5D%%7D</PolicyDocument></member></GroupPolicyList>
                <AttachedManagedPolicies><member><PolicyArn>arn:aws:iam::aws:policy/ReadOnlyAccess</PolicyArn></member>
                </AttachedManagedPolicies></member></GroupDetailList>%2$s""".formatted(name, paging));
    }

    @Test
    void identityProvidersAreAskedForWhatTheListingKeepsToItself() {
        aws.when("iam:ListOpenIDConnectProviders", SmallEstate.xml("ListOpenIDConnectProviders", """
                <OpenIDConnectProviderList><member>
                <Arn>arn:aws:iam::111122223333:oidc-provider/token.example.com/builds</Arn></member>
                </OpenIDConnectProviderList>"""));
        aws.when("iam:GetOpenIDConnectProvider", SmallEstate.xml("GetOpenIDConnectProvider", """
                <Url>token.example.com/builds</Url><ClientIDList><member>sts.amazonaws.com</member></ClientIDList>
                <Tags><member><Key>team</Key><Value>build</Value></member></Tags>"""));
        aws.when("iam:ListSAMLProviders", SmallEstate.xml("ListSAMLProviders", """
                <SAMLProviderList><member><Arn>arn:aws:iam::111122223333:saml-provider/staff</Arn>
                <ValidUntil>2027-01-01T00:00:00Z</ValidUntil></member></SAMLProviderList>"""));
        aws.when("iam:GetSAMLProvider", SmallEstate.xml("GetSAMLProvider", """
                <AssertionEncryptionMode>Required</AssertionEncryptionMode>"""));

        Resource openId =
                CollectedType.read(aws, "aws.iam.openidconnectprovider").first();
        Resource saml = CollectedType.read(aws, "aws.iam.samlprovider").first();

        assertThat(openId.name()).isEqualTo("token.example.com/builds");
        assertThat(openId.tags()).containsEntry("team", "build");
        assertThat(openId.config().get("OpenIDConnectProvider"))
                .extracting("ClientIDList")
                .isEqualTo(List.of("sts.amazonaws.com"));
        assertThat(saml.name()).isEqualTo("staff");
        assertThat(saml.config())
                .containsEntry("ValidUntil", "2027-01-01T00:00:00Z")
                .containsEntry("SAMLProvider", Map.of("AssertionEncryptionMode", "Required"));
    }

    @Test
    void certificatesProfilesAndDevicesAreReadPageByPage() {
        aws.when(
                "iam:ListServerCertificates",
                request -> pages(request, "ListServerCertificates", "ServerCertificateMetadataList", """
                <ServerCertificateName>%1$s</ServerCertificateName>
                <Arn>arn:aws:iam::111122223333:server-certificate/%1$s</Arn><Expiration>2026-12-01T00:00:00Z</Expiration>"""));
        aws.when(
                "iam:ListInstanceProfiles", request -> pages(request, "ListInstanceProfiles", "InstanceProfiles", """
                <InstanceProfileName>%1$s</InstanceProfileName>
                <Arn>arn:aws:iam::111122223333:instance-profile/%1$s</Arn>
                <Roles><member><RoleName>loader</RoleName></member></Roles>"""));
        aws.when(
                "iam:ListVirtualMFADevices",
                request -> pages(request, "ListVirtualMFADevices", "VirtualMFADevices", """
                <SerialNumber>arn:aws:iam::111122223333:mfa/%1$s</SerialNumber>
                <User><Arn>arn:aws:iam::111122223333:root</Arn></User>"""));

        CollectedType certificates = CollectedType.read(aws, "aws.iam.servercertificate");
        CollectedType profiles = CollectedType.read(aws, "aws.iam.instanceprofile");
        CollectedType devices = CollectedType.read(aws, "aws.iam.virtualmfadevice");

        assertThat(List.of(certificates, profiles, devices))
                .allSatisfy(type ->
                        assertThat(type.resources()).extracting(Resource::name).containsExactly("one", "two"));
        assertThat(certificates.first().config()).containsEntry("Expiration", "2026-12-01T00:00:00Z");
        assertThat(profiles.first().config()).containsEntry("Roles", List.of(Map.of("RoleName", "loader")));
        assertThat(devices.first().config()).containsEntry("User", Map.of("Arn", "arn:aws:iam::111122223333:root"));
    }

    private static Answer pages(LoopbackAws.Request request, String operation, String list, String item) {
        boolean first = request.parameter("Marker").isEmpty();
        return SmallEstate.xml(
                operation,
                "<%1$s><member>%2$s</member></%1$s><IsTruncated>%3$s</IsTruncated>%4$s"
                        .formatted(
                                list,
                                item.formatted(first ? "one" : "two"),
                                first,
                                first ? "<Marker>second</Marker>" : ""));
    }

    @Test
    void anOrganisationIsATreeWithPolicies() {
        tellOrganization();

        Resource organization =
                CollectedType.read(aws, "aws.organizations.organization").first();
        Resource root = CollectedType.read(aws, "aws.organizations.root").first();
        CollectedType units = CollectedType.read(aws, "aws.organizations.organizationalunit");
        Resource policy = CollectedType.read(aws, "aws.organizations.policy").first();

        assertThat(organization.id().value()).isEqualTo(ORGANIZATION + "organization/o-1");
        assertThat(root.config())
                .containsEntry("ResourcePolicy", null)
                .containsEntry(
                        "AWSServiceAccessForOrganization",
                        Map.of("EnabledServicePrincipals", List.of(Map.of("ServicePrincipal", "sso.amazonaws.com"))));
        assertThat(units.resources()).extracting(Resource::name).containsExactlyInAnyOrder("ou-prod", "ou-data");
        assertThat(policy.id().value())
                .isEqualTo("arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess@111122223333");
        assertThat(policy.config())
                .containsEntry("Content", Map.of("Statement", List.of()))
                .containsEntry("TargetsForPolicy", Map.of("Targets", List.of(Map.of("TargetId", "r-1"))));
    }

    private void tellOrganization() {
        aws.when("organizations:DescribeOrganization", Answer.ok("""
                {"Organization": {"Id": "o-1", "Arn": "%sorganization/o-1", "FeatureSet": "ALL"}}""".formatted(ORGANIZATION)));
        aws.when("organizations:ListRoots", Answer.ok("""
                {"Roots": [{"Id": "r-1", "Arn": "%sroot/o-1/r-1", "Name": "Root",
                 "PolicyTypes": [{"Type": "SERVICE_CONTROL_POLICY", "Status": "ENABLED"}]}]}""".formatted(ORGANIZATION)));
        aws.when("organizations:ListAWSServiceAccessForOrganization", Answer.ok("""
                {"EnabledServicePrincipals": [{"ServicePrincipal": "sso.amazonaws.com"}]}"""));
        aws.when("organizations:DescribeResourcePolicy", LoopbackAws.jsonError(400, "ResourcePolicyNotFoundException"));
        aws.when("organizations:ListOrganizationalUnitsForParent", request -> switch (request.parameter("ParentId")) {
            case "r-1" -> unit("ou-prod");
            case "ou-prod" -> unit("ou-data");
            default -> Answer.ok("{\"OrganizationalUnits\": []}");
        });
        aws.when("organizations:ListParents", Answer.ok("{\"Parents\": [{\"Id\": \"r-1\", \"Type\": \"ROOT\"}]}"));
        aws.when("organizations:ListPolicies", Answer.ok("""
                {"Policies": [{"Id": "p-FullAWSAccess", "Name": "FullAWSAccess", "AwsManaged": true,
                 "Arn": "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess"}]}"""));
        aws.when("organizations:DescribePolicy", Answer.ok("""
                {"Policy": {"PolicySummary": {"Id": "p-FullAWSAccess"}, "Content": "{\\"Statement\\": []}"}}"""));
        aws.when("organizations:ListTargetsForPolicy", Answer.ok("{\"Targets\": [{\"TargetId\": \"r-1\"}]}"));
    }

    private static Answer unit(String id) {
        return Answer.ok("""
                {"OrganizationalUnits": [{"Id": "%1$s", "Name": "%1$s", "Arn": "%2$sou/o-1/%1$s"}]}""".formatted(id, ORGANIZATION));
    }

    @Test
    void accountsAndTheirDelegatedServices() {
        aws.when(
                "organizations:ListAccounts",
                request -> request.parameter("NextToken").isEmpty()
                        ? account("444455556666", "\"second\"")
                        : account("777788889999", "null"));
        aws.when("organizations:ListParents", Answer.ok("{\"Parents\": [{\"Id\": \"r-1\", \"Type\": \"ROOT\"}]}"));
        aws.when(
                "organizations:ListTagsForResource",
                Answer.ok("{\"Tags\": [{\"Key\": \"tier\", \"Value\": \"prod\"}]}"));
        aws.when("organizations:ListDelegatedAdministrators", Answer.ok("""
                {"DelegatedAdministrators": [{"Id": "444455556666", "Name": "audit",
                 "Arn": "%saccount/o-1/444455556666"}]}""".formatted(ORGANIZATION)));
        aws.when("organizations:ListDelegatedServicesForAccount", Answer.ok("""
                {"DelegatedServices": [{"ServicePrincipal": "config.amazonaws.com"}]}"""));

        CollectedType accounts = CollectedType.read(aws, "aws.organizations.account");
        Resource admin = CollectedType.read(aws, "aws.organizations.delegatedadministrator")
                .first();

        assertThat(accounts.resources()).hasSize(2);
        assertThat(accounts.first().tags()).containsEntry("tier", "prod");
        assertThat(accounts.first().config())
                .containsEntry("Parents", Map.of("Parents", List.of(Map.of("Id", "r-1", "Type", "ROOT"))));
        assertThat(admin.id().value()).isEqualTo(ORGANIZATION + "delegatedadministrator/o-1/444455556666");
        assertThat(admin.config())
                .containsEntry(
                        "DelegatedServicesForAccount",
                        Map.of("DelegatedServices", List.of(Map.of("ServicePrincipal", "config.amazonaws.com"))));
    }

    private static Answer account(String id, String next) {
        return Answer.ok("""
                {"Accounts": [{"Id": "%1$s", "Name": "a%1$s", "Arn": "%2$saccount/o-1/%1$s"}], "NextToken": %3$s}""".formatted(id, ORGANIZATION, next));
    }

    @Test
    void aMemberIsNotToldAndAnAccountAloneHasNone() {
        aws.when(
                "organizations:ListAccounts",
                new Answer(
                        400,
                        Map.of(),
                        "{\"__type\":\"AccessDeniedException\",\"message\":\"You don't have permissions to access this resource.\"}",
                        false));
        aws.when("organizations:ListRoots", LoopbackAws.jsonError(400, "AWSOrganizationsNotInUseException"));
        aws.when("organizations:ListDelegatedAdministrators", LoopbackAws.jsonError(400, "AccessDeniedException"));

        assertThat(CollectedType.read(aws, "aws.organizations.account").coverage())
                .satisfies(entry -> {
                    assertThat(entry.status()).isEqualTo(Coverage.Status.NOT_OFFERED);
                    assertThat(entry.cause()).startsWith("it is not told to this account");
                });
        assertThat(CollectedType.read(aws, "aws.organizations.root").coverage().status())
                .isEqualTo(Coverage.Status.READ);
        assertThat(CollectedType.read(aws, "aws.organizations.delegatedadministrator")
                        .coverage())
                .satisfies(entry -> {
                    assertThat(entry.status()).isEqualTo(Coverage.Status.NOT_READ);
                    assertThat(entry.permission()).isEqualTo("organizations:ListDelegatedAdministrators");
                });
    }

    @Test
    void permissionSetsTellTheirPoliciesAndTheAccountsTheyReach() {
        aws.when(
                "ssoadmin:ListInstances",
                Answer.ok("{\"Instances\": [{\"InstanceArn\": \"%s\"}]}".formatted(INSTANCE)));
        aws.when(
                "ssoadmin:DescribeInstance",
                Answer.ok("{\"EncryptionConfigurationDetails\": {\"KeyType\": \"AWS_OWNED_KMS_KEY\"}}"));
        aws.when(
                "ssoadmin:ListPermissionSets",
                request -> request.parameter("NextToken").isEmpty()
                        ? Answer.ok(
                                "{\"PermissionSets\": [\"arn:aws:sso:::permissionSet/a\"], \"NextToken\": \"second\"}")
                        : Answer.ok("{\"PermissionSets\": [\"arn:aws:sso:::permissionSet/b\"]}"));
        aws.when(
                "ssoadmin:DescribePermissionSet",
                request -> Answer.ok(
                        """
                {"PermissionSet": {"Name": "%s", "SessionDuration": "PT12H"}}""".formatted(request.parameter("PermissionSetArn").endsWith("a") ? "admin" : "reader")));
        aws.when("ssoadmin:ListManagedPoliciesInPermissionSet", Answer.ok("""
                {"AttachedManagedPolicies": [{"Name": "AdministratorAccess"}]}"""));
        aws.when("ssoadmin:ListCustomerManagedPolicyReferencesInPermissionSet", Answer.ok("{}"));
        aws.when(
                "ssoadmin:GetInlinePolicyForPermissionSet",
                Answer.ok("{\"InlinePolicy\": \"{\\\"Statement\\\": []}\"}"));
        aws.when(
                "ssoadmin:GetPermissionsBoundaryForPermissionSet",
                LoopbackAws.jsonError(400, "ResourceNotFoundException"));
        aws.when("ssoadmin:ListAccountsForProvisionedPermissionSet", Answer.ok("{\"AccountIds\": [\"444455556666\"]}"));
        aws.when("ssoadmin:ListTagsForResource", Answer.ok("{\"Tags\": [{\"Key\": \"team\", \"Value\": \"it\"}]}"));

        Resource instance = CollectedType.read(aws, "aws.sso.instance").first();
        CollectedType sets = CollectedType.read(aws, "aws.sso.permissionset");

        assertThat(instance.id().value()).isEqualTo(INSTANCE);
        assertThat(instance.config())
                .containsEntry("EncryptionConfigurationDetails", Map.of("KeyType", "AWS_OWNED_KMS_KEY"));
        assertThat(sets.resources()).hasSize(2);
        Resource admin = sets.named("admin");
        assertThat(admin.unread()).isEmpty();
        assertThat(admin.tags()).containsEntry("team", "it");
        assertThat(admin.config())
                .containsEntry("SessionDuration", "PT12H")
                .containsEntry("InlinePolicyForPermissionSet", Map.of("InlinePolicy", Map.of("Statement", List.of())))
                .containsEntry("PermissionsBoundaryForPermissionSet", null)
                .containsEntry("AccountsForProvisionedPermissionSet", Map.of("AccountIds", List.of("444455556666")));
    }

    @Test
    void analyzersTellHowManyFindingsTheyHave() {
        aws.when(
                "accessanalyzer:ListAnalyzers",
                request -> analyzer(request.parameter("nextToken").isEmpty() ? "outside" : "unused"));
        aws.when("accessanalyzer:GetFindingsStatistics", Answer.ok("""
                {"findingsStatistics": [{"externalAccessFindingsStatistics": {"totalActiveFindings": 1200}}]}"""));
        aws.when("accessanalyzer:ListArchiveRules", Answer.ok("{\"archiveRules\": []}"));

        CollectedType analyzers = CollectedType.read(aws, "aws.accessanalyzer.analyzer");

        assertThat(analyzers.resources()).extracting(Resource::name).containsExactly("outside", "unused");
        assertThat(analyzers.first().tags()).containsEntry("team", "security");
        assertThat(analyzers.first().config())
                .containsEntry(
                        "FindingsStatistics",
                        Map.of(
                                "findingsStatistics",
                                List.of(Map.of(
                                        "externalAccessFindingsStatistics", Map.of("totalActiveFindings", 1200L)))));
    }

    private static Answer analyzer(String name) {
        return Answer.ok("""
                {"analyzers": [{"arn": "arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/%1$s", "name": "%1$s",
                 "status": "ACTIVE", "type": "ACCOUNT", "createdAt": "2026-01-01T00:00:00Z", "tags": {"team": "security"}}]%2$s}""".formatted(name, name.equals("outside") ? ", \"nextToken\": \"second\"" : ""));
    }
}
