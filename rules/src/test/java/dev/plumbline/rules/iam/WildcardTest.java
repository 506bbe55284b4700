package dev.plumbline.rules.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
    /** Few letters, so that patterns and texts often meet. */
    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars('a', 'b', '*', '?').ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', 'b').ofMaxLength(8);
    }

    @Property
    void agreesWithRegularExpressions(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        assertThat(Wildcard.covers(pattern, text)).isEqualTo(matches(pattern, text));
    }

    @Property
    void whatCoversAPatternMatchesAllThatThePatternMatches(
            @ForAll("patterns") String general, @ForAll("patterns") String specific, @ForAll("texts") String text) {
        if (Wildcard.covers(general, specific) && matches(specific, text)) {
            assertThat(matches(general, text)).isTrue();
        }
    }

    @Property
    void everyPatternCoversItself(@ForAll("patterns") String pattern) {
        assertThat(Wildcard.covers(pattern, pattern)).isTrue();
    }

    @Property
    void aStarCoversEverything(@ForAll String text) {
        assertThat(Wildcard.covers("*", text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "s3:*, s3:GetObject, true",
        "s3:Get*, S3:getobject, true",
        "s3:Get*, s3:*, false",
        "s3:*, s3:Get*, true",
        "s3:Get?bject, s3:GetObject, true",
        "s3:GetObject?, s3:GetObject, false",
        "?, *, false",
        "s3:GetObject, s3:GetObjectAcl, false",
        "a*b*c, aXbYbZc, true",
    })
    void comparesActionsAsIamDoes(String general, String specific, boolean covers) {
        assertThat(Wildcard.coversIgnoringCase(general, specific)).isEqualTo(covers);
    }

    @Property(tries = 20)
    void manyStarsDoNotTakeForEver() {
        assertThat(Wildcard.covers("*a".repeat(500) + "c", "a".repeat(5000))).isFalse();
    }

    private static boolean matches(String pattern, String text) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c)))
                .collect(Collectors.joining());
        return text.matches(regex);
    }
}
