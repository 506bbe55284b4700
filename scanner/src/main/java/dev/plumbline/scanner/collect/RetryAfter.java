package dev.plumbline.scanner.collect;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the HTTP header {@code Retry-After}: whole seconds, or a date.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110, 10.2.3</a>
 */
public final class RetryAfter {
    private RetryAfter() {}

    /**
     * @param header as sent, {@code null} where there was none
     * @return never negative; empty where the header is missing or makes no sense
     */
    public static Optional<Duration> parse(@Nullable String header, Clock clock) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        String value = header.strip();
        boolean seconds = value.chars().allMatch(character -> character >= '0' && character <= '9');
        return seconds ? ofSeconds(value) : ofDate(value, clock);
    }

    private static Optional<Duration> ofSeconds(String digits) {
        try {
            return Optional.of(Duration.ofSeconds(Integer.parseInt(digits)));
        } catch (NumberFormatException tooLong) {
            // More than 68 years: the provider means never.
            return Optional.of(Duration.ofSeconds(Integer.MAX_VALUE));
        }
    }

    private static Optional<Duration> ofDate(String value, Clock clock) {
        try {
            ZonedDateTime then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), then.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
