package dev.plumbline.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT5S, just now",
        "-PT5S, in a moment",
        "PT1M, 1 minute ago",
        "PT119M, 119 minutes ago",
        "PT2H, 2 hours ago",
        "-PT3H, in 3 hours",
        "PT47H, 47 hours ago",
        "P9D, 9 days ago"
    })
    void tellsHowLongAgo(String age, String words) {
        assertThat(new Words(NOW).relative(NOW.minus(Duration.parse(age)))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 findings", "1, 1 finding", "1240, '1,240 findings'"})
    void counts(long count, String words) {
        assertThat(Words.count(count, "finding")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT0.25S, 250 ms", "PT12.34S, 12.3 s", "PT5M, 5 minutes"})
    void tellsHowLong(String length, String words) {
        assertThat(Words.length(Duration.parse(length))).isEqualTo(words);
    }

    @Test
    void longNameKeepsItsEnds() {
        String cut = Words.cut("arn:aws:s3:::" + "x".repeat(100) + "-tail", 30);

        assertThat(cut).hasSize(30).startsWith("arn:aws:s").contains("…").endsWith("-tail");
    }
}
