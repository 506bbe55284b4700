package dev.plumbline.rules.iam;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, true",
        "203.0.113.0/24, true",
        "10.0.0.0/8, true",
        "8.0.0.0/7, false",
        "0.0.0.0/0, false",
        "2001:db8::1, true",
        "2001:db8::/32, true",
        "2001::/16, false",
        "::/0, false",
        "203.0.113.0/33, false",
        "2001:db8::/129, false",
        "example.com, false",
        "*, false",
        "203.0.113.0/24/8, false",
    })
    void onlyASmallRangeIsChosen(String range, boolean chosen) {
        assertThat(Network.isChosen(range)).isEqualTo(chosen);
    }

    @Property
    void aSmallerRangeIsNeverLessChosen(@ForAll @IntRange(min = 1, max = 32) int prefix) {
        if (Network.isChosen("203.0.113.0/" + (prefix - 1))) {
            assertThat(Network.isChosen("203.0.113.0/" + prefix)).isTrue();
        }
    }
}
