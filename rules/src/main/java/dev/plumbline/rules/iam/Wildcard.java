package dev.plumbline.rules.iam;

import java.util.Locale;

/** IAM's patterns: {@code *} stands for any characters, {@code ?} for exactly one. */
final class Wildcard {
    private Wildcard() {}

    /**
     * Whether {@code general} matches everything that {@code specific} matches. {@code specific} may be a plain text or
     * a pattern itself: its {@code *} is only matched by a {@code *}, its {@code ?} by either. For two patterns a
     * {@code false} may be too careful ({@code a*b*} against {@code a*?b*}); a {@code true} is always right.
     */
    static boolean covers(String general, String specific) {
        int at = 0;
        int pattern = 0;
        int star = -1;
        int resume = 0;
        while (at < specific.length()) {
            if (pattern < general.length() && general.charAt(pattern) == '*') {
                star = pattern++;
                resume = at;
            } else if (pattern < general.length() && matchesOne(general.charAt(pattern), specific.charAt(at))) {
                pattern++;
                at++;
            } else if (star >= 0) {
                pattern = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (pattern < general.length() && general.charAt(pattern) == '*') {
            pattern++;
        }
        return pattern == general.length();
    }

    /** As {@link #covers}, without regard to case, as IAM compares actions. */
    static boolean coversIgnoringCase(String general, String specific) {
        return covers(general.toLowerCase(Locale.ROOT), specific.toLowerCase(Locale.ROOT));
    }

    static boolean isIn(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static boolean matchesOne(char pattern, char specific) {
        return pattern == '?' ? specific != '*' : pattern == specific;
    }
}
