package dev.plumbline.rules.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInRulesTest {
    private static final RulePack PACK = RulePack.builtIn();
    private static final RuleCases CASES = new RuleCases(PACK);

    static Stream<Arguments> everyCaseOfEveryRule() {
        return CASES.run().stream()
                .map(outcome -> arguments(outcome.rule().id(), outcome.given().name(), outcome));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyCaseOfEveryRule")
    void givesTheStatedVerdict(RuleId rule, String name, RuleCases.Outcome outcome) {
        assertThat(outcome.problem())
                .as("%s:%d", outcome.rule().source(), outcome.given().line())
                .isEmpty();
    }

    @Test
    void everyRuleHasAPassAFailAnUnreadCaseAndANearMiss() {
        assertThat(CASES.incomplete())
                .extracting(incomplete -> incomplete.rule().id() + " lacks " + incomplete.lacks())
                .isEmpty();
    }
}
