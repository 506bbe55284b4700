package dev.plumbline.detectors.alert;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot be kept to the letter is refused, with file, line, column and what would be accepted. */
class SigmaErrorsTest {
    record Refused(String what, String detection, int line, int column, String problem) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Refused> detections() {
        return Stream.of(
                new Refused(
                        "a misspelt field",
                        """
                        selection:
                            eventNme: GetObject
                        condition: selection
                        """,
                        2,
                        9,
                        "field eventNme is not among those kept; near it are: eventName, "),
                new Refused(
                        "a field deep in a list",
                        """
                        selection:
                            - eventName: GetObject
                              eventSorce:
                                  - s3.amazonaws.com
                        condition: selection
                        """,
                        3,
                        11,
                        "field eventSorce is not among those kept; near it are: eventSource, "),
                new Refused(
                        "a modifier we lack",
                        """
                        selection:
                            userAgent|base64offset|contains: curl
                        condition: selection
                        """,
                        2,
                        9,
                        "modifier base64offset is not supported; these are: contains, startswith, endswith,"),
                new Refused("modifiers at odds", """
                        selection:
                            userAgent|startswith|endswith: curl
                        condition: selection
                        """, 2, 9, "modifiers startswith|endswith do not go together"),
                new Refused("a broken expression", """
                        selection:
                            userAgent|re: 'a['
                        condition: selection
                        """, 2, 23, "broken regular expression: "),
                new Refused("a comparison with a word", """
                        selection:
                            requestParameters.pendingWindowInDays|gt: many
                        condition: selection
                        """, 2, 51, "expected a number, not many"),
                new Refused("a truth that is none", """
                        selection:
                            errorCode|exists: maybe
                        condition: selection
                        """, 2, 27, "expected true or false, not maybe"),
                new Refused(
                        "keywords",
                        """
                        keywords:
                            - mimikatz
                            - kali
                        condition: keywords
                        """,
                        2,
                        11,
                        "selection keywords searches for a keyword in the whole event, which is not supported: name the field"),
                new Refused("an empty selection", """
                        selection:
                        condition: selection
                        """, 1, 15, "selection selection is empty"),
                new Refused("an empty map", """
                        selection: {}
                        condition: selection
                        """, 1, 16, "a selection needs at least one field"),
                new Refused("an empty list of values", """
                        selection:
                            eventName: []
                        condition: selection
                        """, 2, 20, "field eventName has no value to compare with"),
                new Refused("a map where a value should stand", """
                        selection:
                            eventName: {GetObject: 1}
                        condition: selection
                        """, 2, 20, "a value is one plain value"),
                new Refused("a list for a name", """
                        selection:
                            ? [eventName, eventSource]
                            : GetObject
                        condition: selection
                        """, 2, 11, "a name is one plain value"),
                new Refused("a name twice", """
                        selection:
                            eventName: GetObject
                            eventName: PutObject
                        condition: selection
                        """, 3, 9, "eventName stands twice"),
                new Refused(
                        "a value that flow style takes for a key",
                        """
                        selection: {eventName: [?etObject]}
                        condition: selection
                        """,
                        1,
                        29,
                        "a value is one plain value; one with * or ? in it needs quotes"),
                new Refused(
                        "a key where flow style expects an end",
                        """
                        selection: {eventName: ?etObject}
                        condition: selection
                        """,
                        1,
                        28,
                        "broken YAML: expected the node content, but found '?'; a value with ? in it needs quotes"),
                new Refused(
                        "a question mark that flow style takes for a key",
                        """
                        selection: {eventName: G?tObject}
                        condition: selection
                        """,
                        1,
                        29,
                        "broken YAML: expected ',' or '}', but got ?; a value with ? in it needs quotes"),
                new Refused(
                        "a wildcard that YAML takes for an alias",
                        """
                        selection:
                            eventName: *Object
                        condition: selection
                        """,
                        2,
                        20,
                        "broken YAML: found undefined alias Object; a value with * in it needs quotes"),
                new Refused("no condition", """
                        selection:
                            eventName: GetObject
                        """, 1, 5, "condition is missing"),
                new Refused("two conditions", """
                        selection:
                            eventName: GetObject
                        condition: [selection, selection]
                        """, 3, 16, "condition is one text, such as: selection and not filter"),
                condition("selecton", 0, "condition names 'selecton'; the selections are: selection"),
                condition("not selecton", 4, "condition names 'selecton'; the selections are: selection"),
                condition("selection and", 13, "condition ends where a selection should stand"),
                condition("selection selection", 10, "condition cannot be read from 'selection' on"),
                condition("(selection", 10, "condition lacks a closing bracket"),
                condition("1 of filter*", 5, "no selection is called 'filter*'; the selections are: selection"),
                condition("2 of selection", 0, "condition names '2'; the selections are: selection"),
                condition(
                        "selection | count() > 5",
                        10,
                        "aggregations are not supported: write a correlation of type event_count"),
                condition(
                        "(".repeat(90) + "selection" + ")".repeat(90),
                        50,
                        "condition is nested deeper than 50 levels, which no rule needs"),
                condition(
                        "not ".repeat(100_000) + "selection",
                        200,
                        "condition is nested deeper than 50 levels, which no rule needs"),
                new Refused(
                        "a time frame",
                        """
                        selection:
                            eventName: GetObject
                        timeframe: 5m
                        condition: selection
                        """,
                        3,
                        16,
                        "timeframe is not supported: write a correlation of type event_count"),
                new Refused(
                        "lists in lists",
                        """
                        selection:
                            eventName: %sGet%s
                        condition: selection
                        """.formatted("[".repeat(5000), "]".repeat(5000)),
                        2,
                        37,
                        "nested deeper than 20 levels, which no rule needs"),
                new Refused(
                        "lists without end",
                        """
                        selection: %s
                        """.formatted("[".repeat(100_000)),
                        1,
                        34,
                        "nested deeper than 20 levels, which no rule needs"),
                new Refused(
                        "a thicket of aliases",
                        """
                        selection:
                            eventName: &a [x]
                            eventSource: [%s]
                        condition: selection
                        """.formatted(String.join(", ", java.util.Collections.nCopies(30, "*a"))),
                        3,
                        103,
                        "more than 20 aliases, which no rule needs"),
                new Refused("a map that holds itself", """
                        selection: &loop
                            eventName: *loop
                        condition: selection
                        """, 1, 16, "a value is one plain value"),
                new Refused(
                        "a character that may not be",
                        """
                        selection:
                            eventName: "a\u0007"
                        condition: selection
                        """,
                        2,
                        22,
                        "broken YAML: character U+0007 may not stand in it"));
    }

    private static Refused condition(String condition, int offset, String problem) {
        String name = condition.length() < 40 ? condition : condition.substring(0, 40) + "…";
        return new Refused(
                name,
                "selection: {eventName: GetObject}\ncondition: %s\n".formatted(condition),
                2,
                16 + offset,
                problem);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("detections")
    void saysWhereAndWhat(Refused given) {
        refused(SigmaRule.with(given.detection))
                .withMessageStartingWith("rule.yml:%d:%d: %s"
                        .formatted(SigmaRule.LINES_BEFORE + given.line, given.column, given.problem));
    }

    @Test
    void namesAKeyThatIsNone() {
        refused("""
                title: A test
                levl: high
                """)
                .withMessageStartingWith(
                        "rule.yml:2:1: levl is no key of a rule that is supported; those are: author, ");
    }

    @Test
    void namesWhatALogsourceCannotBe() {
        String rule = SigmaRule.with("selection: {eventName: a}\ncondition: selection");

        refused(rule.replace("product: aws", "product: windows"))
                .withMessage("rule.yml:6:14: product windows is none of aws, gcp, azure");
        refused(rule.replace("service: cloudtrail", "category: webserver"))
                .withMessageStartingWith("rule.yml:7:5: category is no key of a logsource that is supported");
        refused(rule.replace("service: cloudtrail", "service: guardduty"))
                .withMessage("rule.yml:7:14: service of aws is one of [cloudtrail]");
    }

    @Test
    void namesALevelThatIsNone() {
        refused(SigmaRule.with("selection: {eventName: a}\ncondition: selection")
                        .replace("level: high", "level: severe"))
                .withMessage("rule.yml:4:8: level severe is none of critical, high, medium, low, informational");
    }

    @Test
    void pointsIntoTheDocumentThatIsBroken() {
        String good = SigmaRule.with("selection: {eventName: a}\ncondition: selection");
        String bad = SigmaRule.with("selection: {eventNme: a}\ncondition: selection");

        refused(good + "---\n" + bad).withMessageStartingWith("rule.yml:20:17: field eventNme");
    }

    @Test
    void correlationsCountEventsOfAPrincipalInAnHour() {
        assertThatNoException().isThrownBy(() -> EventRules.parse("rule.yml", correlation("")));

        refused(correlation("").replace("type: event_count", "type: value_count"))
                .withMessage("rule.yml:19:11: only correlations of type event_count are supported");
        refused(correlation("").replace("timespan: 1h", "timespan: 5m"))
                .withMessageStartingWith("rule.yml:22:15: only a timespan of 1h is supported");
        refused(correlation("").replace("gte: 12", "gt: 12"))
                .withMessageStartingWith("rule.yml:23:17: gt is no key of a correlation's condition that is supported");
        refused(correlation("").replace("gte: 12", "gte: dozen"))
                .withMessage("rule.yml:23:22: gte is a whole number of at least 1, not dozen");
        refused(correlation("").replace("gte: 12", "gte: 0"))
                .withMessage("rule.yml:23:22: gte is a whole number of at least 1, not 0");
        refused(correlation("").replace("[userIdentity.arn]", "[sourceIPAddress]"))
                .withMessage("rule.yml:21:15: only group-by userIdentity.arn is supported:"
                        + " events are gathered per principal");
        refused(correlation("    aliases: {}\n"))
                .withMessageStartingWith("rule.yml:24:5: aliases is no key of a correlation that is supported");
        refused(correlation("").replace("rules: test", "rules: tests"))
                .withMessage("rule.yml:12:1: correlation counts rule tests, which does not exist");
    }

    private static String correlation(String more) {
        return SigmaRule.with("selection: {eventName: a}\ncondition: selection") + """
                ---
                title: Many
                name: many
                description: Many of them.
                level: high
                logsource:
                    product: aws
                correlation:
                    type: event_count
                    rules: test
                    group-by: [userIdentity.arn]
                    timespan: 1h
                    condition: {gte: 12}
                """ + more;
    }

    private static ThrowableAssertAlternative<EventRuleException> refused(String rule) {
        return assertThatExceptionOfType(EventRuleException.class).isThrownBy(() -> EventRules.parse("rule.yml", rule));
    }
}
