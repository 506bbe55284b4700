package dev.plumbline.detectors.alert;

import java.util.regex.Pattern;

/** One value of a selection, ready to be compared. Comparison ignores case unless stated, as Sigma has it. */
sealed interface SigmaValue {
    int WILDCARDS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

    boolean fits(String text);

    record Exact(String wanted) implements SigmaValue {
        @Override
        public boolean fits(String text) {
            return wanted.equalsIgnoreCase(text);
        }
    }

    record Contains(String wanted) implements SigmaValue {
        @Override
        public boolean fits(String text) {
            int last = text.length() - wanted.length();
            for (int i = 0; i <= last; i++) {
                if (text.regionMatches(true, i, wanted, 0, wanted.length())) {
                    return true;
                }
            }
            return false;
        }
    }

    record StartsWith(String wanted) implements SigmaValue {
        @Override
        public boolean fits(String text) {
            return text.regionMatches(true, 0, wanted, 0, wanted.length());
        }
    }

    record EndsWith(String wanted) implements SigmaValue {
        @Override
        public boolean fits(String text) {
            return text.regionMatches(true, text.length() - wanted.length(), wanted, 0, wanted.length());
        }
    }

    /** Wildcards and the {@code re} modifier. A regular expression may match anywhere in the text. */
    record Matching(Pattern pattern) implements SigmaValue {
        @Override
        public boolean fits(String text) {
            return pattern.matcher(text).find();
        }
    }

    /** Numeric comparison; a text that is no number never fits. */
    record Compared(String operator, double bound) implements SigmaValue {
        @Override
        public boolean fits(String text) {
            double number;
            try {
                number = Double.parseDouble(text);
            } catch (NumberFormatException noNumber) {
                return false;
            }
            return switch (operator) {
                case "gt" -> number > bound;
                case "gte" -> number >= bound;
                case "lt" -> number < bound;
                default -> number <= bound;
            };
        }
    }

    /** Reads {@code *} and {@code ?}, and a backslash before them, between the ends that the modifier leaves open. */
    static SigmaValue ofText(String written, boolean openStart, boolean openEnd) {
        var literal = new StringBuilder();
        var pattern = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char character = written.charAt(i);
            if (character == '\\' && i + 1 < written.length() && "*?\\".indexOf(written.charAt(i + 1)) >= 0) {
                literal.append(written.charAt(++i));
            } else if (character == '*' || character == '?') {
                pattern.append(Pattern.quote(literal.toString())).append(character == '*' ? ".*" : ".");
                literal.setLength(0);
            } else {
                literal.append(character);
            }
        }
        String text = literal.toString();
        if (!pattern.isEmpty()) {
            String anchored = (openStart ? "" : "^") + pattern + Pattern.quote(text) + (openEnd ? "" : "\\z");
            return new Matching(Pattern.compile(anchored, WILDCARDS));
        }
        if (openStart && openEnd) {
            return new Contains(text);
        }
        if (openStart) {
            return new EndsWith(text);
        }
        return openEnd ? new StartsWith(text) : new Exact(text);
    }
}
