package dev.plumbline.dashboards.page;

import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.scanner.ranking.Incident;

/**
 * An incident in as many words as fit a row; the whole sentence stands on its page. Cloud, account and time have
 * columns of their own there.
 *
 * @param what was most unusual, or which rule fails
 * @param who did it; empty for faults alone
 * @param where it was done: one resource by its short name, several by their number; empty if none is known
 */
public record Headline(String what, String who, String where) {
    private static final int NAME_LENGTH = 48;

    public static Headline of(Incident incident) {
        if (incident.signals().isEmpty()) {
            return new Headline(incident.title(), "", "");
        }
        Signal strongest = incident.signals().getFirst();
        return new Headline(what(strongest), strongest.principal().token(), where(incident));
    }

    private static String what(Signal signal) {
        return switch (signal) {
            case EventRuleHit hit -> hit.title();
            case Anomaly anomaly -> capitalised(anomaly.reasons().getFirst().words());
        };
    }

    private static String where(Incident incident) {
        return switch (incident.resources().size()) {
            case 0 -> "";
            case 1 -> Words.cut(shortName(incident.resources().getFirst()), NAME_LENGTH);
            default -> Words.count(incident.resources().size(), "resource");
        };
    }

    /** What follows the last separator of an ARN, an ARM id or a full resource name. */
    private static String shortName(String resource) {
        int separator = Math.max(resource.lastIndexOf('/'), resource.lastIndexOf(':'));
        String name = resource.substring(separator + 1);
        return name.isEmpty() ? resource : name;
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
