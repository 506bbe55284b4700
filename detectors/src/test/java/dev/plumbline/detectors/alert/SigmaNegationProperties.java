package dev.plumbline.detectors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules are asked by way of the operations they can match at all, so this is more than logic: nothing may be ruled out wrongly. */
class SigmaNegationProperties {
    private static final List<String> SELECTIONS = List.of(
            "eventName: GetObject",
            "eventName: [PutObject, 'Delete*']",
            "eventName: null",
            "eventName|exists: true",
            "eventName|contains|all: [et, ob]",
            "errorCode: [AccessDenied, null]",
            "errorCode|endswith: Denied",
            "resources.type|re: 'Bucket$'",
            "requestParameters.pendingWindowInDays|gte: 7",
            "eventName: '*Object', errorCode|exists: false");

    @Property(tries = 2000)
    void aConditionAndItsNegationNeverBothMatchNorBothFail(
            @ForAll("conditions") String condition, @ForAll("events") Fields event) {
        boolean holds = event.match(detection(condition));
        boolean negationHolds = event.match(detection("not (%s)".formatted(condition)));

        assertThat(negationHolds).isNotEqualTo(holds);
    }

    @Property(tries = 500)
    void notBothIsEitherNot(
            @ForAll("conditions") String one, @ForAll("conditions") String other, @ForAll("events") Fields event) {
        assertThat(event.match(detection("not ((%s) and (%s))".formatted(one, other))))
                .isEqualTo(event.match(detection("not (%s) or not (%s)".formatted(one, other))));
    }

    @Provide
    static Arbitrary<String> conditions() {
        Arbitrary<String> leaf = Arbitraries.integers()
                .between(0, SELECTIONS.size() - 1)
                .map(i -> "s" + i)
                .edgeCases(net.jqwik.api.EdgeCases.Config::none);
        Arbitrary<String> some = Arbitraries.of("1 of s*", "all of s*", "1 of them", "all of s1*");
        return Arbitraries.recursive(
                () -> Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, leaf), net.jqwik.api.Tuple.of(1, some)),
                inner -> Arbitraries.oneOf(
                        inner.map("not %s"::formatted).map(text -> "(" + text + ")"),
                        Combinators.combine(inner, inner, Arbitraries.of("and", "or"))
                                .as((left, right, word) -> "(%s %s %s)".formatted(left, word, right)),
                        Combinators.combine(inner, inner, leaf)
                                .as((left, right, last) -> "(%s or %s and not %s)".formatted(left, right, last))),
                0,
                3);
    }

    @Provide
    static Arbitrary<Fields> events() {
        Arbitrary<List<String>> names = values("eventName", "GetObject", "PutObject", "DeleteBucket", "GetObjectAcl");
        Arbitrary<List<String>> errors = values("errorCode", "AccessDenied", "Throttled", "");
        Arbitrary<List<String>> types = values("resources.type", "AWS::S3::Object", "AWS::S3::Bucket");
        Arbitrary<List<String>> days = values("requestParameters.pendingWindowInDays", "7", "30", "soon");
        return Combinators.combine(names, errors, types, days)
                .as((a, b, c, d) -> Fields.of(java.util.stream.Stream.of(a, b, c, d)
                        .flatMap(List::stream)
                        .toArray(String[]::new)));
    }

    /** The field absent, with one value, or with two. */
    private static Arbitrary<List<String>> values(String field, String... values) {
        return Arbitraries.of(values)
                .list()
                .ofMaxSize(2)
                .map(chosen -> chosen.stream()
                        .flatMap(value -> java.util.stream.Stream.of(field, value))
                        .toList());
    }

    private static String detection(String condition) {
        var detection = new StringBuilder();
        for (int i = 0; i < SELECTIONS.size(); i++) {
            detection.append("s%d: {%s}\n".formatted(i, SELECTIONS.get(i)));
        }
        return detection + "condition: " + condition;
    }
}
