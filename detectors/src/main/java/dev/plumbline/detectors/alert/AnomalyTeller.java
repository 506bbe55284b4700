package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.alert.WindowModel.JudgedWindow;
import dev.plumbline.detectors.event.Provider;
import dev.plumbline.detectors.window.AccessLedger;
import dev.plumbline.detectors.window.Cell;
import dev.plumbline.detectors.window.FeatureRow;
import dev.plumbline.detectors.window.PrincipalHour;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes an anomaly of an episode: reasons, resources, the events that show it best, one sentence. */
final class AnomalyTeller {
    private static final int MOST_IDS = 10;
    private static final int MOST_RESOURCES = 50;

    private final AccessLedger ledger;

    AnomalyTeller(AccessLedger ledger) {
        this.ledger = ledger;
    }

    Anomaly tell(Episode episode) {
        JudgedWindow oddest = episode.oddest();
        PrincipalHour hour = Episode.firstHour(oddest.row());
        Map<Cell, PrincipalHour> hourOfCell = hourOfCell(episode);
        List<Cell> telling = tellingFirst(hourOfCell.keySet());
        Set<String> resources = resources(telling);
        List<Anomaly.Reason> reasons = Explanation.reasons(oddest);
        return new Anomaly(
                hour.provider(),
                hour.account(),
                hour.principal(),
                episode.start(),
                episode.end(),
                resources,
                newReads(hourOfCell, resources),
                oddest.score(),
                oddest.pValue(),
                reasons,
                sentence(episode, hour, reasons, oddest.row()),
                eventIds(telling));
    }

    private Map<Cell, PrincipalHour> hourOfCell(Episode episode) {
        Map<Cell, PrincipalHour> hourOfCell = new LinkedHashMap<>();
        for (JudgedWindow window : episode.windows()) {
            for (PrincipalHour hour : window.row().hours()) {
                for (Cell cell : hour.cells()) {
                    String store = window.row().store();
                    if (store.isEmpty()
                            || ledger.store(cell).filter(store::equals).isPresent()) {
                        hourOfCell.put(cell, hour);
                    }
                }
            }
        }
        return hourOfCell;
    }

    /** Rarest first, then the most frequent. */
    private static List<Cell> tellingFirst(Collection<Cell> cells) {
        List<Cell> sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparingDouble((Cell cell) -> cell.surprise() + Math.log(cell.count()))
                .reversed()
                .thenComparingInt(Cell::number));
        return sorted;
    }

    private Set<String> resources(List<Cell> cells) {
        Set<String> resources = new LinkedHashSet<>();
        for (Cell cell : cells) {
            if (resources.size() < MOST_RESOURCES) {
                ledger.store(cell).ifPresent(resources::add);
            }
        }
        return resources;
    }

    private Map<String, Long> newReads(Map<Cell, PrincipalHour> hourOfCell, Set<String> resources) {
        Map<String, Long> reads = new HashMap<>();
        hourOfCell.forEach((cell, hour) -> {
            long read = ledger.readsOfNewStore(hour, cell);
            if (read > 0) {
                ledger.store(cell).filter(resources::contains).ifPresent(store -> reads.merge(store, read, Long::sum));
            }
        });
        return reads;
    }

    private static List<String> eventIds(List<Cell> cells) {
        return cells.stream()
                .flatMap(cell -> cell.samples().stream())
                .limit(MOST_IDS)
                .sorted(Comparator.comparing(Cell.Sample::time).thenComparing(Cell.Sample::id))
                .map(Cell.Sample::id)
                .distinct()
                .toList();
    }

    private static String sentence(
            Episode episode, PrincipalHour hour, List<Anomaly.Reason> reasons, FeatureRow oddest) {
        return "%s in %s, %s to %s%s: %s"
                .formatted(
                        hour.principal().token(),
                        place(hour.provider(), hour.account()),
                        episode.start().truncatedTo(ChronoUnit.MINUTES),
                        episode.end().truncatedTo(ChronoUnit.MINUTES),
                        oddest.store().isEmpty() ? "" : ", at " + oddest.store(),
                        reasons.stream()
                                .limit(2)
                                .map(Anomaly.Reason::words)
                                .reduce((left, right) -> left + "; and " + right)
                                .orElseThrow());
    }

    static String place(Provider provider, String account) {
        return account.isEmpty()
                ? "an unnamed %s account".formatted(provider.key())
                : "%s account %s".formatted(provider.key(), account);
    }
}
