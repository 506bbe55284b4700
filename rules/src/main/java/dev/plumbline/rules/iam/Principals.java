package dev.plumbline.rules.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a statement speaks of.
 *
 * @param negated whether they stand under {@code NotPrincipal}: everyone but these is meant
 * @param aws ARNs, account numbers, unique ids or {@code *}
 * @param services such as {@code cloudtrail.amazonaws.com}
 * @param federated identity providers: ARNs or well-known names
 * @param others canonical user ids
 */
record Principals(
        boolean negated, List<String> aws, List<String> services, List<String> federated, List<String> others) {
    /** An identity policy names nobody: it speaks of whoever it is attached to. */
    static final Principals UNNAMED = new Principals(false, List.of(), List.of(), List.of(), List.of());

    private static final Pattern ACCOUNT = Pattern.compile("([0-9]{12})|arn:aws[a-z-]*:(?:iam|sts)::([0-9]{12}):.*");
    private static final Pattern EVERY_ACCOUNT = Pattern.compile("\\*|arn:aws[a-z-]*:(?:iam|sts)::\\*:.*");

    Principals {
        aws = List.copyOf(aws);
        services = List.copyOf(services);
        federated = List.copyOf(federated);
        others = List.copyOf(others);
    }

    static Principals parse(@Nullable Object principal, boolean negated) {
        if (principal instanceof String everyone && everyone.equals("*")) {
            return new Principals(negated, List.of("*"), List.of(), List.of(), List.of());
        }
        if (!(principal instanceof Map<?, ?> kinds) || kinds.isEmpty()) {
            throw new MalformedPolicyException("a principal is \"*\" or a map such as {\"AWS\": ...}");
        }
        List<String> aws = new ArrayList<>();
        List<String> services = new ArrayList<>();
        List<String> federated = new ArrayList<>();
        List<String> others = new ArrayList<>();
        kinds.forEach((kind, names) -> {
            List<String> into =
                    switch (String.valueOf(kind)) {
                        case "AWS", "*" -> aws;
                        case "Service" -> services;
                        case "Federated" -> federated;
                        case "CanonicalUser" -> others;
                        default ->
                            throw new MalformedPolicyException(
                                    "a principal is AWS, Service, Federated or CanonicalUser and not " + kind);
                    };
            into.addAll(PolicyDocument.texts(names, "principal"));
        });
        return new Principals(negated, aws, services, federated, others);
    }

    /** Whether no caller is left out, anonymous ones included. */
    boolean isAnyone() {
        return negated ? !isNamedAnyone() : isNamedAnyone();
    }

    private boolean isNamedAnyone() {
        return aws.stream().anyMatch(name -> EVERY_ACCOUNT.matcher(name).matches());
    }

    /** The numbers of the AWS accounts named. */
    List<String> accounts() {
        return aws.stream()
                .map(ACCOUNT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                .distinct()
                .toList();
    }
}
