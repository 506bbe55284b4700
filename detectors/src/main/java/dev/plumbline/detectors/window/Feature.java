package dev.plumbline.detectors.window;

import java.util.Locale;

/** One number that tells how usual a window is: 0 is as expected, more is odder. Registered in an enum per window. */
public interface Feature {
    /** Short and stable, such as {@code reads}. */
    String key();

    /** Of the observed and usual numbers, such as {@code reads an hour}. */
    String unit();

    /** A sentence with two places: what was observed, what is usual. */
    String words();

    /** Which sort of misuse shows in it. */
    String purpose();

    /** The observed and the usual number in words. */
    default String say(double observed, double usual) {
        return words().formatted(format(observed), format(usual));
    }

    static String format(double number) {
        if (number >= 1e12) {
            return String.format(Locale.ROOT, "%.1f TB", number / 1e12);
        }
        boolean whole = number == Math.rint(number) || Math.abs(number) >= 100;
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%.1f", number);
    }
}
