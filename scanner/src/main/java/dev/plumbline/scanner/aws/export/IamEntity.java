package dev.plumbline.scanner.aws.export;

import dev.plumbline.scanner.aws.export.Told.Missing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Users, groups, roles and policies from the entries of {@code GetAccountAuthorizationDetails}, which AWS Config records
 * with small letters. What the entry tells of policies and groups stands under the names of the calls made for each.
 */
final class IamEntity {
    static final ApiWords WORDS = ApiWords.of();

    /** What only other calls tell of a user. */
    static final List<Missing> OF_USERS = List.of(
            new Missing("PasswordLastUsed", "iam:ListUsers"),
            new Missing("LoginProfile", "iam:GetLoginProfile"),
            new Missing("MFADevices", "iam:ListMFADevices"),
            new Missing("AccessKeys", "iam:ListAccessKeys"),
            new Missing("CredentialReport", "iam:GetCredentialReport"));

    /** Who is in it. */
    private static final Missing GROUP = new Missing("Group", "iam:GetGroup");

    private static final Missing ROLE_LAST_USED = new Missing("RoleLastUsed", "iam:GetAccountAuthorizationDetails");
    private static final Missing POLICY_VERSION = new Missing("PolicyVersion", "iam:GetPolicyVersion");

    private IamEntity() {}

    static void user(Map<String, @Nullable Object> entry, Told told) {
        told.spread(without(entry, Set.of("UserPolicyList", "GroupList", "AttachedManagedPolicies", "Tags")));
        told.put("AttachedUserPolicies", attached(entry));
        told.put("UserPolicies", inline(entry, "UserPolicyList"));
        told.put(
                "GroupsForUser",
                Map.of(
                        "Groups",
                        Trees.list(entry, "GroupList").stream()
                                .map(group -> Map.of("GroupName", String.valueOf(group)))
                                .toList()));
    }

    static void group(Map<String, @Nullable Object> entry, Told told) {
        told.spread(without(entry, Set.of("GroupPolicyList", "AttachedManagedPolicies")));
        told.put("AttachedGroupPolicies", attached(entry));
        told.put("GroupPolicies", inline(entry, "GroupPolicyList"));
        told.missing(GROUP);
    }

    static void role(Map<String, @Nullable Object> entry, Told told) {
        told.spread(without(entry, Set.of("RolePolicyList", "AttachedManagedPolicies", "Tags")));
        told.put("AttachedRolePolicies", attached(entry));
        told.put("RolePolicies", inline(entry, "RolePolicyList"));
    }

    /** Of a role without it IAM says that it was never used, Config that it does not know. */
    static void roleLastUsed(Map<String, @Nullable Object> entry, Told told, boolean leftOutMeansNever) {
        if (entry.get("RoleLastUsed") != null) {
            return;
        }
        if (leftOutMeansNever) {
            told.put("RoleLastUsed", Map.of());
        } else {
            told.missing(ROLE_LAST_USED);
        }
    }

    static void policy(Map<String, @Nullable Object> entry, Told told) {
        told.spread(without(entry, Set.of("PolicyVersionList", "Tags")));
        Trees.objects(entry, "PolicyVersionList").stream()
                .filter(version -> Boolean.TRUE.equals(version.get("IsDefaultVersion")))
                .filter(version -> version.get("Document") != null)
                .findFirst()
                .ifPresentOrElse(
                        version -> told.put("PolicyVersion", Map.of("PolicyVersion", version)),
                        () -> told.missing(POLICY_VERSION));
    }

    /** Policies that AWS writes are the same in every account, and no resources of any. */
    static boolean isAwsManaged(String arn) {
        return arn.contains(":iam::aws:policy/");
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> entry, Set<String> members) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(entry);
        rest.keySet().removeAll(members);
        return rest;
    }

    private static Map<String, @Nullable Object> attached(Map<String, @Nullable Object> entry) {
        return Map.of("AttachedPolicies", Trees.list(entry, "AttachedManagedPolicies"));
    }

    private static Map<String, @Nullable Object> inline(Map<String, @Nullable Object> entry, String list) {
        List<Object> names = new ArrayList<>();
        List<Map<?, ?>> policies = Trees.objects(entry, list);
        policies.forEach(policy -> Trees.text(policy, "PolicyName").ifPresent(names::add));
        return Trees.pair("PolicyNames", names, "Policies", policies);
    }
}
