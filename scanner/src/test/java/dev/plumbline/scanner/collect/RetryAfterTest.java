package dev.plumbline.scanner.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                             | PT0S
            7                             | PT7S
            '  30 '                       | PT30S
            Sun, 22 Nov 2026 08:00:42 GMT | PT42S
            Sun, 22 Nov 2026 07:00:00 GMT | PT0S
            """)
    void readsSecondsAndDates(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, CLOCK)).contains(wait);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "soon", "-5", "1.5", "1e9", "Sun, 99 Nov 2026 08:00:42 GMT"})
    void takesNonsenseForNothing(String header) {
        assertThat(RetryAfter.parse(header, CLOCK)).isEmpty();
    }

    @Test
    void aNumberBeyondAllMeasureIsALongTime() {
        assertThat(RetryAfter.parse("9".repeat(400), CLOCK).orElseThrow()).isGreaterThan(Duration.ofDays(10_000));
    }
}
