package dev.plumbline.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Account;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadPathsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "config.A.B == 1; config.A.B",
                "has(config.A.B); config.A.B",
                "config.A[\"x\"].C == 1; config.A",
                "[\"x\"].all(flag, config.A[flag]); config.A",
                "config.A.exists(item, item.B == account.C.D); config.A account.C.D",
                "size(config) > 0; config",
                "[config].exists(c, c.A); config",
                "age(config.Date) < days(1); config.Date",
                "policy.otherAccounts(config.A.Policy, resource.account) == []; config.A.Policy",
                "resource.name == \"a\"; ''",
            })
    void readsAsFarAsNamesAreFixed(String condition, String paths) {
        List<Condition> conditions = ConditionCompiler.compile(
                TestRules.pack("pass: >-\n  " + condition).rules());

        assertThat(conditions.getFirst().reads().paths())
                .containsExactlyInAnyOrder(paths.isEmpty() ? new String[0] : paths.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "config.A.B, true",
        "config.A.B.C, true",
        "config.A, true",
        "config, true",
        "config.AB, false",
        "config.A.BC, false",
        "config.A.C, false",
        "account.A.B, false",
    })
    void aGapMattersIfItLiesOnThePath(String gap, boolean touched) {
        assertThat(new ReadPaths(Set.of("config.A.B")).touch(gap)).isEqualTo(touched);
    }

    @ParameterizedTest
    @CsvSource({"config.Other, fail", "config.Name, not-assessed", "config, not-assessed"})
    void aGapElsewhereLeavesTheVerdict(String gap, String verdict) {
        RuleEngine engine = new RuleEngine(TestRules.pack("pass: config.Name == \"a\""));

        List<Judgement> judgements = engine.judge(
                TestRules.bucket(Map.of("Name", "b"), TestRules.denied(gap, "s3:Get")),
                new Account(Map.of(), List.of()));

        assertThat(judgements.getFirst().verdict().key()).isEqualTo(verdict);
    }
}
