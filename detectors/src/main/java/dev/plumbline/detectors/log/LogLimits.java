package dev.plumbline.detectors.log;

/**
 * How far a hostile or broken log may go before it is cut. What is cut is counted and named.
 *
 * @param lineBytes longest line read; CloudTrail events end at 256 KiB
 * @param nesting deepest nesting of objects and arrays: what is nested within it and not on the allow-list is skipped,
 *     however deep, so that nobody hides an event by what is put into it
 * @param inflatedBytes from here on a file that grew more than {@code inflation}-fold is taken for a bomb
 * @param inflation logs shrink ten- to fiftyfold, nothing shrinks more than 1,032-fold
 */
public record LogLimits(int lineBytes, int nesting, long inflatedBytes, int inflation) {
    public LogLimits {
        if (lineBytes < 1 || nesting < 1 || inflatedBytes < 1 || inflation < 1) {
            throw new IllegalArgumentException("limits of a log reader must be positive");
        }
    }

    /** No cloud writes an event of more than 256 KiB, hence none deeper than half as many levels. */
    public static LogLimits standard() {
        return new LogLimits(8 << 20, 128 << 10, 256L << 20, 400);
    }
}
