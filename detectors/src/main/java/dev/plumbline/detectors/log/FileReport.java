package dev.plumbline.detectors.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of one file, filled by the thread that reads it. */
final class FileReport {
    /** Different causes, of one file and of all: enough to see what is wrong; the counts tell how often. */
    static final int MOST_PROBLEMS = 100;

    private static final int MOST_STRETCHES = 20;

    final String file;
    private final Map<String, Places> byCause = new LinkedHashMap<>();
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
        if (byCause.size() < MOST_PROBLEMS || byCause.containsKey(cause)) {
            byCause.computeIfAbsent(cause, unused -> new Places(line)).add(line);
        }
    }

    /** One for each cause, with all the lines it was met at. */
    List<LogCoverage.Problem> problems() {
        List<LogCoverage.Problem> problems = new ArrayList<>();
        byCause.forEach((cause, places) ->
                problems.add(new LogCoverage.Problem(file, places.first, cause + places.others(), places.count)));
        return problems;
    }

    /** Lines, those that follow each other as one stretch. */
    private static final class Places {
        private final long first;
        private final List<long[]> stretches = new ArrayList<>();
        private long count;
        private long named;

        Places(long first) {
            this.first = first;
        }

        void add(long line) {
            count++;
            if (!stretches.isEmpty() && stretches.getLast()[1] >= line - 1) {
                stretches.getLast()[1] = line;
                named++;
            } else if (stretches.size() < MOST_STRETCHES) {
                stretches.add(new long[] {line, line});
                named++;
            }
        }

        String others() {
            if (count == 1) {
                return "";
            }
            List<String> words = new ArrayList<>();
            for (long[] stretch : stretches) {
                words.add(stretch[0] == stretch[1] ? "" + stretch[0] : stretch[0] + " to " + stretch[1]);
            }
            return ": %,d times, at lines %s%s"
                    .formatted(count, String.join(", ", words), count > named ? " and further on" : "");
        }
    }
}
