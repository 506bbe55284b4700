package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Fanout;
import dev.plumbline.scanner.collect.Scope;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.UserDetail;

/**
 * IAM users: their keys, password, MFA devices, groups and policies, and their row of the credential report. Policies
 * and groups come from {@link AuthorizationDetails}, under the names that the calls made for it would have.
 */
final class UserCollector implements Collector {
    private static final ResourceType TYPE = new ResourceType("aws.iam.user");
    private static final AwsOperation LIST_USERS = AwsServices.IAM.operation("ListUsers");
    private static final AwsOperation GET_LOGIN_PROFILE = AwsServices.IAM.operation("GetLoginProfile");
    private static final AwsOperation LIST_MFA_DEVICES = AwsServices.IAM.operation("ListMFADevices");
    private static final AwsOperation LIST_ACCESS_KEYS = AwsServices.IAM.operation("ListAccessKeys");
    private static final Refusals NO_SUCH_ENTITY = Refusals.of("NoSuchEntity");
    private static final int PAGE = 1_000;
    private static final int USERS_AT_ONCE = 16;

    static final Set<String> PERMISSIONS = Set.of(
            LIST_USERS.permission(),
            GET_LOGIN_PROFILE.permission(),
            LIST_MFA_DEVICES.permission(),
            LIST_ACCESS_KEYS.permission(),
            AuthorizationDetails.OPERATION.permission(),
            CredentialReports.GENERATE.permission(),
            CredentialReports.GET.permission());

    private final AwsConnection connection;
    private final CredentialReports reports;
    private final Clock clock;

    UserCollector(AwsConnection connection, CredentialReports reports, Clock clock) {
        this.connection = connection;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public ResourceType resourceType() {
        return TYPE;
    }

    @Override
    public Set<String> requiredPermissions() {
        return PERMISSIONS;
    }

    @Override
    public List<String> regions(Scope scope) {
        return List.of(Scope.GLOBAL);
    }

    @Override
    public Coverage collect(Scope scope, Consumer<Resource> sink) {
        Listing listing = new Listing(scope, TYPE, clock, sink);
        return listing.read(() -> {
            Details details = details();
            AwsPages.forEach(
                    LIST_USERS,
                    marker -> connection
                            .client(AwsServices.IAM)
                            .call(
                                    LIST_USERS,
                                    iam -> iam.listUsers(
                                            request -> request.maxItems(PAGE).marker(marker))),
                    ListUsersResponse::marker,
                    page -> Fanout.forEach(page.users(), USERS_AT_ONCE, user -> read(user, details, listing)));
        });
    }

    private Details details() {
        Map<String, UserDetail> byName = new HashMap<>();
        try {
            AuthorizationDetails.forEachPage(
                    connection,
                    List.of(EntityType.USER),
                    page -> page.userDetailList().forEach(user -> byName.put(user.userName(), user)));
            return new Details(byName, Optional.empty());
        } catch (AwsFailure failure) {
            return new Details(byName, Optional.of(failure));
        }
    }

    private void read(User user, Details details, Listing listing) {
        Answers answers = new Answers();
        answers.spread(AwsJson.tree(user));
        answers.ask("LoginProfile", NO_SUCH_ENTITY, () -> loginProfile(user.userName()));
        answers.ask("MFADevices", () -> Map.of("MFADevices", mfaDevices(user.userName())));
        answers.ask("AccessKeys", () -> Map.of("AccessKeyMetadata", accessKeys(user.userName())));
        details.putInto(answers, user.userName());
        answers.ask("CredentialReport", () -> reports.rowOf(user.arn()).orElse(null));
        listing.publish(Scope.GLOBAL, user.arn(), user.userName(), details.tagsOf(user.userName()), answers);
    }

    private Map<String, @Nullable Object> loginProfile(String name) {
        return connection
                .client(AwsServices.IAM)
                .call(GET_LOGIN_PROFILE, iam -> AwsJson.tree(iam.getLoginProfile(request -> request.userName(name))));
    }

    private List<@Nullable Object> mfaDevices(String name) {
        return AwsJson.trees(AwsPages.items(
                LIST_MFA_DEVICES,
                marker -> connection
                        .client(AwsServices.IAM)
                        .call(
                                LIST_MFA_DEVICES,
                                iam -> iam.listMFADevices(
                                        request -> request.userName(name).marker(marker))),
                ListMfaDevicesResponse::marker,
                ListMfaDevicesResponse::mfaDevices));
    }

    private List<@Nullable Object> accessKeys(String name) {
        return AwsJson.trees(AwsPages.items(
                LIST_ACCESS_KEYS,
                marker -> connection
                        .client(AwsServices.IAM)
                        .call(
                                LIST_ACCESS_KEYS,
                                iam -> iam.listAccessKeys(
                                        request -> request.userName(name).marker(marker))),
                ListAccessKeysResponse::marker,
                ListAccessKeysResponse::accessKeyMetadata));
    }

    /** What the authorization details tell of all users, or why they tell nothing. */
    private record Details(Map<String, UserDetail> byName, Optional<AwsFailure> failure) {
        private static final List<String> KEYS = List.of("AttachedUserPolicies", "UserPolicies", "GroupsForUser");

        private void putInto(Answers answers, String name) {
            UserDetail user = byName.get(name);
            if (user == null) {
                KEYS.forEach(key -> answers.unread(key, failure.orElseGet(() -> missing(name))));
                return;
            }
            answers.put(
                    "AttachedUserPolicies", Map.of("AttachedPolicies", AwsJson.trees(user.attachedManagedPolicies())));
            answers.put("UserPolicies", inlinePolicies(user.userPolicyList()));
            answers.put(
                    "GroupsForUser",
                    Map.of(
                            "Groups",
                            user.groupList().stream()
                                    .map(group -> Map.of("GroupName", group))
                                    .toList()));
            if (user.permissionsBoundary() != null) {
                answers.put("PermissionsBoundary", AwsJson.tree(user.permissionsBoundary()));
            }
        }

        private Map<String, String> tagsOf(String name) {
            UserDetail user = byName.get(name);
            return user == null ? Map.of() : AwsTags.of(AwsJson.trees(user.tags()));
        }

        /** A user made between the two listings. */
        private static AwsFailure missing(String name) {
            return new AwsFailure(AuthorizationDetails.OPERATION, "NotListed", "user %s is not in it".formatted(name));
        }
    }

    static Map<String, @Nullable Object> inlinePolicies(List<PolicyDetail> policies) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("PolicyNames", policies.stream().map(PolicyDetail::policyName).toList());
        tree.put("Policies", AwsJson.trees(policies));
        return tree;
    }
}
