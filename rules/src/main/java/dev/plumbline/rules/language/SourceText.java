package dev.plumbline.rules.language;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A rule file as written: turns positions inside it into problems a person can find. */
record SourceText(String source, String text) {
    private static final int LONGEST_SNIPPET = 160;

    RuleProblem problem(Mark mark, String message) {
        return problem(mark.getLine(), mark.getColumn(), message);
    }

    /** A problem at a line and column counted from 0, with the line and a caret below it. */
    RuleProblem problem(int line, int column, String message) {
        return new RuleProblem(source, line + 1, column + 1, message, snippet(line, column));
    }

    /** A problem of the file as a whole. */
    RuleProblem problem(String message) {
        return new RuleProblem(source, 1, 1, message, "");
    }

    /**
     * A problem inside a scalar's value. YAML folds lines and strips indents and quotes, but keeps every other
     * character in order: so the value is walked beside the text until the character is found where it was written.
     *
     * @param offset in the value, in UTF-16 units
     */
    RuleProblem problem(ScalarNode scalar, int offset, String message) {
        String value = scalar.getValue();
        int at = firstOf(scalar);
        int found = at;
        for (int index = 0; index < value.length() && index <= offset; index++) {
            char wanted = value.charAt(index);
            if (Character.isWhitespace(wanted)) {
                continue;
            }
            while (at < text.length() && text.charAt(at) != wanted) {
                at++;
            }
            found = at;
            at++;
        }
        int position = offset >= value.length() ? Math.min(at, text.length()) : Math.min(found, text.length());
        int lineStart = text.lastIndexOf('\n', position - 1) + 1;
        int line = (int)
                text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        return problem(line, position - lineStart, message);
    }

    private int firstOf(ScalarNode scalar) {
        int start = text.offsetByCodePoints(0, scalar.getStartMark().getIndex());
        boolean block = start < text.length() && (text.charAt(start) == '|' || text.charAt(start) == '>');
        int headerEnd = block ? text.indexOf('\n', start) : -1;
        return headerEnd < 0 ? start : headerEnd + 1;
    }

    /** In the form CEL's own errors have, but of the file's line, which folding may have joined to others. */
    private String snippet(int line, int column) {
        String written = text.lines().skip(line).findFirst().orElse("");
        if (written.isBlank() || written.length() > LONGEST_SNIPPET) {
            return "";
        }
        return " | %s\n | %s^".formatted(written, ".".repeat(Math.min(column, written.length())));
    }
}
