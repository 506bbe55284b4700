package dev.plumbline.rules.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePackTest {
    private static final String RULE = """
            id: own-bucket-versioned
            title: Bucket keeps versions
            resource: aws.s3.bucket
            severity: low
            why: What is overwritten is gone.
            pass: config.BucketVersioning.Status == "Enabled"
            evidence: [config.BucketVersioning]
            remediation:
              cli: aws s3api put-bucket-versioning --bucket {name}
            cases:
              - name: enabled
                config: {BucketVersioning: {Status: Enabled}}
                verdict: pass
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private RulePack load() {
        return RulePack.load(List.of(folder));
    }

    /** The problems of one file with this text, each as {@code line:column: message}. */
    private List<String> problems(String text) throws IOException {
        file("rule.yaml", text);
        return problems().stream()
                .map(problem -> "%d:%d: %s".formatted(problem.line(), problem.column(), problem.message()))
                .toList();
    }

    private List<RuleProblem> problems() {
        InvalidRulesException invalid = catchThrowableOfType(InvalidRulesException.class, this::load);
        assertThat(invalid).as("the rules are refused").isNotNull();
        return invalid.problems();
    }

    @Test
    void readsEveryMemberOfARule() throws IOException {
        Path file = file("rule.yaml", RULE + "tags: [recovery]\nreferences: [https://example.com/versions]\n");

        Rule rule = load().rule(new RuleId("own-bucket-versioned")).orElseThrow();

        assertThat(rule.title()).isEqualTo("Bucket keeps versions");
        assertThat(rule.resource().value()).isEqualTo("aws.s3.bucket");
        assertThat(rule.severity()).isEqualTo(Severity.LOW);
        assertThat(rule.why()).isEqualTo("What is overwritten is gone.");
        assertThat(rule.pass()).isEqualTo("config.BucketVersioning.Status == \"Enabled\"");
        assertThat(rule.evidence()).containsExactly("config.BucketVersioning");
        assertThat(rule.remediation().cli()).isEqualTo("aws s3api put-bucket-versioning --bucket {name}");
        assertThat(rule.remediation().console()).isEmpty();
        assertThat(rule.tags()).containsExactly("recovery");
        assertThat(rule.references()).containsExactly("https://example.com/versions");
        assertThat(rule.source()).isEqualTo(file.toString());
        assertThat(rule.text()).startsWith("id: own-bucket-versioned");
        assertThat(rule.cases()).singleElement().satisfies(given -> {
            assertThat(given.name()).isEqualTo("enabled");
            assertThat(given.line()).isEqualTo(11);
            assertThat(given.nearMiss()).isFalse();
        });
    }

    @Test
    void readsFoldersInFoldersAndBothFileNames() throws IOException {
        Files.createDirectories(folder.resolve("deep/er"));
        file("deep/er/a.yml", RULE);
        file("b.yaml", RULE.replace("own-bucket-versioned", "own-bucket-other"));
        file("README.md", "no rule");

        assertThat(load().rules())
                .extracting(rule -> rule.id().value())
                .containsExactly("own-bucket-other", "own-bucket-versioned");
    }

    @Test
    void readsTheBuiltInRulesInTheOrderOfTheirIds() {
        assertThat(RulePack.builtIn().rules())
                .hasSizeGreaterThanOrEqualTo(40)
                .isSortedAccordingTo((left, right) -> left.id().compareTo(right.id()));
    }

    @Test
    void anUnknownKeyNamesWhatItMayHaveMeantAndWhatIsAccepted() throws IOException {
        assertThat(problems(RULE.replace("severity: low", "severety: low")))
                .containsExactly(
                        "1:1: a rule lacks the key 'severity'",
                        "4:1: a rule has no key 'severety'; did you mean 'severity'? Accepted: id, title, resource,"
                                + " severity, why, pass, evidence, remediation, references, tags, cases");
    }

    @Test
    void anUnknownSeverityNamesTheAcceptedOnes() throws IOException {
        assertThat(problems(RULE.replace("severity: low", "severity: urgent")))
                .containsExactly("4:11: unknown severity 'urgent': use critical, high, medium or low");
    }

    @Test
    void anUnknownResourceTypeShowsTheShape() throws IOException {
        assertThat(problems(RULE.replace("aws.s3.bucket", "S3Bucket")))
                .singleElement()
                .asString()
                .startsWith("3:11: 'S3Bucket' is no resource type: write <cloud>.<service>.<noun>");
    }

    @Test
    void everyMissingKeyIsNamed() throws IOException {
        assertThat(problems("id: own-bucket-versioned\n"))
                .containsExactlyInAnyOrder(
                        "1:1: a rule lacks the key 'resource'",
                        "1:1: a rule lacks the key 'severity'",
                        "1:1: a rule lacks the key 'title'",
                        "1:1: a rule lacks the key 'why'",
                        "1:1: a rule lacks the key 'pass'",
                        "1:1: a rule lacks the key 'evidence'",
                        "1:1: a rule lacks the key 'remediation'",
                        "1:1: a rule lacks the key 'cases'");
    }

    @Test
    void aWrongTypeIsNamedWithWhatWasExpected() throws IOException {
        assertThat(problems(RULE.replace("title: Bucket keeps versions", "title: [a, b]")
                        .replace("evidence: [config.BucketVersioning]", "evidence: config.BucketVersioning")))
                .containsExactly("2:8: 'title' must be text", "7:11: 'evidence' must be a list");
    }

    @Test
    void aDoubledKeyIsRefused() throws IOException {
        assertThat(problems(RULE.replace("severity: low", "severity: low\nseverity: high")))
                .containsExactly("5:1: key 'severity' stands here twice: keep one");
    }

    @Test
    void anEvidencePathMustBeAPath() throws IOException {
        assertThat(problems(RULE.replace("[config.BucketVersioning]", "[config.A, bucket.Versioning]")))
                .singleElement()
                .asString()
                .startsWith("7:22: evidence 'bucket.Versioning' is no path");
    }

    @Test
    void anUnknownPlaceholderIsFoundInsideTheText() throws IOException {
        assertThat(problems(RULE.replace("{name}", "{nmae}")))
                .containsExactly(
                        "9:49: unknown placeholder 'nmae'; did you mean 'name'? Accepted: name, id, account, region");
    }

    @Test
    void problemsOfACaseHaveTheirPlaceToo() throws IOException {
        assertThat(problems(RULE.replace("verdict: pass", "verdict: passed\n    unraed: {}")))
                .containsExactly(
                        "13:14: unknown verdict 'passed'; did you mean 'pass'? Accepted: pass, fail, not-assessed",
                        "14:5: a case has no key 'unraed'; did you mean 'unread'? Accepted: name, resource, config,"
                                + " account, unread, now, verdict, near-miss");
    }

    @Test
    void theProblemsOfAllFilesComeAtOnceInOrder() throws IOException {
        Path first = file("a.yaml", RULE.replace("severity: low", "severity: urgent"));
        Path second = file("b.yaml", RULE.replace("own-bucket-versioned", "NotAnId"));
        Path third = file("c.yaml", RULE.replace("config.BucketVersioning.Status ==", "confg.BucketVersioning =="));

        assertThat(problems())
                .extracting(problem -> problem.source() + ":" + problem.line())
                .containsExactly(first + ":4", second + ":1", third + ":6");
    }

    @Test
    void twoRulesWithOneIdAreRefused() throws IOException {
        Path first = file("a.yaml", RULE);
        file("b.yaml", RULE);

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.source()).endsWith("b.yaml");
            assertThat(problem.line()).isOne();
            assertThat(problem.column()).isEqualTo(5);
            assertThat(problem.message())
                    .isEqualTo("rule id 'own-bucket-versioned' is taken by %s: ids are unique".formatted(first));
        });
    }

    @Test
    void anIdOfAnotherPackIsRefusedToo() throws IOException {
        file("a.yaml", RULE.replace("own-bucket-versioned", "aws-s3-bucket-versioning"));
        RulePack own = load();
        RulePack builtIn = RulePack.builtIn();

        assertThat(catchThrowableOfType(InvalidRulesException.class, () -> builtIn.plus(own)))
                .hasMessageContaining("taken by packs/aws/s3/bucket-versioning.yaml");
    }

    @Test
    void brokenYamlIsNamedWithItsPlace() throws IOException {
        assertThat(problems("id: own-bucket\ntitle: [a, b\nwhy: x\n"))
                .singleElement()
                .asString()
                .startsWith("3:4: this is not YAML");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(problems("# nothing yet\n")).containsExactly("1:1: the file is empty: a rule starts with 'id:'");
    }

    @Test
    void aListIsNoRule() throws IOException {
        assertThat(problems("- id: x\n")).singleElement().asString().startsWith("1:1: a rule must be a mapping");
    }

    @Test
    void aFolderWithoutRulesIsRefused() {
        assertThat(problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).startsWith("holds no rules: expected files named *.yaml"));
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Files.write(folder.resolve("rule.yaml"), new byte[] {'i', 'd', ':', (byte) 0xff, (byte) 0xfe});

        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("is not UTF-8 text"));
    }

    @Test
    void aByteOrderMarkIsNoProblem() throws IOException {
        file("rule.yaml", "\uFEFF" + RULE);

        assertThat(load().rules()).hasSize(1);
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        file("rule.yaml", "#".repeat(RuleFiles.SIZE_LIMIT + 1));

        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("is too large for a rule"));
    }

    @Test
    void aliasesThatUnfoldWithoutEndAreStopped() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 6; level++) {
            String below = "*a" + (level - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, String.join(", ", Collections.nCopies(8, below))));
        }
        String text = RULE.replace(
                "config: {BucketVersioning: {Status: Enabled}}",
                "config: {%s}".formatted(bomb.toString().strip().replace("\n", ", ")));

        assertThat(problems(text))
                .anySatisfy(problem -> assertThat(problem).contains("the aliases unfold to too much"));
    }

    @Test
    void tooManyAliasesAreRefused() throws IOException {
        String list = "a: &a [x]\nb: [%s]".formatted(String.join(", ", Collections.nCopies(200, "*a")));

        assertThat(problems(list)).singleElement().asString().contains("aliases");
    }

    @Test
    void aTreeThatHoldsItselfIsStopped() throws IOException {
        String text = RULE.replace("{BucketVersioning: {Status: Enabled}}", "&self {BucketVersioning: *self}");

        assertThat(problems(text)).anySatisfy(problem -> assertThat(problem).contains("nested at most"));
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        String text = "id: " + "[".repeat(5000) + "]".repeat(5000) + "\n";

        assertThat(problems(text)).singleElement().asString().contains("Nesting Depth exceeded");
    }

    @Test
    void aTagThatWouldBuildAnObjectIsRefused() throws IOException {
        String text = RULE.replace("{Status: Enabled}", "!!javax.script.ScriptEngineManager [x]");

        assertThat(problems(text)).singleElement().asString().contains("12:32").contains("tag is not allowed");
    }

    @Test
    void aTagOfOnesOwnIsRefused() throws IOException {
        assertThat(problems(RULE.replace("Status: Enabled", "Status: !word Enabled")))
                .containsExactly("12:41: tag '!word' is not accepted: write the plain value");
    }

    @Test
    void scalarsFollowYamlOnePointTwo() throws IOException {
        file(
                "rule.yaml",
                RULE.replace(
                        "{BucketVersioning: {Status: Enabled}}",
                        "{word: on, no: no, flag: true, whole: 14, fraction: 0.5, text: \"14\", zero: 012,"
                                + " time: 2026-06-01T00:00:00Z, nothing: null, empty: }"));

        assertThat(load().rules().getFirst().cases().getFirst().resource().config())
                .containsEntry("word", "on")
                .containsEntry("no", "no")
                .containsEntry("flag", true)
                .containsEntry("whole", 14L)
                .containsEntry("fraction", 0.5)
                .containsEntry("text", "14")
                .containsEntry("zero", "012")
                .containsEntry("time", "2026-06-01T00:00:00Z")
                .containsEntry("nothing", null)
                .containsEntry("empty", null);
    }

    @Test
    void mergeKeysGiveWayToWhatStandsBesideThem() throws IOException {
        file(
                "rule.yaml",
                RULE.replace(
                        "{BucketVersioning: {Status: Enabled}}",
                        "{a: &a {x: 1, y: 2}, b: &b {y: 3, z: 4}, c: {y: 5, <<: [*a, *b]}}"));

        assertThat(load().rules()
                        .getFirst()
                        .cases()
                        .getFirst()
                        .resource()
                        .config()
                        .get("c"))
                .hasToString("{x=1, z=4, y=5}");
    }

    @Test
    void theMessageShowsTheLineWithACaret() throws IOException {
        Path file = file("rule.yaml", RULE.replace("severity: low", "severity: urgent"));

        assertThat(catchThrowableOfType(InvalidRulesException.class, this::load))
                .hasMessage("""
                        1 problem in the rules:
                        %s:4:11: unknown severity 'urgent': use critical, high, medium or low
                         | severity: urgent
                         | ..........^""".formatted(file));
    }

    @Test
    void textIsWrittenAsUtf8() throws IOException {
        Files.write(
                folder.resolve("rule.yaml"), RULE.replace("What is", "Wäs iß").getBytes(StandardCharsets.UTF_8));

        assertThat(load().rules().getFirst().why()).startsWith("Wäs iß");
    }
}
