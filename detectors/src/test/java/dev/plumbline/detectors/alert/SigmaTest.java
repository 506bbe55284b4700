package dev.plumbline.detectors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The part of the Sigma format that is supported, and how the rest is refused. */
class SigmaTest {
    private static final String EVENT = Marking.cloudTrail("s3", "GetObject", """
            "userAgent":"aws-cli/2.15 Darwin/23","errorCode":"AccessDenied","readOnly":true,
            "requestParameters":{"bucketName":"Ledger","pendingWindowInDays":7,"valuesToAdd":["all","123"]}""");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            eventName: GetObject                                             | true
            eventName: getobject                                             | true
            eventName: Get                                                   | false
            eventName: Get*                                                  | true
            eventName: Get?bject                                             | true
            eventName: 'Get\\*'                                              | false
            eventName: [PutObject, GetObject]                                | true
            eventName|startswith: get                                        | true
            eventName|endswith: OBJECT                                       | true
            eventName|contains: tObj                                         | true
            eventName|contains: [zzz, bj]                                    | true
            userAgent|contains|all: [darwin, aws-cli]                        | true
            userAgent|contains|all: [darwin, linux]                          | false
            userAgent|re: 'Darwin/\\d+$'                                     | true
            userAgent|re: '^Darwin'                                          | false
            readOnly: true                                                   | true
            requestParameters.valuesToAdd: all                               | true
            requestParameters.valuesToAdd: none                              | false
            requestParameters.pendingWindowInDays|lte: 7                     | true
            requestParameters.pendingWindowInDays|lt: 7                      | false
            requestParameters.pendingWindowInDays|gte: 7                     | true
            requestParameters.pendingWindowInDays|gt: 6                      | true
            eventName|gt: 6                                                  | false
            userIdentity.arn: null                                           | true
            errorCode: null                                                  | false
            errorCode: [null, AccessDenied]                                  | true
            errorCode|exists: true                                           | true
            userIdentity.arn|exists: true                                    | false
            {eventName: GetObject, errorCode: null}                          | false
            [{errorCode: null}, {readOnly: true}]                            | true
            """)
    void selectionsMatch(String selection, boolean matches) throws IOException {
        String form = selection.startsWith("{") || selection.startsWith("[") ? selection : "{" + selection + "}";
        assertThat(Marking.marks(EventRules.parse("a.yml", rule("    a: " + form, "a")), EVENT))
                .hasSize(matches ? 1 : 0);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            yes_a and yes_b               | true
            yes_a and no_a                | false
            no_a or yes_a                 | true
            no_a or yes_a and no_b        | false
            (no_a or yes_a) and yes_b     | true
            not no_a                      | true
            not (yes_a and yes_b)         | false
            yes_a and not no_a            | true
            1 of yes_*                    | true
            1 of no_*                     | false
            all of yes_*                  | true
            all of them                   | false
            1 of them                     | true
            not 1 of no_*                 | true
            """)
    void conditionsCombine(String condition, boolean matches) throws IOException {
        String selections = """
                    yes_a: {eventName: GetObject}
                    yes_b: {readOnly: true}
                    no_a: {eventName: PutObject}
                    no_b: {readOnly: false}""";

        assertThat(Marking.marks(EventRules.parse("a.yml", rule(selections.indent(4), condition)), EVENT))
                .hasSize(matches ? 1 : 0);
    }

    @Test
    void aRuleSeesEventsOfItsOwnProviderOnly() throws IOException {
        EventRules rules = EventRules.parse("a.yml", rule("    a: {eventName|exists: false}", "a"));

        assertThat(Marking.marks(rules, Marking.gcp("x", "y", ""))).isEmpty();
    }

    @Test
    void whetherANetworkIsNewIsAskedLater() throws IOException {
        EventRules rules =
                EventRules.parse("a.yml", rule("    a: {eventName: GetObject, plumbline.networkFirstSeen: true}", "a"));

        assertThat(Marking.marks(rules, EVENT, true)).containsExactly("test-rule");
        assertThat(Marking.marks(rules, EVENT, false)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            a: {eventNam: x}                      | a.yml:9: field eventNam is not among those kept; near it are: eventName
            a: {eventName|base64: x}              | a.yml:9: modifier base64 is not supported
            a: {eventName|contains|endswith: x}   | a.yml:9: modifiers contains|endswith do not go together
            a: {eventName|re: '('}                | a.yml:9: broken regular expression
            a: {eventName: []}                    | a.yml:9: field eventName has no value
            a: [keyword]                          | a.yml:9: selection a searches for a keyword
            a: {eventName|lt: many}               | a.yml:9: expected a number
            b: {eventName: x}                     | a.yml:10: condition names 'a'; the selections are: b
            """)
    void refusesWhatItDoesNotUnderstandWithFileAndLine(String selection, String message) {
        assertThatThrownBy(() -> EventRules.parse("a.yml", rule("    " + selection, "a")))
                .isInstanceOf(EventRuleException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            level: high          | level: severe         | level severe is none of critical
            product: aws         | product: windows      | product windows is none of aws, gcp, azure
            service: cloudtrail  | service: vpcflow      | service of aws is one of
            title: Test          | titel: Test           | titel is no key of a rule
            condition: a         | condition: a and (b   | condition names 'b'
            condition: a         | condition: a a        | condition cannot be read from 'a' on
            condition: a         | condition: (a         | condition lacks a closing bracket
            condition: a         | condition: 1 of zz*   | no selection is called 'zz*'
            """)
    void refusesABrokenHeadOrCondition(String good, String bad, String message) {
        String text = rule("    a: {eventName: x}", "a").replace(good, bad);

        assertThatThrownBy(() -> EventRules.parse("a.yml", text))
                .isInstanceOf(EventRuleException.class)
                .hasMessageMatching("a\\.yml:\\d+: .*")
                .hasMessageContaining(message);
    }

    @Test
    void refusesBrokenYamlWithItsLine() {
        assertThatThrownBy(() -> EventRules.parse("a.yml", "title: a\nlevel: b: c\n"))
                .isInstanceOf(EventRuleException.class)
                .hasMessageStartingWith("a.yml:2: broken YAML");
    }

    @Test
    void refusesTwoRulesOfOneName() {
        String one = rule("    a: {eventName: x}", "a");

        assertThatThrownBy(() -> EventRules.parse("a.yml", one + "---\n" + one))
                .isInstanceOf(EventRuleException.class)
                .hasMessageContaining("test-rule stands twice");
    }

    @Test
    void aCorrelationCountsARuleThatIsThenNotReportedByItself() throws IOException {
        String base = rule("    a: {eventName: GetObject}", "a");
        String correlation = """
                title: Many
                name: many
                description: many
                logsource: {product: aws, service: cloudtrail}
                correlation: {type: event_count, rules: [test-rule], timespan: 1h, condition: {gte: 3}}
                level: low
                """;

        EventRules rules = EventRules.parse("a.yml", base + "---\n" + correlation);

        assertThat(Marking.marks(rules, EVENT)).containsExactly("many");
        assertThat(rules.find("many").orElseThrow().atLeast()).isEqualTo(3);
    }

    private static String rule(String selections, String condition) {
        return """
                title: Test
                name: test-rule
                description: a test
                level: high
                logsource:
                    product: aws
                    service: cloudtrail
                detection:
                %s
                    condition: %s
                """.formatted(selections.stripTrailing(), condition);
    }
}
