package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.schedule.ScanPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** A scheduled scan is the {@code scan} command with the arguments the user wrote: what works by hand works by night. */
final class CommandLineScan implements ScanPlan.Job {
    private final List<String> arguments;

    /** @param arguments what stands after {@code plumbline scan} */
    CommandLineScan(List<String> arguments, String store) {
        List<String> all = new ArrayList<>(List.of("scan"));
        all.addAll(arguments);
        all.addAll(List.of("--db", store, "--fail-on", "never", "--quiet"));
        this.arguments = List.copyOf(all);
    }

    @Override
    public void run() {
        StringWriter complaints = new StringWriter();
        int code = Plumbline.run(
                new PrintWriter(Writer.nullWriter()), new PrintWriter(complaints), arguments.toArray(String[]::new));
        if (code != ExitCode.CLEAN && code != ExitCode.INCOMPLETE) {
            throw new IllegalStateException(lastLine(complaints.toString(), code));
        }
    }

    private static String lastLine(String complaints, int code) {
        return complaints
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, last) -> last)
                .orElse("exit code " + code);
    }
}
