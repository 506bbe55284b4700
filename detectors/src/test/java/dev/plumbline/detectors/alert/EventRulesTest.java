package dev.plumbline.detectors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that come with the program: what each is for, and what is near it and no hit. */
class EventRulesTest {
    private static final EventRules RULES = EventRules.standard();

    /** An event and the rule that it must hit; an empty name for a near miss. */
    record Case(String name, String rule, String event) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(AwsRuleCases.all(), OtherRuleCases.all()).flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void hitsWhatItIsFor(Case given) throws IOException {
        boolean networkIsNew = given.rule.equals("aws-identity-checked-from-new-network");

        List<String> marks = Marking.marks(RULES, given.event, networkIsNew);

        if (given.rule.isEmpty()) {
            assertThat(marks).isEmpty();
        } else {
            assertThat(marks).contains(given.rule);
        }
    }

    @Test
    void everyRuleHasACase() {
        Set<String> tested = cases().map(Case::rule).collect(Collectors.toSet());

        assertThat(RULES.all())
                .extracting(EventRule::name)
                .filteredOn(name -> !name.equals("aws-access-denied"))
                .allMatch(tested::contains);
    }

    @Test
    void everyFileIsListedInTheIndex() throws IOException, URISyntaxException {
        Path folder =
                Objects.requireNonNull(Path.of(Objects.requireNonNull(EventRules.class.getResource("/event-rules/aws"))
                                .toURI())
                        .getParent());
        List<String> listed = Files.readAllLines(folder.resolve("index.txt"));

        try (var files = Files.walk(folder)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".yml"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
            assertThat(listed).containsExactlyInAnyOrderElementsOf(found);
        }
    }

    @Test
    void everyRuleSaysWhyAndWhichTechnique() {
        assertThat(RULES.all())
                .filteredOn(rule -> !rule.name().equals("aws-access-denied"))
                .allSatisfy(rule -> {
                    assertThat(rule.description()).isNotBlank();
                    assertThat(rule.references()).isNotEmpty().allMatch(address -> address.startsWith("https://"));
                    assertThat(rule.tags()).anyMatch(tag -> tag.matches("attack\\.t\\d{4}(\\.\\d{3})?"));
                });
    }
}
