package dev.plumbline.dashboards.demo.estate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Parameters;
import dev.plumbline.rules.language.Judgement;
import dev.plumbline.rules.language.RuleEngine;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.rules.resource.Account;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Resource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The estate under the built-in rules: what is planted fails, and nothing else does. */
class JudgedEstateTest {
    private static RuleEngine engine;

    @BeforeAll
    static void compileRules() {
        engine = new RuleEngine(RulePack.builtIn());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, -77})
    void exactlyWhatWasPlantedFails(long seed) {
        Estate estate = estate(seed);

        assertThat(resultsOf(estate, "fail")).containsExactlyInAnyOrderElementsOf(estate.faults());
    }

    @Test
    void whatCouldNotBeReadIsNotAssessed() {
        Estate estate = estate(1);

        assertThat(resultsOf(estate, "not-assessed").stream().map(PlantedFault::rule))
                .containsExactlyInAnyOrder(
                        "aws-s3-bucket-tls-only", "aws-s3-bucket-policy-cross-account", "aws-kms-key-rotation");
    }

    private static List<PlantedFault> resultsOf(Estate estate, String verdict) {
        Map<AccountId, Account> accounts = estate.resources().stream()
                .filter(Resource::isAccount)
                .collect(Collectors.toMap(Resource::account, Account::of));
        return estate.resources().stream()
                .flatMap(resource -> engine.judge(resource, requireNonNull(accounts.get(resource.account()))).stream())
                .filter(judgement -> judgement.verdict().key().equals(verdict))
                .map(JudgedEstateTest::result)
                .toList();
    }

    private static PlantedFault result(Judgement judgement) {
        return new PlantedFault(
                judgement.rule().id().value(), judgement.resource().id().value());
    }

    private static Estate estate(long seed) {
        return Estate.of(Company.of(new Parameters(seed, 0.1, LocalDate.of(2026, 11, 1))));
    }
}
