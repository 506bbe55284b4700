package dev.plumbline.rules.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names near a misspelt one, by edit distance. */
public final class Suggestions {
    private Suggestions() {}

    /** At most three of {@code accepted} that {@code written} may have meant, nearest first; empty when none is near. */
    public static List<String> near(String written, Collection<String> accepted) {
        String wanted = written.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(2, wanted.length() / 4);
        record Candidate(String name, int distance) {}
        return accepted.stream()
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= tolerance)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(3)
                .map(Candidate::name)
                .toList();
    }

    /** A clause to append to an error: near names if there are any, and then everything accepted. */
    static String sentence(String written, Collection<String> accepted) {
        List<String> near = near(written, accepted);
        String meant = near.isEmpty() ? "." : "; did you mean " + quoted(near) + "?";
        return meant + " Accepted: " + String.join(", ", accepted);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "));
    }

    /** Levenshtein's distance; two rows are enough. */
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
