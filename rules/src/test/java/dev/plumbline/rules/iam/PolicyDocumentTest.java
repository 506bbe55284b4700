package dev.plumbline.rules.iam;

import static dev.plumbline.rules.iam.Policies.policy;
import static dev.plumbline.rules.iam.Policies.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentTest {
    @Test
    void readsEveryPartOfAStatement() {
        PolicyDocument policy = policy("""
                {"Sid": "x", "Effect": "Allow",
                 "Principal": {"AWS": ["111122223333", "arn:aws:iam::444455556666:user/a"], "Service": "ec2.amazonaws.com"},
                 "Action": "s3:GetObject", "NotResource": ["arn:aws:s3:::a/*"],
                 "Condition": {"ForAllValues:StringLikeIfExists": {"aws:TagKeys": ["a", true, 3]}}}""");

        Statement statement = policy.statements().getFirst();
        assertThat(statement.allows()).isTrue();
        assertThat(statement.principals().accounts()).containsExactly("111122223333", "444455556666");
        assertThat(statement.principals().services()).containsExactly("ec2.amazonaws.com");
        assertThat(statement.actions()).isEqualTo(new Patterns(false, List.of("s3:GetObject")));
        assertThat(statement.resources()).isEqualTo(new Patterns(true, List.of("arn:aws:s3:::a/*")));
        assertThat(statement.conditions())
                .containsExactly(new PolicyCondition(
                        "stringlike", "forallvalues", true, "aws:tagkeys", List.of("a", "true", "3")));
    }

    @Test
    void oneStatementNeedsNoList() {
        PolicyDocument policy = PolicyDocument.parse(
                tree("{\"Statement\": {\"Effect\": \"Deny\", \"NotAction\": \"iam:*\", \"Resource\": \"*\"}}"));

        assertThat(policy.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.allows()).isFalse();
            assertThat(statement.principals()).isEqualTo(Principals.UNNAMED);
            assertThat(statement.actions().negated()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; a policy is a JSON object",
                "{\"Version\": \"2012-10-17\"}; it has no Statement",
                "{\"Statement\": null}; a statement is a JSON object",
                "{\"Statement\": [\"Allow\"]}; a statement is a JSON object",
                "{\"Statement\": {\"Effect\": \"allow\", \"Action\": \"*\"}}; Effect is Allow or Deny and not allow",
                "{\"Statement\": {\"Action\": \"*\"}}; Effect is Allow or Deny and not null",
                "{\"Statement\": {\"Effect\": \"Allow\"}}; a statement has either Action or NotAction",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"NotAction\": \"*\"}}; either Action or NotAction",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": [{}]}}; Action is text or a list of texts",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Principal\": \"me\"}}; a principal is",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Principal\": null}}; a principal is",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Principal\": {\"Aws\": \"*\"}}}; and not Aws",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Condition\": []}}; Condition is a JSON object",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Condition\": {\"Bool\": \"x\"}}}; operator is a JSON object",
            })
    void whatBreaksTheGrammarIsRefusedWithTheReason(String json, String reason) {
        assertThatThrownBy(() -> PolicyDocument.parse(tree(json)))
                .isInstanceOf(MalformedPolicyException.class)
                .hasMessageStartingWith("the policy document cannot be read: ")
                .hasMessageContaining(reason);
    }

    @Provide
    Arbitrary<Object> trees() {
        return trees(3);
    }

    private static Arbitrary<Object> trees(int depth) {
        Arbitrary<Object> words = Arbitraries.of(
                "Statement",
                "Effect",
                "Allow",
                "Deny",
                "Action",
                "NotAction",
                "Principal",
                "AWS",
                "*",
                "Condition",
                3,
                true);
        if (depth == 0) {
            return words;
        }
        Arbitrary<Object> below = trees(depth - 1);
        return Arbitraries.oneOf(
                words,
                below.list().ofMaxSize(3).map(list -> (Object) list),
                Arbitraries.maps(words, below).ofMaxSize(4).map(map -> (Object) map));
    }

    @Property(tries = 300)
    void anyTreeIsAPolicyOrIsRefused(@ForAll("trees") Object tree) {
        for (Object candidate : List.of(tree, Map.of("Statement", tree))) {
            try {
                new Trust(PolicyDocument.parse(candidate)).isPublic();
            } catch (MalformedPolicyException refused) {
                assertThat(refused).hasMessageStartingWith("the policy document cannot be read");
            }
        }
    }
}
