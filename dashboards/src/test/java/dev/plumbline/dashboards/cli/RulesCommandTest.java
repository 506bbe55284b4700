package dev.plumbline.dashboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
    private static final String RULE = """
            id: own-bucket-named
            title: Bucket has a name
            resource: aws.s3.bucket
            severity: low
            why: A bucket without a name is hard to talk about.
            pass: config.Name != ""
            evidence: [config.Name]
            remediation: {console: Name it}
            cases:
              - name: named
                config: {Name: logs}
                verdict: pass
              - name: nameless
                config: {Name: ""}
                verdict: %s
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Plumbline.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private Path rule(String text) throws IOException {
        return Files.writeString(folder.resolve("named.yaml"), text);
    }

    @Test
    void listsEveryRuleInATable() {
        int code = run("rules", "list");

        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("SEVERITY")
                .containsPattern("critical +aws-s3-bucket-public-access +S3 bucket is not open to the public");
    }

    @Test
    void listsEveryRuleAsJsonWithTheFiveMembersPromised() throws IOException {
        int code = run("rules", "list", "--format", "json");

        JsonNode rules = new ObjectMapper().readTree(out.toString());
        assertThat(code).isZero();
        assertThat(rules).hasSizeGreaterThanOrEqualTo(40).allSatisfy(rule -> {
            Set<String> members = new TreeSet<>();
            rule.fieldNames().forEachRemaining(members::add);
            assertThat(members).containsExactly("cloud", "id", "service", "severity", "title");
            assertThat(rule).allMatch(JsonNode::isTextual);
        });
        assertThat(rules).anySatisfy(rule -> {
            assertThat(rule.path("id").asText()).isEqualTo("gcp-kms-cryptokey-rotation");
            assertThat(rule.path("cloud").asText()).isEqualTo("gcp");
            assertThat(rule.path("service").asText()).isEqualTo("kms");
            assertThat(rule.path("severity").asText()).isEqualTo("medium");
        });
    }

    @Test
    void listsTheUsersOwnRulesBesideTheBuiltInOnes() throws IOException {
        rule(RULE.formatted("fail"));

        int code = run("rules", "list", "--rules", folder.toString());

        assertThat(code).isZero();
        assertThat(out.toString()).contains("own-bucket-named").contains("aws-s3-bucket-versioning");
    }

    @Test
    void showsARuleForAPersonAndItsFile() {
        int code = run("rules", "show", "aws-s3-bucket-versioning");

        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("aws-s3-bucket-versioning\nS3 bucket keeps versions of its objects\n")
                .containsPattern("severity +medium")
                .containsPattern("file +packs/aws/s3/bucket-versioning.yaml")
                .contains("put-bucket-versioning --bucket {name}")
                .contains("  id: aws-s3-bucket-versioning");
    }

    @Test
    void anUnknownRuleIsOneSentenceThatNamesNearOnes() {
        int code = run("rules", "show", "aws-s3-bucket-versionning");

        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("there is no rule 'aws-s3-bucket-versionning': did you mean aws-s3-bucket-versioning");
    }

    @Test
    void anIdThatIsNearNothingPointsToTheList() {
        int code = run("rules", "show", "%s !");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("there is no rule '%s !': see all")
                .contains("rules list");
    }

    @Test
    void theCasesOfTheBuiltInRulesAreAsStated() {
        int code = run("rules", "test");

        assertThat(code).isZero();
        assertThat(out.toString()).containsPattern("\\d+ cases of \\d+ rules: all as stated");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aCaseThatIsNotAsStatedIsNamedWithItsPlaceAndEndsWithOne() throws IOException {
        Path file = rule(RULE.formatted("pass"));

        int code = run("rules", "test", folder.toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        file + ":13: own-bucket-named: nameless: expected pass but was fail[config.Name=\"\"]",
                        "1 of 2 cases of 1 rules are not as stated");
    }

    @Test
    void whatARuleLacksIsSaidButIsNoFailure() throws IOException {
        rule(RULE.formatted("fail"));

        int code = run("rules", "test", folder.toString());

        assertThat(code).isZero();
        assertThat(err.toString()).contains("own-bucket-named still lacks a case that is not assessed");
    }

    @Test
    void aBrokenRuleFileIsNamedWithLineAndColumn() throws IOException {
        Path file = rule(RULE.formatted("fail").replace("severity: low", "severity: bad"));

        int code = run("rules", "test", folder.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .contains(file + ":4:11: unknown severity 'bad': use critical, high, medium or low")
                .doesNotContain("Exception");
    }

    @Test
    void aFolderThatIsNotThereIsAUserError() {
        int code = run("rules", "test", folder.resolve("nowhere").toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere").contains("no such file or folder");
    }
}
