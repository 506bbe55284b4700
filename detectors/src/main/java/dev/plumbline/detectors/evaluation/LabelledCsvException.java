package dev.plumbline.detectors.evaluation;

import java.io.IOException;
import java.nio.file.Path;

/** A labelled file that cannot be read as one; the message is one sentence with file and, where there is one, line. */
public final class LabelledCsvException extends IOException {
    private static final long serialVersionUID = 1;

    LabelledCsvException(Path file, long line, String problem) {
        super("%s:%d: %s".formatted(file, line, problem));
    }

    LabelledCsvException(Path file, String problem) {
        super("%s: %s".formatted(file, problem));
    }

    LabelledCsvException(Path file, String problem, Exception cause) {
        super("%s: %s".formatted(file, problem), cause);
    }
}
