package dev.plumbline.detectors.log;

/** How events stand in a file, told from its first bytes alone. */
enum LogShape {
    /** One JSON value a line. */
    LINES,
    /** One JSON value, or several, over any number of lines. */
    DOCUMENT,
    /** No JSON object or array begins here. */
    OTHER;

    static LogShape of(byte[] head, int length) {
        int start = skipSpace(head, 0, length);
        if (start == length) {
            return OTHER;
        }
        if (head[start] == '[') {
            return DOCUMENT;
        }
        int newline = indexOf(head, (byte) '\n', start, length);
        if (head[start] != '{') {
            return anotherLineBegins(head, newline, length) ? LINES : OTHER;
        }
        if (newline < 0) {
            return beginsWithList(head, start, length) || endsWithin(head, start, length) ? DOCUMENT : LINES;
        }
        if (endsWithin(head, start, newline)) {
            return LINES;
        }
        boolean listGoesOn = beginsWithList(head, start, newline) && isMidList(head, newline);
        return !listGoesOn && anotherLineBegins(head, newline, length) ? LINES : DOCUMENT;
    }

    /** Whether a line ends where the next may hold another event of a list, and not where it broke off. */
    private static boolean isMidList(byte[] head, int newline) {
        int last = newline - 1;
        while (head[last] == ' ' || head[last] == '\r' || head[last] == '\t') {
            last--;
        }
        return head[last] == '[' || head[last] == ',';
    }

    /**
     * In an indented document no line but the first starts with a brace, unless it is a list with an event a line; where
     * one does, a line is broken.
     */
    private static boolean anotherLineBegins(byte[] head, int newline, int length) {
        for (int at = newline; at >= 0 && at + 1 < length; at = indexOf(head, (byte) '\n', at + 1, length)) {
            if (head[at + 1] == '{') {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithin(byte[] head, int start, int end) {
        int depth = 0;
        boolean inText = false;
        for (int i = start; i < end; i++) {
            byte character = head[i];
            if (inText) {
                if (character == '\\') {
                    i++;
                } else if (character == '"') {
                    inText = false;
                }
            } else if (character == '"') {
                inText = true;
            } else if (character == '{' || character == '[') {
                depth++;
            } else if ((character == '}' || character == ']') && --depth == 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code {"Records":[...}}, by far the most common document, on one line of any length. */
    private static boolean beginsWithList(byte[] head, int start, int length) {
        int quote = skipSpace(head, start + 1, length);
        int close = quote < length ? indexOf(head, (byte) '"', quote + 1, length) : -1;
        int colon = close < 0 ? length : skipSpace(head, close + 1, length);
        int bracket = colon < length ? skipSpace(head, colon + 1, length) : length;
        return bracket < length && head[bracket] == '[';
    }

    private static int skipSpace(byte[] head, int from, int length) {
        int at = from;
        while (at < length && (head[at] == ' ' || head[at] == '\n' || head[at] == '\r' || head[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static int indexOf(byte[] head, byte wanted, int from, int length) {
        for (int i = Math.max(from, 0); i < length; i++) {
            if (head[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
