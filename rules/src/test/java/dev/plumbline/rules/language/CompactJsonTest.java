package dev.plumbline.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CompactJsonTest {
    @Test
    void writesEveryKindOfValue() {
        assertThat(CompactJson.of(List.of(Map.of("a", 1L), "b", true, 0.5))).isEqualTo("[{\"a\":1},\"b\",true,0.5]");
        assertThat(CompactJson.of(null)).isEqualTo("null");
    }

    @Test
    void cutsWhatIsLong() {
        assertThat(CompactJson.of(Collections.nCopies(100_000, "long")))
                .hasSize(CompactJson.LONGEST + 1)
                .endsWith("…");
    }

    @Property
    void isOneLineWithoutControlCharacters(@ForAll String text) {
        assertThat(CompactJson.of(text)).doesNotContainPattern("[\\x00-\\x1f]");
    }
}
