package dev.plumbline.detectors.log;

import java.util.ArrayList;
import java.util.List;

/** Counts of one file, filled by the thread that reads it. */
final class FileReport {
    /** Enough to see what is wrong; the counts tell how often. */
    static final int MOST_PROBLEMS = 20;

    final String file;
    final List<LogCoverage.Problem> problems = new ArrayList<>();
    long lines;
    long unrecognised;
    long malformed;
    long droppedFields;

    FileReport(String file) {
        this.file = file;
    }

    void malformed(long line, String cause) {
        malformed++;
        note(line, cause);
    }

    void unrecognised(long line, String cause) {
        unrecognised++;
        note(line, cause);
    }

    private void note(long line, String cause) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new LogCoverage.Problem(file, line, cause));
        }
    }
}
