package dev.plumbline.detectors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a detection means. How a broken one is refused is told in {@link SigmaErrorsTest}. */
class SigmaTest {
    private static final Fields READ = Fields.of(
            "eventName", "GetObject",
            "eventSource", "s3.amazonaws.com",
            "userAgent", "aws-cli/2.15 Python/3.11",
            "resources.type", "AWS::S3::Object",
            "resources.type", "AWS::S3::Bucket",
            "requestParameters.pendingWindowInDays", "7");

    @Test
    void everyFieldOfAMapMustFit() {
        assertThat(READ.match("""
                selection:
                    eventName: GetObject
                    eventSource: s3.amazonaws.com
                condition: selection
                """)).isTrue();
        assertThat(READ.match("""
                selection:
                    eventName: GetObject
                    eventSource: kms.amazonaws.com
                condition: selection
                """)).isFalse();
    }

    @Test
    void oneOfAListOfMapsIsEnough() {
        assertThat(READ.match("""
                selection:
                    - eventName: PutObject
                    - eventName: GetObject
                      eventSource: s3.amazonaws.com
                condition: selection
                """)).isTrue();
        assertThat(READ.match("""
                selection:
                    - eventName: PutObject
                    - eventName: GetObject
                      eventSource: kms.amazonaws.com
                condition: selection
                """)).isFalse();
    }

    @Test
    void oneOfAListOfValuesIsEnough() {
        assertThat(matches("eventName", "[PutObject, GetObject]")).isTrue();
        assertThat(matches("eventName", "[PutObject, DeleteObject]")).isFalse();
    }

    @Test
    void oneMemberOfAFieldThatHoldsAListIsEnough() {
        assertThat(matches("resources.type", "AWS::S3::Bucket")).isTrue();
        assertThat(matches("resources.type", "AWS::KMS::Key")).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "eventName, getobject, true",
        "eventName, GetObjec, false",
        "eventName|contains, tobj, true",
        "eventName|contains, tobx, false",
        "eventName|startswith, get, true",
        "eventName|startswith, object, false",
        "eventName|endswith, OBJECT, true",
        "eventName|endswith, aVeryLongTextIndeedGetObject, false",
        "eventName|re, ^Get[A-Z], true",
        "eventName|re, ^get, false",
        "requestParameters.pendingWindowInDays|lt, 8, true",
        "requestParameters.pendingWindowInDays|lt, 7, false",
        "requestParameters.pendingWindowInDays|lte, 7, true",
        "requestParameters.pendingWindowInDays|gt, 6.5, true",
        "requestParameters.pendingWindowInDays|gte, 8, false",
        "eventName|gt, 0, false",
        "errorCode|lt, 5, false"
    })
    void comparesAsTheModifierSays(String field, String value, boolean expected) {
        assertThat(matches(field, "'" + value + "'")).isEqualTo(expected);
    }

    @Test
    void allTurnsOneOfIntoEveryOne() {
        assertThat(matches("userAgent|contains|all", "[aws-cli, python]")).isTrue();
        assertThat(matches("userAgent|contains|all", "[aws-cli, boto]")).isFalse();
        assertThat(matches("resources.type|all", "['AWS::S3::Object', 'AWS::S3::Bucket']"))
                .isTrue();
    }

    @ParameterizedTest(name = "null written as ''{0}''")
    @CsvSource({"null", "~", "''"})
    void nullIsAFieldThatIsAbsent(String written) {
        assertThat(matches("errorCode", written)).isTrue();
        assertThat(matches("eventName", written)).isFalse();
    }

    @Test
    void nullMayStandAmongValues() {
        assertThat(matches("errorCode", "[AccessDenied, null]")).isTrue();
        assertThat(matches("eventName", "[PutObject, null]")).isFalse();
    }

    @Test
    void aQuotedNullIsAText() {
        assertThat(matches("errorCode", "'null'")).isFalse();
        assertThat(Fields.of("errorCode", "null").match(selection("errorCode", "'null'")))
                .isTrue();
    }

    @Test
    void anEmptyTextIsNoAbsence() {
        assertThat(matches("errorCode", "''")).isFalse();
        assertThat(Fields.of("errorCode", "").match(selection("errorCode", "''")))
                .isTrue();
    }

    @Test
    void existsAsksForTheFieldAlone() {
        assertThat(matches("eventName|exists", "true")).isTrue();
        assertThat(matches("eventName|exists", "false")).isFalse();
        assertThat(matches("errorCode|exists", "false")).isTrue();
    }

    @ParameterizedTest(name = "{0} against {1} is {2}")
    @CsvSource({
        "Get*, GetObject, true",
        "*object, GetObject, true",
        "G?tOb*t, GetObject, true",
        "G?etObject, GetObject, false",
        "*, '', true",
        "?, '', false",
        "Get*, ForGetObject, false",
        "a\\*b, a*b, true",
        "a\\*b, axb, false",
        "a\\?b, a?b, true",
        "a\\\\*, a\\xyz, true",
        "C:\\new, C:\\new, true",
        "a.c, abc, false",
        "a[b]*, a[b]c, true",
        "(a*, (ab, true",
        "äpfel*, ÄPFELMUS, true",
        "😀*, 😀 smile, true",
        "?x, 😀x, true"
    })
    void starsAndQuestionMarksAreWild(String wildcard, String value, boolean expected) {
        assertThat(Fields.of("userAgent", value).match(selection("userAgent", "'" + wildcard + "'")))
                .isEqualTo(expected);
    }

    @Test
    void aLineBreakAtTheEndIsPartOfTheValue() {
        assertThat(Fields.of("userAgent", "curl\n").match(selection("userAgent", "'c?rl'")))
                .isFalse();
    }

    @Test
    void wildcardsGoWithModifiers() {
        assertThat(matches("userAgent|contains", "'cli*python'")).isTrue();
        assertThat(matches("userAgent|startswith", "'aws-???/'")).isTrue();
        assertThat(matches("userAgent|endswith", "'python/?.11'")).isTrue();
        assertThat(matches("userAgent|endswith", "'python/?'")).isFalse();
    }

    /** {@code yes} is a selection that holds of the event, {@code no} one that does not. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "yes, true",
        "no, false",
        "not no, true",
        "not not yes, true",
        "yes and no, false",
        "yes or no, true",
        "no and no or yes, true",
        "yes or no and no, true",
        "(yes or no) and no, false",
        "not no and no, false",
        "not (no and no), true",
        "not yes or yes, true",
        "not (yes or yes), false",
        "YES_ or no, false",
        "no Or yes, true",
        "(yes), true",
        "1 of yes*, true",
        "1 of no*, false",
        "any of *s, true",
        "all of yes*, true",
        "all of *, false",
        "1 of them, true",
        "all of them, false",
        "not 1 of no* and all of yes*, true",
        "1 of y*s*, true"
    })
    void notBindsBeforeAndBeforeOr(String condition, boolean expected) {
        assertThat(READ.match("""
                yes:
                    eventName: GetObject
                yes_too:
                    eventSource: s3.amazonaws.com
                no:
                    eventName: PutObject
                YES_:
                    eventName: PutObject
                condition: %s
                """.formatted(condition))).isEqualTo(expected);
    }

    @Test
    void themLeavesOutNamesWithAnUnderscoreInFront() {
        assertThat(READ.match("""
                selection:
                    eventName: GetObject
                _helper:
                    eventName: PutObject
                condition: all of them
                """)).isTrue();
    }

    @Test
    void flowStyleIsTheSameDetection() {
        assertThat(READ.match("""
                {yes: {eventName: [PutObject, 'Get*'], "eventSource": s3.amazonaws.com}, condition: yes}
                """)).isTrue();
        assertThat(READ.match("""
                {yes: [{eventName: PutObject}, {eventName: GetObject}], condition: not yes}
                """)).isFalse();
    }

    @Test
    void aNameMayBeWrittenAsAnExplicitKey() {
        assertThat(READ.match("""
                ? selection
                : ? eventName|startswith
                  : Get
                condition: selection
                """)).isTrue();
        assertThat(READ.match("{selection: {? eventName : GetObject}, condition: selection}"))
                .isTrue();
    }

    @Test
    void aQuestionMarkIsWildInBlockStyleAndInQuotes() {
        assertThat(matches("eventName", "G?tObject")).isTrue();
        assertThat(READ.match("{selection: {eventName: 'G?tObject'}, condition: selection}"))
                .isTrue();
    }

    @Test
    void numbersAndTruthsCompareAsTheyAreWritten() {
        assertThat(matches("requestParameters.pendingWindowInDays", "7")).isTrue();
        assertThat(Fields.of("readOnly", "true").match(selection("readOnly", "True")))
                .isTrue();
    }

    @Test
    void ourOwnFieldAsksWhetherTheNetworkIsNew() {
        EventRules rules = EventRules.parse("rule.yml", SigmaRule.with("""
                selection:
                    eventName: GetObject
                    plumbline.networkFirstSeen: true
                condition: selection
                """));

        var marks = rules.mark(dev.plumbline.detectors.event.Provider.AWS, READ);

        assertThat(marks.rules(true)).containsExactly("test");
        assertThat(marks.rules(false)).isEmpty();
    }

    @Test
    void anEventOfAnotherCloudIsNotAsked() {
        EventRules rules = EventRules.parse("rule.yml", SigmaRule.with(selection("eventName", "GetObject")));

        assertThat(rules.mark(dev.plumbline.detectors.event.Provider.GCP, READ).isEmpty())
                .isTrue();
    }

    @Test
    void twoRulesOfOneNameAreOneTooMany() {
        String rule = SigmaRule.with(selection("eventName", "GetObject"));

        assertThatExceptionOfType(EventRuleException.class)
                .isThrownBy(() -> EventRules.parse("rule.yml", rule + "---\n" + rule))
                .withMessage("rule.yml:13:1: event rule test stands twice: give one of them another name");
    }

    private static boolean matches(String field, String value) {
        return READ.match(selection(field, value));
    }

    private static String selection(String field, String value) {
        return """
                selection:
                    %s: %s
                condition: selection
                """.formatted(field, value);
    }
}
