package dev.plumbline.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCasesTest {
    @TempDir
    private Path folder;

    private RuleCases cases(String cases) throws IOException {
        Files.writeString(folder.resolve("rule.yaml"), """
                id: own-bucket-rule
                title: A rule
                resource: aws.s3.bucket
                severity: low
                why: For a test.
                pass: config.Name == "a" && account.Block.All
                evidence: [config.Name]
                remediation: {console: none}
                cases:
                """ + cases.indent(2));
        return new RuleCases(RulePack.load(List.of(folder)));
    }

    @Test
    void saysWhatWasExpectedAndWhatWasSeen() throws IOException {
        RuleCases cases = cases("- {name: wrong, config: {Name: b}, verdict: pass}");

        assertThat(cases.run()).singleElement().satisfies(outcome -> {
            assertThat(outcome.asStated()).isFalse();
            assertThat(outcome.problem()).contains("expected pass but was fail[config.Name=\"b\"]");
            assertThat(outcome.given().line()).isEqualTo(10);
        });
    }

    @Test
    void aMisspeltNameDoesNotPassForADeniedCall() throws IOException {
        RuleCases cases = cases("""
                - name: the account's block lies under another name in the case than in the rule
                  config: {Name: a}
                  account: {Blok: {All: true}}
                  unread: {config.Other: "AccessDenied s3:GetOther"}
                  verdict: not-assessed
                """);

        assertThat(cases.run())
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.problem())
                        .hasValueSatisfying(problem -> assertThat(problem)
                                .contains("because of what is unread")
                                .contains("EvaluationError")));
    }

    @Test
    void namesEveryKindOfCaseThatIsLacking() throws IOException {
        assertThat(cases("- {name: right, config: {Name: b}, verdict: fail}").incomplete())
                .singleElement()
                .satisfies(incomplete -> assertThat(incomplete.lacks())
                        .containsExactly(
                                "a case that passes",
                                "a case that is not assessed because something is unread",
                                "a near miss (near-miss: true)"));
    }

    @Test
    void aRuleWithEveryKindOfCaseIsComplete() throws IOException {
        RuleCases cases = cases("""
                - {name: passes, config: {Name: a}, account: {Block: {All: true}}, verdict: pass, near-miss: true}
                - {name: fails, config: {Name: b}, verdict: fail}
                - {name: unread, config: {Name: a}, unread: {account.Block: Timeout}, verdict: not-assessed}
                """);

        assertThat(cases.incomplete()).isEmpty();
        assertThat(cases.run())
                .allSatisfy(outcome -> assertThat(outcome.problem()).isEmpty());
    }
}
