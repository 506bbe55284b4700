package dev.plumbline.dashboards.cli;

import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.store.UnreadAnswers;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What granting one permission would bring.
 *
 * @param parts listings of a type in a region of an account that would be read
 * @param answers answers about resources that would be had besides
 * @param types of what either is about
 */
record PermissionGain(String permission, long parts, long answers, SortedSet<String> types) {
    /** Every permission that would change something, the one that would change most first. */
    static List<PermissionGain> of(Coverage coverage, Collection<UnreadAnswers> unread) {
        Map<String, PermissionGain> gains = new TreeMap<>();
        coverage.gaps()
                .forEach(gap -> add(gains, gap.permission(), 1, 0, gap.type().value()));
        unread.forEach(missing -> add(
                gains,
                missing.permission(),
                0,
                missing.answers(),
                missing.type().value()));
        return gains.values().stream()
                .sorted(Comparator.comparingLong(PermissionGain::parts)
                        .thenComparingLong(PermissionGain::answers)
                        .reversed())
                .toList();
    }

    private static void add(
            Map<String, PermissionGain> gains, String permission, long parts, long answers, String type) {
        if (!permission.isEmpty()) {
            gains.merge(
                    permission,
                    new PermissionGain(permission, parts, answers, new TreeSet<>(List.of(type))),
                    PermissionGain::plus);
        }
    }

    private PermissionGain plus(PermissionGain other) {
        SortedSet<String> both = new TreeSet<>(types);
        both.addAll(other.types);
        return new PermissionGain(permission, parts + other.parts, answers + other.answers, both);
    }
}
