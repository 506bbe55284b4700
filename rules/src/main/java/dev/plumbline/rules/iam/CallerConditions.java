package dev.plumbline.rules.iam;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether conditions leave only callers that someone chose: an account, an organisation, a network, an AWS resource.
 * Follows what S3 counts as not public, and KMS's and STS's own keys beside it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">AWS: the
 *     meaning of public</a>
 */
final class CallerConditions {
    /** Keys whose value nobody can have who was not chosen. Not among them: tags, user names and user agents. */
    private static final Set<String> CHOSEN_CALLER = Set.of(
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principalservicename",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceip",
            "aws:sourceorgid",
            "aws:sourceorgpaths",
            "aws:sourceowner",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:userid",
            "kms:calleraccount",
            "s3:dataaccesspointaccount",
            "s3:dataaccesspointarn");

    private static final Set<String> ACCOUNT_KEYS = Set.of(
            "aws:principalaccount",
            "aws:sourceaccount",
            "aws:sourceowner",
            "kms:calleraccount",
            "s3:dataaccesspointaccount");
    private static final Set<String> EQUAL =
            Set.of("stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress");
    private static final Set<String> DIFFERENT = Set.of(
            "stringnotequals",
            "stringnotequalsignorecase",
            "stringnotlike",
            "arnnotequals",
            "arnnotlike",
            "notipaddress");
    private static final Set<String> LITERAL =
            Set.of("stringequals", "stringequalsignorecase", "stringnotequals", "stringnotequalsignorecase");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private CallerConditions() {}

    /** For an allowing statement: whether what it asks leaves out everyone who was not chosen. One such line is enough. */
    static boolean narrow(List<PolicyCondition> conditions) {
        Set<String> present = conditions.stream()
                .filter(condition -> condition.operator().equals("null") && condition.isFalse())
                .map(PolicyCondition::key)
                .collect(Collectors.toSet());
        return conditions.stream().anyMatch(condition -> narrows(condition, present));
    }

    private static boolean narrows(PolicyCondition condition, Set<String> present) {
        boolean holdsWhenAbsent = condition.ifExists() || condition.setPrefix().equals("forallvalues");
        return EQUAL.contains(condition.operator())
                && (!holdsWhenAbsent || present.contains(condition.key()))
                && choosesCallers(condition);
    }

    /**
     * For a denying statement: whether it hits everyone who was not chosen. Every line must do so, for all must hold
     * together; a key that is absent makes a negated operator hold, with or without {@code IfExists}.
     */
    static boolean hitAllButChosen(List<PolicyCondition> conditions) {
        return conditions.stream().allMatch(condition -> isDirectCall(condition) || excludesChosenOnly(condition));
    }

    private static boolean excludesChosenOnly(PolicyCondition condition) {
        return DIFFERENT.contains(condition.operator())
                && !condition.setPrefix().equals("foranyvalue")
                && choosesCallers(condition);
    }

    /** Spares what AWS does on someone's behalf, who then was judged already. */
    private static boolean isDirectCall(PolicyCondition condition) {
        return condition.operator().equals("bool")
                && condition.isFalse()
                && (condition.key().equals("aws:viaawsservice")
                        || condition.key().equals("aws:principalisawsservice"));
    }

    /** The accounts that conditions name as the only callers. */
    static List<String> accounts(List<PolicyCondition> conditions) {
        return conditions.stream()
                .filter(condition -> ACCOUNT_KEYS.contains(condition.key()) && EQUAL.contains(condition.operator()))
                .flatMap(condition -> condition.values().stream())
                .filter(value -> ACCOUNT.matcher(value).matches())
                .toList();
    }

    private static boolean choosesCallers(PolicyCondition condition) {
        if (!CHOSEN_CALLER.contains(condition.key()) || condition.values().isEmpty()) {
            return false;
        }
        if (condition.key().equals("aws:sourceip")) {
            return condition.values().stream().allMatch(Network::isChosen);
        }
        boolean literal = LITERAL.contains(condition.operator());
        return condition.values().stream().allMatch(value -> literal || isChosen(value));
    }

    /** Whether a pattern pins the account of an ARN, or of other texts a whole first part. */
    static boolean isChosen(String value) {
        if (!Wildcard.isIn(value)) {
            return !value.isBlank();
        }
        String[] parts = value.split(":", 6);
        if (parts[0].equals("arn") && parts.length == 6) {
            String account = parts[4];
            return account.isEmpty() ? !Wildcard.isIn(parts[5].substring(0, 1)) : !Wildcard.isIn(account);
        }
        int wildcard = value.replace('?', '*').indexOf('*');
        int delimiter = Math.max(value.lastIndexOf('/', wildcard), value.lastIndexOf(':', wildcard));
        return !parts[0].equals("arn") && delimiter > 0;
    }
}
