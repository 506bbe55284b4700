package dev.plumbline.detectors.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentIdsTest {
    private static final int CAPACITY = 32;

    /** Never seen: new. Seen within half a capacity of different marks: known. Twice as far back: new again. */
    @Property(tries = 500)
    void forgetsNothingRecentAndTakesNothingForAnother(
            @ForAll @Size(max = 500) List<@LongRange(min = 2, max = 70) Long> marks) {
        var ids = new RecentIds(CAPACITY);
        LinkedHashSet<Long> bySight = new LinkedHashSet<>();

        for (long mark : marks) {
            boolean everSeen = bySight.contains(mark);
            long since = bySight.reversed().stream()
                    .takeWhile(other -> other != mark)
                    .count();

            boolean isNew = ids.add(mark);

            if (!everSeen || since >= CAPACITY) {
                assertThat(isNew).isTrue();
            } else if (since < CAPACITY / 2) {
                assertThat(isNew).isFalse();
            }
            bySight.remove(mark);
            bySight.add(mark);
        }
    }

    @Test
    void anEventDeliveredAgainAndAgainStaysKnown() {
        var ids = new RecentIds(CAPACITY);
        ids.add(7);

        for (long other = 100; other < 400; other++) {
            ids.add(other);
            assertThat(other % 10 == 0 && ids.add(7)).isFalse();
        }
    }

    @Test
    void growsWithoutForgettingUpToItsCapacity() {
        var ids = new RecentIds(1 << 16);
        long[] marks = new SplittableRandom(1).longs(1 << 15).toArray();

        assertThat(LongStream.of(marks).filter(ids::add).count()).isEqualTo(marks.length);
        assertThat(LongStream.of(marks).filter(ids::add).count()).isZero();
    }

    @Test
    void noMarkIsSpecialButThatZeroIsTakenForOne() {
        var ids = new RecentIds(CAPACITY);

        assertThat(LongStream.of(-1, Long.MIN_VALUE, Long.MAX_VALUE, 0).allMatch(ids::add))
                .isTrue();
        assertThat(ids.add(1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -8, 1, 48})
    void refusesACapacityThatIsNoPowerOfTwo(int capacity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecentIds(capacity))
                .withMessageContaining("power of two, not " + capacity);
    }

    @Property
    void oneEventHasOneMarkAndItsPartsDoNotRunTogether(@ForAll String id, @ForAll String action, @ForAll long millis) {
        assertThat(RecentIds.markOf(id, action, millis)).isEqualTo(RecentIds.markOf(id, action, millis));
        assertThat(RecentIds.markOf(id + "x", action, millis)).isNotEqualTo(RecentIds.markOf(id, "x" + action, millis));
        assertThat(RecentIds.markOf(id, action, millis + 1)).isNotEqualTo(RecentIds.markOf(id, action, millis));
    }

    /**
     * The stated odds of a false duplicate hold only if marks spread as chance would spread them, for ids as alike as those of real
     * logs. A million of them must have no mark in common; of either half of their marks, 128 pairs should
     * have one in common, with a standard deviation of 11.
     */
    @Test
    void marksOfIdsThatAreAlikeCollideAsOftenAsChanceHasIt() {
        int events = 1 << 20;
        long start = Instant.parse("2026-03-04T05:06:07Z").toEpochMilli();
        LongUnaryOperator counted =
                i -> RecentIds.markOf("3f2a%08x-17c4-4e2b-9d55-0123456789ab".formatted(i), "GetObject", start);
        LongUnaryOperator timed = i -> RecentIds.markOf("", "GetObject", start + i);
        LongUnaryOperator mixed = i -> RecentIds.markOf(
                "e-%d".formatted(i >> 10), "Operation%d".formatted(i & 31), start + (i >> 5 & 31) * 1000);

        for (LongUnaryOperator marks : List.of(counted, timed, mixed)) {
            long[] all = LongStream.range(0, events).map(marks).toArray();

            assertThat(collisions(all, mark -> mark)).isZero();
            assertThat(collisions(all, mark -> mark >>> 32)).isBetween(60L, 196L);
            assertThat(collisions(all, mark -> mark & 0xFFFFFFFFL)).isBetween(60L, 196L);
        }
    }

    private static long collisions(long[] marks, LongUnaryOperator part) {
        return marks.length - LongStream.of(marks).map(part).distinct().count();
    }
}
