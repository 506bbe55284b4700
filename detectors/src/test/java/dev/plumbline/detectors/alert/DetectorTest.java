package dev.plumbline.detectors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.detectors.evaluation.RankingQuality;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From log files to anomalies: a month in a small company, seeded, with an attack planted or none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectorTest {
    private static final DetectorOptions OPTIONS = DetectorOptions.standard().withThreads(2);

    /** Detections take seconds: tests that ask the same share the answer. */
    private final Map<Given, Run> runs = new HashMap<>();

    @TempDir
    private Path folder;

    enum Attack {
        STOLEN_KEY(Company::stolenKey, 0.9),
        BULK_READ(Company::bulkRead, 0.9),
        SLOW_EXFILTRATION(Company::slowExfiltration, 0.6),
        NONE(company -> {}, 0);

        private final Company.Plant plant;
        private final double leastAveragePrecision;

        Attack(Company.Plant plant, double leastAveragePrecision) {
            this.plant = plant;
            this.leastAveragePrecision = leastAveragePrecision;
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void findsAPlantedAttackAndRanksItsEventsFirst(Attack attack) {
        for (long seed = 1; seed <= 2; seed++) {
            Run run = run(seed, OPTIONS, attack);

            assertThat(run.detection.anomalies().stream().limit(3))
                    .as("the first three anomalies with seed %d", seed)
                    .anyMatch(run::shows);
            assertThat(run.averagePrecision())
                    .as("average precision over all events with seed %d", seed)
                    .isGreaterThan(attack.leastAveragePrecision);
        }
    }

    /**
     * The bound on false alarms: of the windows that can be judged, the share of the p-value cut, and three standard deviations of a count with
     * that mean more. Episodes are at most as many.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void alarmsNoMoreThanPromisedWhereNothingHappens(long seed) {
        int people = 14 * 22 * 7;
        int programs = 6 * 30 * 12;
        double expected = OPTIONS.pValueCut() * (people + programs);

        Run quiet = run(seed, OPTIONS, Attack.NONE);

        assertThat(quiet.detection.hits()).isEmpty();
        assertThat((double) quiet.detection.anomalies().size()).isLessThan(expected + 3 * Math.sqrt(expected));
    }

    @Test
    void keepsToTheBudgetOfADay() {
        Run run = run(1, OPTIONS.withBudget(1, 0.05), Attack.NONE);

        List<Anomaly> anomalies = run.detection.anomalies();

        assertThat(anomalies)
                .hasSizeGreaterThan(10)
                .extracting(anomaly -> anomaly.start().truncatedTo(java.time.temporal.ChronoUnit.DAYS))
                .doesNotHaveDuplicates();
    }

    @Test
    void saysWhyInTheNumbersOfTheAttack() {
        Run run = run(1, OPTIONS, Attack.BULK_READ);

        Anomaly found = run.detection.anomalies().stream()
                .filter(run::shows)
                .findFirst()
                .orElseThrow();

        assertThat(found.resources()).containsExactly("arn:aws:s3:::payroll");
        assertThat(found.reasons())
                .extracting(Anomaly.Reason::words)
                .first()
                .asString()
                .matches("1,200 objects read in an hour; \\d to 1\\d are usual");
        assertThat(found.sentence()).contains("2026-02-24T02:00").contains("1,200 objects read");
    }

    /** A reason never claims that what is as usual is odd. */
    @Test
    void namesNothingAsAReasonThatIsAsUsual() {
        for (Attack attack : Attack.values()) {
            assertThat(run(1, OPTIONS, attack).detection.anomalies())
                    .flatExtracting(Anomaly::reasons)
                    .filteredOn(reason -> !reason.feature().endsWith("-rarity"))
                    .allSatisfy(reason -> assertThat(reason.observed()).isNotEqualTo(reason.usual()));
        }
    }

    @Test
    void twoRunsAndAnyNumberOfThreadsGiveTheSameNumbers() {
        Run one = run(1, OPTIONS.withThreads(1), Attack.STOLEN_KEY);
        Run two = run(1, OPTIONS.withThreads(2), Attack.STOLEN_KEY);
        Run again = newRun(new Given(1, OPTIONS.withThreads(2), Attack.STOLEN_KEY));

        assertThat(two.detection).isEqualTo(one.detection);
        assertThat(two.scores).isEqualTo(one.scores);
        assertThat(again.detection).isEqualTo(two.detection);
        assertThat(again.scores).isEqualTo(two.scores);
    }

    private Run run(long seed, DetectorOptions options, Attack attack) {
        return runs.computeIfAbsent(new Given(seed, options, attack), this::newRun);
    }

    private Run newRun(Given given) {
        try {
            Path file = folder.resolve("company.ndjson");
            Set<String> planted = Company.write(file, given.seed, given.attack.plant);
            List<EventScore> scores = new ArrayList<>();
            Detection detection = new Detector(given.options).detect(List.of(file), Marking.pseudonyms(), scores::add);
            return new Run(detection, planted, scores);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Given(long seed, DetectorOptions options, Attack attack) {}

    private record Run(Detection detection, Set<String> planted, List<EventScore> scores) {
        boolean shows(Signal signal) {
            return signal.eventIds().stream().anyMatch(planted::contains);
        }

        double averagePrecision() {
            boolean[] labels = new boolean[scores.size()];
            IntStream.range(0, labels.length)
                    .forEach(i -> labels[i] = planted.contains(scores.get(i).eventId()));
            double[] odd = scores.stream().mapToDouble(EventScore::score).toArray();
            return RankingQuality.of(odd, labels).averagePrecision();
        }
    }
}
