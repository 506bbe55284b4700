package dev.plumbline.detectors.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IntCountsProperties {
    @Property(tries = 200)
    void countsAsAMapDoes(@ForAll @Size(max = 300) List<@IntRange(min = 0, max = 500) Integer> keys) {
        var counts = new IntCounts();
        Map<Integer, Integer> expected = new HashMap<>();

        for (int key : keys) {
            counts.add(key, 2);
            expected.merge(key, 2, Integer::sum);
        }

        expected.forEach((key, count) -> assertThat(counts.get(key)).isEqualTo(count));
        assertThat(counts.distinct()).isEqualTo(expected.size());
        assertThat(counts.total()).isEqualTo(2L * keys.size());
        assertThat(counts.get(501)).isZero();
    }
}
