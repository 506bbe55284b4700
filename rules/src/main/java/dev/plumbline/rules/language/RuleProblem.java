package dev.plumbline.rules.language;

/**
 * Why a rule file cannot be used, and where.
 *
 * @param source the file, as {@link Rule#source()}
 * @param line from 1
 * @param column from 1
 * @param message what is wrong and what was expected instead
 * @param snippet the offending line with a caret below it; empty where a line explains nothing
 */
public record RuleProblem(String source, int line, int column, String message, String snippet)
        implements Comparable<RuleProblem> {
    @Override
    public int compareTo(RuleProblem other) {
        int bySource = source.compareTo(other.source);
        if (bySource != 0) {
            return bySource;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        String place = "%s:%d:%d: %s".formatted(source, line, column, message);
        return snippet.isEmpty() ? place : place + "\n" + snippet;
    }
}
