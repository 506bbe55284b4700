package dev.plumbline.dashboards.cli;

import dev.plumbline.detectors.alert.Detection;
import dev.plumbline.detectors.alert.Detector;
import dev.plumbline.detectors.alert.DetectorOptions;
import dev.plumbline.detectors.alert.EventRules;
import dev.plumbline.detectors.forest.Engine;
import dev.plumbline.detectors.log.PseudonymKey;
import dev.plumbline.detectors.log.Pseudonyms;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline detect}: unusual access in logs, without an inventory. */
@Command(
        name = "detect",
        description = "Find unusual access in CloudTrail, Google Cloud audit and Azure activity logs.")
final class DetectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(
            names = "--logs",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "Log files and folders, plain or gzip; what they are is told from their content.")
    private List<Path> logs = List.of();

    @Option(
            names = "--event-scores",
            paramLabel = "FILE",
            description = "Also write a score and p-value for every event that was read, as CSV.")
    private Optional<Path> eventScores = Optional.empty();

    @Option(
            names = "--event-rules",
            paramLabel = "DIR",
            description = "Sigma rules of your own, beside those that come with the program.")
    private Optional<Path> eventRules = Optional.empty();

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES}")
    private OutputFormat format = OutputFormat.TABLE;

    @Mixin
    private DetectTuning tuning;

    @Option(
            names = "--pseudonym-key",
            paramLabel = "FILE",
            description = "Key that turns identities into tokens; made on first use.")
    private Optional<Path> pseudonymKey = Optional.empty();

    @Override
    public Integer call() throws IOException {
        eventScores.ifPresent(OutputFile::requireWritable);
        DetectorOptions options = tuning.options();
        EventRules rules = eventRules.map(EventRules::standardAnd).orElseGet(EventRules::standard);
        var key = PseudonymKey.loadOrCreate(pseudonymKey.orElseGet(UserFolders::pseudonymKey), new SecureRandom());
        Detection detection = detect(new Detector(options, rules), new Pseudonyms(key));
        var report = new DetectionReport(detection);
        var out = command.commandLine().getOut();
        if (format == OutputFormat.JSON) {
            report.writeJson(out);
        } else {
            report.printTable(out);
        }
        report.printCoverage(command.commandLine().getErr());
        return detection.coverage().events() == 0 ? ExitCode.NOTHING_READ : ExitCode.CLEAN;
    }

    private Detection detect(Detector detector, Pseudonyms pseudonyms) throws IOException {
        if (eventScores.isEmpty()) {
            return detector.detect(logs, pseudonyms);
        }
        try (var csv = EventScoresCsv.create(eventScores.get())) {
            return detector.detect(logs, pseudonyms, csv::write);
        }
    }

    /** Settings of the detector, with its own defaults. */
    static final class DetectTuning {
        @Option(names = "--seed", defaultValue = "1", description = "Same seed, same anomalies (${DEFAULT-VALUE}).")
        private long seed;

        @Option(
                names = "--engine",
                defaultValue = "plumbline",
                description = "Whose isolation forest judges: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
        private Engine engine = Engine.PLUMBLINE;

        @Option(
                names = "--anomalies-per-day",
                paramLabel = "N",
                description = "Tell at most so many anomalies for each day (5).")
        private Optional<Integer> perDay = Optional.empty();

        @Option(
                names = "--p-value",
                paramLabel = "P",
                description = "Tell windows only if at most this share of windows is as odd (0.002).")
        private Optional<Double> pValue = Optional.empty();

        DetectorOptions options() {
            DetectorOptions standard = DetectorOptions.standard().withSeed(seed).withEngine(engine);
            try {
                return standard.withBudget(
                        perDay.orElse(standard.anomaliesPerDay()), pValue.orElse(standard.pValueCut()));
            } catch (IllegalArgumentException e) {
                throw new UserException("%s: change --anomalies-per-day or --p-value".formatted(e.getMessage()), e);
            }
        }
    }
}
