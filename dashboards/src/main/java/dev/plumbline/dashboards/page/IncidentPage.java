package dev.plumbline.dashboards.page;

import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.scanner.ranking.Incident;
import java.util.Optional;

/** One incident, whole: why it ranks where it does, what was seen when, and what is wrong with what was touched. */
public record IncidentPage(Words words, Incident incident) {
    /** Empty where the incident has faults only. */
    public Optional<Timeline> timeline() {
        return incident.signals().isEmpty() ? Optional.empty() : Optional.of(Timeline.of(incident.signals()));
    }

    public Headline headline() {
        return Headline.of(incident);
    }

    /** The whole sentence, where neither the headline nor a signal says it. */
    public Optional<String> sentence() {
        boolean said = headline().what().equals(incident.title())
                || incident.signals().stream()
                        .anyMatch(signal -> signal.sentence().equals(incident.title()));
        return said ? Optional.empty() : Optional.of(incident.title());
    }

    public static String principal(Signal signal) {
        return switch (signal.principal().kind()) {
            case HUMAN -> "person";
            case SERVICE -> "service account";
            case ROLE_SESSION -> "role session";
            case CLOUD_SERVICE -> "cloud service";
            case ANONYMOUS -> "anonymous caller";
        };
    }

    /** Such as {@code 1 in 2,500}, which reads better than a p-value of 0.0004. */
    public static String rarity(double pValue) {
        return "1 in " + Words.number(Math.max(1, Math.round(1 / pValue)));
    }
}
