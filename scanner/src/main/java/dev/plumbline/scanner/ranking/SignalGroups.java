package dev.plumbline.scanner.ranking;

import dev.plumbline.detectors.alert.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Folds signals into what a person would call one event: the same principal, going on without a break of more than an
 * hour, or coming back to the same stores within two days (slow copying shows once a day).
 */
final class SignalGroups {
    private static final Duration BREAK = Duration.ofHours(1);
    private static final Duration RETURN = Duration.ofDays(2);
    private static final Comparator<Signal> BY_PRINCIPAL_AND_TIME = Comparator.comparing(Signal::provider)
            .thenComparing(signal -> signal.principal().token())
            .thenComparing(Signal::start)
            .thenComparing(Signal::sentence);

    private SignalGroups() {}

    static List<List<Signal>> of(List<Signal> signals) {
        List<Group> groups = new ArrayList<>();
        for (Signal signal : signals.stream().sorted(BY_PRINCIPAL_AND_TIME).toList()) {
            groups.reversed().stream()
                    .takeWhile(group -> group.samePrincipal(signal))
                    .filter(group -> group.continuesWith(signal))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(signal), () -> groups.add(new Group(signal)));
        }
        return groups.stream().map(group -> List.copyOf(group.signals)).toList();
    }

    private static final class Group {
        private final List<Signal> signals = new ArrayList<>();
        private final Set<String> resources = new HashSet<>();
        private Instant end;

        private Group(Signal first) {
            end = first.end();
            add(first);
        }

        private void add(Signal signal) {
            signals.add(signal);
            resources.addAll(signal.resources());
            end = signal.end().isAfter(end) ? signal.end() : end;
        }

        private boolean samePrincipal(Signal signal) {
            Signal first = signals.getFirst();
            return first.provider() == signal.provider()
                    && first.principal().token().equals(signal.principal().token());
        }

        private boolean continuesWith(Signal signal) {
            Duration pause = Duration.between(end, signal.start());
            boolean sameStores = signal.resources().stream().anyMatch(resources::contains);
            return pause.compareTo(sameStores ? RETURN : BREAK) <= 0;
        }
    }
}
