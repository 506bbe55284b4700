package dev.plumbline.rules.iam;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a policy document grants in effect. Conditions and denials count; where the document leaves it open whether
 * something is denied, it is not.
 */
public final class Grants {
    private final List<Statement> allowing;
    private final List<Statement> denying;

    public Grants(PolicyDocument document) {
        this.allowing = document.statements().stream().filter(Statement::allows).toList();
        this.denying = document.statements().stream()
                .filter(statement -> !statement.allows())
                .toList();
    }

    /** Whether anyone at all, anonymous or from whatever account, may do something. */
    public boolean allowsPublic() {
        return effective()
                .anyMatch(statement ->
                        statement.principals().isAnyone() && !CallerConditions.narrow(statement.conditions()));
    }

    /**
     * The accounts other than {@code own} that the document names and lets in, in order; AWS's own accounts that
     * deliver load balancers' logs are not among them.
     */
    public List<String> otherAccounts(String own) {
        Set<String> accounts = new TreeSet<>();
        effective().forEach(statement -> {
            List<String> named = statement.principals().isAnyone()
                    ? CallerConditions.accounts(statement.conditions())
                    : statement.principals().accounts();
            accounts.addAll(statement.principals().negated() ? List.of() : named);
        });
        accounts.remove(own);
        accounts.removeAll(LogDeliveryAccounts.NUMBERS);
        return List.copyOf(accounts);
    }

    /** Whether an AWS service, such as {@code logging.s3.amazonaws.com}, may do something. */
    public boolean allowsService(String service) {
        return effective()
                .anyMatch(statement -> !statement.principals().negated()
                        && statement.principals().services().contains(service));
    }

    /** Whether a statement allows every action on every resource; a condition such as MFA does not make it less. */
    public boolean allowsEverything() {
        return effective()
                .anyMatch(statement ->
                        (statement.actions().covers("*") || statement.actions().covers("*:*"))
                                && statement.resources().covers("arn:*"));
    }

    /** Whether requests without TLS are denied to everyone, for a bucket and all its objects. */
    public boolean deniesInsecureTransport(String bucketArn) {
        return Stream.of(bucketArn, bucketArn + "/*")
                .allMatch(resource -> denying.stream()
                        .anyMatch(statement -> statement.principals().isAnyone()
                                && !statement.principals().negated()
                                && statement.actions().covers("s3:*")
                                && statement.resources().covers(resource)
                                && hitsEveryInsecureRequest(statement.conditions())));
    }

    private static boolean hitsEveryInsecureRequest(List<PolicyCondition> conditions) {
        return !conditions.isEmpty()
                && conditions.stream()
                        .allMatch(condition -> condition.key().equals("aws:securetransport")
                                && switch (condition.operator()) {
                                    case "bool", "stringequals", "stringequalsignorecase", "stringlike" ->
                                        condition.isFalse();
                                    case "stringnotequals", "stringnotequalsignorecase", "stringnotlike" ->
                                        condition.isTrue();
                                    default -> false;
                                });
    }

    /** The allowing statements that no denial takes back whole. */
    Stream<Statement> effective() {
        return allowing.stream().filter(allow -> denying.stream().noneMatch(deny -> takesBack(deny, allow)));
    }

    /** Whether {@code deny} hits everyone but chosen callers, for everything that {@code allow} speaks of. */
    private static boolean takesBack(Statement deny, Statement allow) {
        if (!deny.coversRequestsOf(allow)) {
            return false;
        }
        Principals denied = deny.principals();
        if (denied.equals(Principals.UNNAMED) || (denied.isAnyone() && !denied.negated())) {
            return deny.conditions().isEmpty()
                    || isForAnyone(allow) && CallerConditions.hitAllButChosen(deny.conditions());
        }
        return denied.negated() && deny.conditions().isEmpty() && isForAnyone(allow);
    }

    private static boolean isForAnyone(Statement allow) {
        return allow.principals().isAnyone();
    }
}
