package dev.plumbline.detectors.log;

/** Reads whole numbers that logs write as {@code 500}, {@code 500.0} or {@code "500"}. */
final class Numbers {
    private Numbers() {}

    /** The number, or 0 where there is none, it is negative or it is no number. */
    static long whole(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        try {
            double number = Double.parseDouble(text);
            return number > 0 && number < Long.MAX_VALUE ? (long) number : 0;
        } catch (NumberFormatException notTold) {
            return 0; // byte counts are an aid: the log did not say
        }
    }
}
