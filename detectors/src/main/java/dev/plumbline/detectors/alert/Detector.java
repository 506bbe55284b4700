package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.alert.WindowModel.JudgedWindow;
import dev.plumbline.detectors.log.LogCoverage;
import dev.plumbline.detectors.log.LogLimits;
import dev.plumbline.detectors.log.LogReader;
import dev.plumbline.detectors.log.LoggedEvent;
import dev.plumbline.detectors.log.Pseudonyms;
import dev.plumbline.detectors.window.AccessLedger;
import dev.plumbline.detectors.window.Cell;
import dev.plumbline.detectors.window.FeatureRow;
import dev.plumbline.detectors.window.PrincipalHour;
import dev.plumbline.detectors.window.Timeline;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds unusual access in logs. Knows no clock: all times come from the logs, and equal logs, options and key give
 * equal detections. Thread-safe.
 */
public final class Detector {
    private final DetectorOptions options;
    private final EventRules rules;

    /** With the event rules that come with the program. */
    public Detector(DetectorOptions options) {
        this(options, EventRules.standard());
    }

    public Detector(DetectorOptions options, EventRules rules) {
        this.options = options;
        this.rules = rules;
    }

    /**
     * Reads the logs and judges them.
     *
     * @param logs files and folders, of any provider and format that is known
     * @throws dev.plumbline.detectors.log.LogProblemException if a path does not exist or cannot be opened
     */
    public Detection detect(List<Path> logs, Pseudonyms pseudonyms) {
        return new Run(null).detect(logs, pseudonyms, unused -> {});
    }

    /**
     * As {@link #detect(List, Pseudonyms)}, and hands a score for every event to {@code scores}, in the order they were
     * read. Takes some hundred bytes of memory per event.
     */
    public Detection detect(List<Path> logs, Pseudonyms pseudonyms, Consumer<EventScore> scores) {
        return new Run(new EventTrail()).detect(logs, pseudonyms, scores);
    }

    /** One detection from reading to telling. */
    private final class Run {
        private final AccessLedger ledger = new AccessLedger();
        private final HitFold hits = new HitFold(rules);
        private final @Nullable EventTrail trail;

        Run(@Nullable EventTrail trail) {
            this.trail = trail;
        }

        Detection detect(List<Path> logs, Pseudonyms pseudonyms, Consumer<EventScore> scores) {
            var reader = new LogReader(pseudonyms, rules, LogLimits.standard(), options.threads());
            LogCoverage coverage = reader.read(logs, this::take);
            Timeline timeline = Timeline.of(ledger);
            List<JudgedWindow> judged = new ArrayList<>();
            for (boolean human : List.of(true, false)) {
                judged.addAll(judge(timeline.hours(), human));
                judged.addAll(judge(timeline.storeDays(), human));
            }
            List<EventRuleHit> found = hits.hits(ledger);
            if (trail != null) {
                trail.tell(windowEvidence(judged), scores);
            }
            int windows = timeline.hours().size() + timeline.storeDays().size();
            return new Detection(anomalies(judged), found, coverage, windows, judged.size());
        }

        private void take(LoggedEvent logged) {
            Optional<Cell> cell = ledger.add(logged.event());
            HitFold.Pending pending = logged.marks().isEmpty() ? null : hits.add(logged);
            if (trail != null) {
                trail.add(logged.event().id(), cell, pending);
            }
        }

        /** Windows without past enough are no ordinary ones to compare with: all in them is new for the first time. */
        private List<JudgedWindow> judge(List<FeatureRow> rows, boolean human) {
            List<FeatureRow> comparable = rows.stream()
                    .filter(row -> row.human() == human && row.canBeJudged())
                    .toList();
            return comparable.size() < WindowModel.FEWEST
                    ? List.of()
                    : WindowModel.fit(options, comparable).judged();
        }

        private List<Anomaly> anomalies(List<JudgedWindow> judged) {
            List<JudgedWindow> odd = judged.stream()
                    .filter(window -> window.pValue() <= options.pValueCut())
                    .toList();
            var teller = new AnomalyTeller(ledger);
            return withinBudget(Episode.of(odd)).stream().map(teller::tell).toList();
        }

        private List<Episode> withinBudget(List<Episode> episodes) {
            List<Episode> oddestFirst = new ArrayList<>(episodes);
            oddestFirst.sort(Comparator.comparing(Episode::oddest, Episode.ODDEST));
            Map<Instant, Integer> spent = new HashMap<>();
            return oddestFirst.stream()
                    .filter(episode -> spent.merge(episode.start().truncatedTo(ChronoUnit.DAYS), 1, Integer::sum)
                            <= options.anomaliesPerDay())
                    .toList();
        }

        private double[] windowEvidence(List<JudgedWindow> judged) {
            double[] evidence = new double[ledger.cellCount()];
            for (JudgedWindow window : judged) {
                double of = Evidence.ofWindow(window.pValue(), window.score());
                for (PrincipalHour hour : window.row().hours()) {
                    for (Cell cell : hour.cells()) {
                        String store = window.row().store();
                        if (store.isEmpty()
                                || ledger.store(cell).filter(store::equals).isPresent()) {
                            evidence[cell.number()] = Math.max(evidence[cell.number()], of);
                        }
                    }
                }
            }
            return evidence;
        }
    }
}
