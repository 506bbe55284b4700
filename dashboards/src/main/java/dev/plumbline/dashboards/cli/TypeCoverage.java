package dev.plumbline.dashboards.cli;

import dev.plumbline.scanner.collect.Coverage;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** One type of an account over all its regions, of which {@code read}, {@code notOffered} and {@code gaps} are counts. */
record TypeCoverage(String account, String type, long resources, long read, long notOffered, long gaps) {
    /** By account and type. */
    static Collection<TypeCoverage> of(Coverage coverage) {
        Map<String, TypeCoverage> types = new TreeMap<>();
        for (Coverage.Entry entry : coverage.entries()) {
            String account = entry.account().value();
            String type = entry.type().value();
            types.merge(account + "\n" + type, of(account, type, entry), TypeCoverage::plus);
        }
        return types.values();
    }

    private static TypeCoverage of(String account, String type, Coverage.Entry entry) {
        return switch (entry.status()) {
            case READ -> new TypeCoverage(account, type, entry.resources(), 1, 0, 0);
            case NOT_OFFERED -> new TypeCoverage(account, type, entry.resources(), 0, 1, 0);
            case PARTIAL, NOT_READ -> new TypeCoverage(account, type, entry.resources(), 0, 0, 1);
        };
    }

    private TypeCoverage plus(TypeCoverage other) {
        return new TypeCoverage(
                account,
                type,
                resources + other.resources,
                read + other.read,
                notOffered + other.notOffered,
                gaps + other.gaps);
    }
}
