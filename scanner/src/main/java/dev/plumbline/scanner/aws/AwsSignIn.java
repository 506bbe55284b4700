package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose credentials read an account. Start with {@link #standard()}.
 *
 * @param profile a profile of the shared configuration files; empty for the SDK's default chain
 * @param roles assumed one after the other, beginning with those credentials; none to read as they are
 * @param sessionName by which CloudTrail shows what was read through a role
 * @param patience how long expired credentials are waited for; none at zero
 * @param member the account, where it is one of several of an organisation
 */
public record AwsSignIn(
        Optional<String> profile,
        List<AwsRole> roles,
        String sessionName,
        Duration patience,
        Optional<AccountId> member) {
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");

    public AwsSignIn {
        roles = List.copyOf(roles);
        if (!SESSION_NAME.matcher(sessionName).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no session name: write 2 to 64 letters, digits or any of _+=,.@-".formatted(sessionName));
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException(
                    "credentials cannot be waited for %s: write 0s or more".formatted(patience));
        }
    }

    public static AwsSignIn standard() {
        return new AwsSignIn(Optional.empty(), List.of(), "plumbline", Duration.ofMinutes(15), Optional.empty());
    }

    AwsSignIn withProfile(String name) {
        return new AwsSignIn(Optional.of(name), roles, sessionName, patience, member);
    }

    AwsSignIn thenRole(AwsRole role) {
        List<AwsRole> chain = new ArrayList<>(roles);
        chain.add(role);
        return new AwsSignIn(profile, chain, sessionName, patience, member);
    }

    AwsSignIn withSessionName(String name) {
        return new AwsSignIn(profile, roles, name, patience, member);
    }

    AwsSignIn withPatience(Duration most) {
        return new AwsSignIn(profile, roles, sessionName, most, member);
    }

    AwsSignIn ofMember(AccountId account) {
        return new AwsSignIn(profile, roles, sessionName, patience, Optional.of(account));
    }

    /** The account that is read, as far as that is known before anyone has signed in. */
    public Optional<AccountId> account() {
        return member.or(() ->
                roles.isEmpty() ? Optional.empty() : Optional.of(roles.getLast().account()));
    }

    /** What a person calls it: an account, a profile, or the default. */
    public String label() {
        return account().map(AccountId::value).or(() -> profile).orElse("default credentials");
    }
}
