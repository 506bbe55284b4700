package dev.plumbline.rules.iam;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who may take on a role, by its trust policy. */
public final class Trust {
    /**
     * Identity providers that the whole world may sign in to, and the keys that tell one customer's identities from
     * another's. A role that trusts one of them without such a condition is open to everyone who signs up there.
     */
    private static final Map<String, Set<String>> SHARED_PROVIDERS = Map.of(
            "token.actions.githubusercontent.com", Set.of("sub", "repository_owner_id", "repository_id"),
            "gitlab.com", Set.of("sub", "namespace_id", "project_id"),
            "app.terraform.io", Set.of("sub"),
            "api.bitbucket.org", Set.of("sub"),
            "cognito-identity.amazonaws.com", Set.of("aud", "sub"),
            "accounts.google.com", Set.of("aud", "oaud", "sub", "email"),
            "graph.facebook.com", Set.of("app_id"),
            "www.amazon.com", Set.of("app_id"));

    private static final Set<String> EQUAL = Set.of("stringequals", "stringequalsignorecase", "stringlike");

    private final Grants grants;

    public Trust(PolicyDocument document) {
        this.grants = new Grants(document);
    }

    /** Whether anyone with some AWS account, or with an account at a public identity provider, may take on the role. */
    public boolean isPublic() {
        return grants.allowsPublic()
                || grants.effective()
                        .anyMatch(statement -> statement.principals().federated().stream()
                                .anyMatch(provider -> isOpen(provider, statement.conditions())));
    }

    private static boolean isOpen(String provider, List<PolicyCondition> conditions) {
        if (provider.equals("*")) {
            return true;
        }
        String host = provider.substring(
                        provider.lastIndexOf("oidc-provider/") < 0
                                ? 0
                                : provider.lastIndexOf("oidc-provider/") + "oidc-provider/".length())
                .toLowerCase(Locale.ROOT);
        Set<String> telling = SHARED_PROVIDERS.getOrDefault(host, Set.of());
        return !telling.isEmpty() && conditions.stream().noneMatch(condition -> tellsApart(condition, host, telling));
    }

    private static boolean tellsApart(PolicyCondition condition, String host, Set<String> telling) {
        return telling.stream().anyMatch(claim -> condition.key().equals(host + ":" + claim))
                && EQUAL.contains(condition.operator())
                && !condition.ifExists()
                && !condition.setPrefix().equals("forallvalues")
                && condition.values().stream()
                        .allMatch(value -> condition.operator().startsWith("stringequals") || isPinned(value));
    }

    /** {@code repo:octo-org/*} names an owner; {@code repo:*} and {@code *} name none. */
    private static boolean isPinned(String pattern) {
        int wildcard = pattern.replace('?', '*').indexOf('*');
        String fixed = wildcard < 0 ? pattern : pattern.substring(0, wildcard);
        return wildcard < 0 || (fixed.contains(":") && fixed.indexOf('/', fixed.indexOf(':')) > 0);
    }
}
