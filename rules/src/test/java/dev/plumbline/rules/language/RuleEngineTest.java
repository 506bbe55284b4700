package dev.plumbline.rules.language;

import static dev.plumbline.rules.language.TestRules.bucket;
import static dev.plumbline.rules.language.TestRules.denied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Account;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleEngineTest {
    private static final Account NOTHING = new Account(Map.of(), List.of());
    private static final Unread POLICY = denied("config.Policy", "s3:GetBucketPolicy");

    private static Verdict judge(String condition, Resource resource, Account account) {
        List<Judgement> judgements =
                new RuleEngine(TestRules.pack("pass: >-\n  " + condition)).judge(resource, account);
        assertThat(judgements).hasSize(1);
        return judgements.getFirst().verdict();
    }

    private static Verdict judge(String condition, Resource resource) {
        return judge(condition, resource, NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "config.Policy.Public; not-assessed",
                "!config.Policy.Public; not-assessed",
                "config.Policy == null; not-assessed",
                "has(config.Policy); not-assessed",
                "has(config.Policy.Public); not-assessed",
                "config.Policy.Statement.all(s, s.Effect == \"Deny\"); not-assessed",
                "size(config.Policy.Statement) == 0; not-assessed",
                "policy.allowsPublic(config.Policy); not-assessed",
                "age(config.Policy.Date) < days(1); not-assessed",
                "config.Name == \"logs\"; pass",
                "config.Name == \"logs\" || config.Policy.Public; pass",
                "config.Policy.Public || config.Name == \"logs\"; pass",
                "config.Name == \"other\" && config.Policy.Public; fail",
                "config.Policy.Public && config.Name == \"other\"; fail",
                "config.Name == \"logs\" && config.Policy.Public; not-assessed",
                "config.Name == \"other\" || config.Policy.Public; not-assessed",
                "config.Name == \"logs\" ? true : config.Policy.Public; pass",
                "config.Policy.Public ? true : true; not-assessed",
                "[\"a\", \"b\"].all(flag, config.Name == \"logs\" || config.Policy[flag]); pass",
                "[\"a\", \"b\"].exists(flag, config.Policy[flag]); not-assessed",
                "[config.Name == \"logs\", config.Policy.Public].exists(flag, flag); not-assessed",
            })
    void whatTouchesTheUnreadIsDecidedOnlyIfItDoesNotMatter(String condition, String verdict) {
        Resource bucket = bucket(Map.of("Name", "logs"), POLICY);

        assertThat(judge(condition, bucket).key()).isEqualTo(verdict);
    }

    @Test
    void whatIsNotAssessedNamesTheUnreadThatItTouched() {
        Unread acl = denied("config.Acl", "s3:GetBucketAcl");
        Unread other = denied("config.Logging", "s3:GetBucketLogging");
        Resource bucket = bucket(Map.of("Name", "logs"), POLICY, acl, other);

        Verdict verdict = judge("config.Policy.Public || config.Acl.Public", bucket);

        assertThat(verdict).isEqualTo(new Verdict.NotAssessed(List.of(POLICY, acl)));
    }

    @Test
    void whatIsUnreadOfTheAccountStandsUnderAccount() {
        Account account = new Account(Map.of(), List.of(denied("config.Block", "s3:GetAccountPublicAccessBlock")));

        Verdict verdict = judge("account.Block.All", bucket(Map.of()), account);

        assertThat(verdict)
                .isEqualTo(new Verdict.NotAssessed(List.of(denied("account.Block", "s3:GetAccountPublicAccessBlock"))));
    }

    @Test
    void anAccountThatWasNotReadAtAllAnswersNothing() {
        Account account = Account.unread(denied("config", "sts:AssumeRole"));

        assertThat(judge("account.Block.All", bucket(Map.of()), account))
                .isEqualTo(new Verdict.NotAssessed(List.of(denied("account", "sts:AssumeRole"))));
    }

    @Test
    void aFunctionOfAWholeThatIsUnreadInPartIsNotAssessed() {
        Map<String, @Nullable Object> policy = Map.of("Version", "2012-10-17");
        Resource bucket = bucket(Map.of("Policy", policy), denied("config.Policy.Statement", "s3:GetBucketPolicy"));

        assertThat(judge("!policy.allowsPublic(config.Policy)", bucket))
                .isEqualTo(new Verdict.NotAssessed(List.of(denied("config.Policy.Statement", "s3:GetBucketPolicy"))));
    }

    @Test
    void whatTheProviderAnsweredWithNothingIsNull() {
        Map<String, @Nullable Object> config = new HashMap<>();
        config.put("Policy", null);

        assertThat(judge("config.Policy == null", bucket(config))).isEqualTo(new Verdict.Pass());
    }

    @Test
    void nullInAListAndInAMapIsNullToo() {
        Map<String, @Nullable Object> config = new HashMap<>();
        List<@Nullable Object> list = new ArrayList<>();
        list.add(null);
        Map<String, @Nullable Object> inner = new HashMap<>();
        inner.put("x", null);
        list.add(inner);
        config.put("List", list);

        assertThat(judge(
                        "config.List[0] == null && config.List[1].x == null && size(config.List) == 2", bucket(config)))
                .isEqualTo(new Verdict.Pass());
    }

    @Test
    void aMissingMemberIsNotAssessedAndSaysWhichRuleAndWhy() {
        assertThat(judge("config.Polcy.Public", bucket(Map.of())))
                .isInstanceOfSatisfying(
                        Verdict.NotAssessed.class,
                        unknown -> assertThat(unknown.reasons()).singleElement().satisfies(reason -> {
                            assertThat(reason.api()).isEqualTo("rule own-bucket-rule");
                            assertThat(reason.errorCode())
                                    .startsWith("EvaluationError")
                                    .contains("Polcy");
                            assertThat(reason.permission()).isEmpty();
                        }));
    }

    @Test
    void aMissingMemberIsNeverAPassEvenWhereSomethingElseIsUnread() {
        Resource bucket = bucket(Map.of(), POLICY);

        assertThat(judge("config.Nme == \"a\"", bucket).key()).isEqualTo("not-assessed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "config.Name > 3",
                "config.Name",
                "timestamp(config.Name) < now",
                "duration(config.Name) < days(1)",
                "config.Name.matches(\"(\")",
                "1 / (size(config.Name) - 4) == 1",
                "config.Name.all(x, x)",
                "policy.allowsPublic(config.Name)",
                "policy.allowsPublic(null)",
                "policy.otherAccounts({\"Statement\": []}, config.Number) == []",
            })
    void anErrorWhileEvaluatingIsNotAssessed(String condition) {
        Resource bucket = bucket(Map.of("Name", "logs", "Number", 7L));

        assertThat(judge(condition, bucket))
                .isInstanceOfSatisfying(
                        Verdict.NotAssessed.class,
                        unknown -> assertThat(unknown.reasons().getFirst().errorCode())
                                .startsWith("EvaluationError"));
    }

    @Test
    void anErrorDoesNotRepeatTheDocumentItMet() {
        Map<String, @Nullable Object> policy =
                Map.of("Statement", List.of(Map.of("Effect", "Sometimes", "Sid", "Secret1")));

        assertThat(judge("!policy.allowsPublic(config.Policy)", bucket(Map.of("Policy", policy))))
                .isInstanceOfSatisfying(
                        Verdict.NotAssessed.class,
                        unknown -> assertThat(unknown.reasons().getFirst().errorCode())
                                .contains("Effect is Allow or Deny")
                                .doesNotContain("Secret1"));
    }

    @Test
    void aFailureShowsItsEvidence() {
        Map<String, @Nullable Object> config = new HashMap<>();
        config.put("Name", "logs\n\"7\"");
        Account account = new Account(Map.of("Block", Map.of("All", false, "Count", 3L)), List.of());

        assertThat(judge("config.Name == \"\"", bucket(config, POLICY), account))
                .isEqualTo(new Verdict.Fail(List.of(
                        new Evidence("config.Name", "\"logs\\n\\\"7\\\"\""),
                        new Evidence("config.Policy.Statement", "not read (AccessDenied)"),
                        new Evidence(
                                "account.Block", CompactJson.of(account.config().get("Block"))),
                        new Evidence("resource.tags", "{\"owner\":\"data\"}"))));
    }

    @Test
    void evidenceTellsNullFromAbsent() {
        Map<String, @Nullable Object> config = new HashMap<>();
        config.put("Policy", null);

        assertThat(judge("false", bucket(config)))
                .isInstanceOfSatisfying(
                        Verdict.Fail.class,
                        fail -> assertThat(fail.evidence())
                                .extracting(Evidence::value)
                                .startsWith("absent", "null", "absent"));
    }

    @Test
    void seesTheResourceAndTheTimeItWasReadAt() {
        String condition = """
                resource.id == "arn:aws:s3:::example" && resource.name == "example" && resource.region == "eu-west-1" &&
                  resource.account == "111122223333" && resource.tags.owner == "data" &&
                  now == timestamp("2026-06-01T00:00:00Z") && age("2026-05-31T00:00:00Z") == days(1) &&
                  age("2026-05-31T00:00:00+00:00") == duration("24h")""";

        assertThat(judge(condition, bucket(Map.of()))).isEqualTo(new Verdict.Pass());
    }

    @Test
    void wholeNumbersAndFractionsCompare() {
        Resource bucket = bucket(Map.of("Whole", 14L, "Fraction", 0.5, "Small", 7));

        assertThat(judge("config.Whole >= 14 && config.Fraction < 1 && config.Small == 7", bucket))
                .isEqualTo(new Verdict.Pass());
    }

    @Test
    void aTypeWithoutRulesHasNoJudgements() {
        RuleEngine engine = new RuleEngine(TestRules.pack("pass: \"true\""));
        Resource bucket = bucket(Map.of());
        Resource other = new Resource(
                bucket.cloud(),
                bucket.account(),
                bucket.region(),
                new dev.plumbline.rules.resource.ResourceType("aws.sqs.queue"),
                bucket.id(),
                bucket.name(),
                bucket.tags(),
                bucket.config(),
                List.of(),
                bucket.collectedAt());

        assertThat(engine.judge(other, NOTHING)).isEmpty();
        assertThat(engine.resourceTypes()).containsExactly(bucket.type());
    }

    @Test
    void judgesOnManyThreadsAtOnce() throws Exception {
        RuleEngine engine = new RuleEngine(TestRules.pack("pass: config.Name == \"a\" || config.Policy.Public"));
        Resource passing = bucket(Map.of("Name", "a"), POLICY);
        Resource unknown = bucket(Map.of("Name", "b"), POLICY);
        Callable<Boolean> task = () -> {
            for (int round = 0; round < 500; round++) {
                String first =
                        engine.judge(passing, NOTHING).getFirst().verdict().key();
                String second =
                        engine.judge(unknown, NOTHING).getFirst().verdict().key();
                if (!first.equals("pass") || !second.equals("not-assessed")) {
                    return false;
                }
            }
            return true;
        };

        List<Future<Boolean>> results;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            results = threads.invokeAll(List.of(task, task, task, task));
        }

        for (Future<Boolean> result : results) {
            assertThat(result.get()).isTrue();
        }
    }
}
