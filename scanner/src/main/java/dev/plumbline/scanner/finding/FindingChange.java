package dev.plumbline.scanner.finding;

import java.time.Instant;

/**
 * What one scan made of a finding.
 *
 * @param finding as the scan left it
 * @param at when the scan began
 */
public record FindingChange(Finding finding, Kind kind, Instant at) {
    public enum Kind {
        /** Seen for the first time. */
        CREATED,
        STILL_OPEN,
        /** Was resolved, and is back. */
        REOPENED,
        /** Was read and is no longer found: mended, or gone. */
        RESOLVED
    }
}
