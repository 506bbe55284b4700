package dev.plumbline.scanner.inventory;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** {@code readLine} with a bound, so that a hostile file cannot fill the heap with one line. */
final class BoundedLine {
    /** Far above the largest resource a provider describes; IAM documents end at some hundred kilobytes. */
    static final int MAX_CHARS = 16 << 20;

    private BoundedLine() {}

    /** Empty at the end. A line over the bound is read to its end and given cut, which no longer parses. */
    static Optional<String> next(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        int read = lines.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = lines.read()) {
            if (line.length() < MAX_CHARS) {
                line.append((char) read);
            }
        }
        return Optional.of(line.toString());
    }
}
