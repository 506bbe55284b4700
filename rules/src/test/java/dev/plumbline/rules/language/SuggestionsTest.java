package dev.plumbline.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    @Test
    void findsTheNearestFirst() {
        assertThat(Suggestions.near("verson", List.of("region", "version", "versions", "something")))
                .containsExactly("version", "versions");
    }

    @Test
    void findsNothingWhereNothingIsNear() {
        assertThat(Suggestions.near("verson", List.of("bucket", "something"))).isEmpty();
    }

    @Test
    void caseIsNoDifference() {
        assertThat(Suggestions.near("CRITICAL", List.of("critical", "high"))).containsExactly("critical");
    }
}
