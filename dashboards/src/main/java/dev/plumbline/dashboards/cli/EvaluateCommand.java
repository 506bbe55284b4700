package dev.plumbline.dashboards.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.detectors.evaluation.Evaluation;
import dev.plumbline.detectors.evaluation.LabelledCsv;
import dev.plumbline.detectors.evaluation.LabelledCsvException;
import dev.plumbline.detectors.evaluation.LabelledSet;
import dev.plumbline.detectors.evaluation.Spread;
import dev.plumbline.detectors.forest.Engine;
import dev.plumbline.detectors.forest.ForestOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how well the forest ranks the anomalies of labelled sets, and how fast. */
@Command(
        name = "evaluate",
        description = "Measure on labelled sets how well and how fast the isolation forest ranks anomalies.")
final class EvaluateCommand implements Callable<Integer> {
    private static final long FIRST_SEED = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE.csv[.gz]",
            description = "Sets with a header line, numeric features and a column of labels, 1 for an anomaly.")
    private List<Path> files;

    @Option(names = "--label", defaultValue = "label", description = "Column of labels (${DEFAULT-VALUE}).")
    private String label;

    @Option(names = "--seeds", defaultValue = "10", description = "How many fits to average (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--engine",
            defaultValue = "plumbline",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); smile takes no seed.")
    private Engine engine;

    @Option(names = "--trees", defaultValue = "100", description = "Trees of a forest (${DEFAULT-VALUE}).")
    private int trees;

    @Option(names = "--subsample", defaultValue = "256", description = "Rows each tree sees (${DEFAULT-VALUE}).")
    private int subsample;

    @Option(names = "--threads", description = "At most so many threads (default: one per processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Format format;

    private enum Format {
        TABLE,
        JSON
    }

    @Override
    public Integer call() throws IOException {
        Evaluation evaluation = evaluation();
        List<Evaluation.Result> results = new ArrayList<>();
        for (Path file : files) {
            results.add(measure(evaluation, file));
        }
        switch (format) {
            case TABLE -> printTable(results);
            case JSON -> printJson(results);
        }
        return ExitCode.CLEAN;
    }

    private Evaluation evaluation() {
        try {
            return new Evaluation(
                    engine, new ForestOptions(trees, subsample, FIRST_SEED, threads), seeds, System::nanoTime);
        } catch (IllegalArgumentException outOfRange) {
            throw new UserException(String.valueOf(outOfRange.getMessage()), outOfRange);
        }
    }

    private Evaluation.Result measure(Evaluation evaluation, Path file) throws IOException {
        LabelledSet set = read(file);
        spec.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "%s: %d rows, %d features, %d anomalies; %d fits by %s%n",
                        set.name(),
                        set.rows().rows(),
                        set.rows().columns(),
                        set.anomalies(),
                        seeds,
                        engine.name().toLowerCase(Locale.ROOT));
        try {
            return evaluation.measure(set);
        } catch (IllegalArgumentException unfit) {
            throw new UserException("%s: %s".formatted(file, unfit.getMessage()), unfit);
        }
    }

    private LabelledSet read(Path file) throws IOException {
        try {
            return LabelledCsv.read(file, label);
        } catch (LabelledCsvException malformed) {
            throw new UserException(String.valueOf(malformed.getMessage()), malformed);
        }
    }

    private void printTable(List<Evaluation.Result> results) {
        int width = results.stream().mapToInt(result -> result.set().length()).reduce("set".length(), Math::max);
        var out = spec.commandLine().getOut();
        out.printf(
                "%-" + width + "s  %-15s  %-17s  %12s  %12s%n",
                "set",
                "ROC-AUC",
                "average precision",
                "fit rows/s",
                "score rows/s");
        for (Evaluation.Result result : results) {
            out.printf(
                    Locale.ROOT,
                    "%-" + width + "s  %-15s  %-17s  %,12.0f  %,12.0f%n",
                    result.set(),
                    words(result.rocAuc()),
                    words(result.averagePrecision()),
                    result.fitRowsPerSecond(),
                    result.scoreRowsPerSecond());
        }
    }

    private static String words(Spread spread) {
        return String.format(Locale.ROOT, "%.4f ± %.4f", spread.mean(), spread.standardDeviation());
    }

    private void printJson(List<Evaluation.Result> results) throws IOException {
        var out = spec.commandLine().getOut();
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Evaluation.Result result : results) {
                json.writeStartObject();
                json.writeStringField("set", result.set());
                json.writeNumberField("auc", result.rocAuc().mean());
                json.writeNumberField("auc_sd", result.rocAuc().standardDeviation());
                json.writeNumberField("ap", result.averagePrecision().mean());
                json.writeNumberField("ap_sd", result.averagePrecision().standardDeviation());
                json.writeNumberField("fit_rows_per_s", Math.round(result.fitRowsPerSecond()));
                json.writeNumberField("score_rows_per_s", Math.round(result.scoreRowsPerSecond()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.println();
    }
}
