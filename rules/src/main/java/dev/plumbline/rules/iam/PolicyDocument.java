package dev.plumbline.rules.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy of an AWS principal or resource.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">AWS: grammar of the
 *     IAM JSON policy language</a>
 */
public record PolicyDocument(List<Statement> statements) {
    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /**
     * @param tree the document as JSON in plain Java, keys as AWS spells them
     * @throws MalformedPolicyException if it breaks the grammar
     */
    public static PolicyDocument parse(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> document)) {
            throw new MalformedPolicyException("a policy is a JSON object");
        }
        if (!document.containsKey("Statement")) {
            throw new MalformedPolicyException("it has no Statement");
        }
        List<?> statements =
                document.get("Statement") instanceof List<?> list ? list : listOf(document.get("Statement"));
        return new PolicyDocument(
                statements.stream().map(PolicyDocument::statement).toList());
    }

    private static Statement statement(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> statement)) {
            throw new MalformedPolicyException("a statement is a JSON object");
        }
        Object effect = statement.get("Effect");
        if (!"Allow".equals(effect) && !"Deny".equals(effect)) {
            throw new MalformedPolicyException("a statement's Effect is Allow or Deny and not " + effect);
        }
        return new Statement(
                "Allow".equals(effect),
                principals(statement),
                patterns(statement, "Action", "NotAction"),
                statement.containsKey("Resource") || statement.containsKey("NotResource")
                        ? patterns(statement, "Resource", "NotResource")
                        : Patterns.EVERYTHING,
                conditions(statement.get("Condition")));
    }

    private static Principals principals(Map<?, ?> statement) {
        if (statement.containsKey("NotPrincipal")) {
            return Principals.parse(statement.get("NotPrincipal"), true);
        }
        return statement.containsKey("Principal")
                ? Principals.parse(statement.get("Principal"), false)
                : Principals.UNNAMED;
    }

    private static Patterns patterns(Map<?, ?> statement, String key, String negatedKey) {
        boolean negated = statement.containsKey(negatedKey);
        if (negated == statement.containsKey(key)) {
            throw new MalformedPolicyException("a statement has either %s or %s".formatted(key, negatedKey));
        }
        return new Patterns(negated, texts(statement.get(negated ? negatedKey : key), negated ? negatedKey : key));
    }

    private static List<PolicyCondition> conditions(@Nullable Object tree) {
        if (tree == null) {
            return List.of();
        }
        List<PolicyCondition> conditions = new ArrayList<>();
        asMap(tree, "Condition")
                .forEach((operator, keys) -> asMap(keys, "a condition operator")
                        .forEach((key, values) -> conditions.add(PolicyCondition.of(
                                String.valueOf(operator),
                                String.valueOf(key),
                                texts(values, "the values of condition key " + key)))));
        return conditions;
    }

    private static Map<?, ?> asMap(@Nullable Object tree, String what) {
        if (tree instanceof Map<?, ?> map) {
            return map;
        }
        throw new MalformedPolicyException(what + " is a JSON object");
    }

    /** One text or a list of them; booleans and numbers stand for their text, as in condition values. */
    static List<String> texts(@Nullable Object tree, String what) {
        List<?> items = tree instanceof List<?> list ? list : listOf(tree);
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof String || item instanceof Boolean || item instanceof Number) {
                texts.add(String.valueOf(item));
            } else {
                throw new MalformedPolicyException("%s is text or a list of texts".formatted(what));
            }
        }
        return texts;
    }

    private static List<@Nullable Object> listOf(@Nullable Object single) {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(single);
        return list;
    }
}
