package dev.plumbline.rules.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionCompilerTest {
    private static List<RuleProblem> problems(String pass) {
        RulePack pack = TestRules.pack(pass);
        InvalidRulesException invalid = catchThrowableOfType(InvalidRulesException.class, () -> new RuleEngine(pack));
        assertThat(invalid).as("the condition is refused").isNotNull();
        return invalid.problems();
    }

    @Test
    void anUndeclaredNameIsFoundInTheFileWithTheAcceptedNames() {
        assertThat(problems("pass: confg.Name == \"a\"")).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(6);
            assertThat(problem.column()).isEqualTo(7);
            assertThat(problem.message())
                    .startsWith("undeclared name 'confg'; did you mean 'config'? Accepted: account, config, now,"
                            + " resource, age, days, policy.allowsEverything");
            assertThat(problem.snippet()).isEqualTo(" | pass: confg.Name == \"a\"\n | ......^");
        });
    }

    @Test
    void aPlaceInAFoldedConditionIsTheOneInTheFile() {
        List<RuleProblem> problems = problems("""
                pass: >-   # folded
                  config.Name == "a" &&
                    acount.Name == "b"
                """);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(8);
            assertThat(problem.column()).isEqualTo(5);
            assertThat(problem.snippet()).isEqualTo(" |     acount.Name == \"b\"\n | ....^");
        });
    }

    @Test
    void aPlaceInALiteralBlockIsTheOneInTheFile() {
        List<RuleProblem> problems = problems("""
                pass: |
                  config.Name == "a" &&
                  acount.Name == "b"
                """);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(8);
            assertThat(problem.column()).isEqualTo(3);
        });
    }

    @Test
    void aPlaceInAQuotedConditionCountsTheEscapes() {
        assertThat(problems("pass: \"config.Name == \\\"a\\\" && acount.Name\""))
                .singleElement()
                .satisfies(problem -> assertThat(problem.column()).isEqualTo(32));
    }

    @Test
    void aSyntaxErrorIsFoundInTheFile() {
        assertThat(problems("pass: config.Name == && true"))
                .isNotEmpty()
                .first()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(6);
                    assertThat(problem.column()).isEqualTo(22);
                    assertThat(problem.message()).contains("input '&&'");
                });
    }

    @Test
    void everyErrorOfAConditionIsReported() {
        assertThat(problems("pass: confg.Name == acount.Name")).hasSize(2);
    }

    @Test
    void aConditionMustBeTrueOrFalse() {
        assertThat(problems("pass: size(config.Name)"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("expected type 'bool' but found 'int'"));
    }

    @Test
    void anUnknownFunctionNamesTheKnownOnes() {
        assertThat(problems("pass: policy.allowPublic(config.Policy)"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.column()).isEqualTo(7);
                    assertThat(problem.message())
                            .startsWith("undeclared name 'policy.allowPublic'; did you mean 'policy.allowsPublic'?");
                });
    }

    @Test
    void aFunctionOfTheWrongTypeIsRefusedAtLoad() {
        assertThat(problems("pass: age(config.Date) < days(\"90\")"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("no matching overload for 'days'"));
    }

    @Test
    void aMemberThatResourcesLackIsRefusedAtLoad() {
        assertThat(problems("pass: resource.nme == \"a\"")).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo(15);
            assertThat(problem.message())
                    .isEqualTo("a resource has no member 'nme'; did you mean 'name'? Accepted: id, name, region,"
                            + " account, tags");
        });
    }

    @Test
    void aConditionThatIsNestedTooDeepIsRefused() {
        assertThat(problems("pass: " + "(".repeat(3000) + "true" + ")".repeat(3000)))
                .isNotEmpty();
    }
}
