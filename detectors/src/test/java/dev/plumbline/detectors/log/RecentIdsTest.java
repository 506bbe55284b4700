package dev.plumbline.detectors.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentIdsTest {
    @Test
    void remembersWhatWasSeen() {
        var ids = new RecentIds(1 << 16);

        long fresh = LongStream.range(0, 20_000).filter(ids::add).count();
        long again = LongStream.range(0, 20_000).filter(ids::add).count();

        assertThat(fresh).isEqualTo(20_000);
        assertThat(again).isZero();
    }

    @Test
    void forgetsTheOldestOnceItIsFull() {
        var ids = new RecentIds(1 << 12);

        LongStream.range(0, 100_000).forEach(ids::add);

        assertThat(ids.add(99_999)).isFalse();
        assertThat(ids.add(0)).isTrue();
    }
}
