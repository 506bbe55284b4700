package dev.plumbline.scanner.aws.export;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How much was read of all exports, and what of them could not be used. */
final class ExportTally {
    static final Comparator<Part> ORDER =
            Comparator.comparing(Part::account).thenComparing(Part::type).thenComparing(Part::region);

    private final Map<Part, State> parts = new TreeMap<>(ORDER);
    private final List<Coverage.Entry> others = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    void resource(Part part) {
        state(part).resources++;
    }

    /** A file holds this part whole; or not, for a reason that another file may make up for. */
    void covers(Part part, Optional<String> shortcoming) {
        State state = state(part);
        if (shortcoming.isEmpty()) {
            state.whole = true;
        } else if (state.shortcoming == null) {
            state.shortcoming = shortcoming.get();
        }
    }

    /** Something of this part may be lost. */
    void damaged(Part part, String cause) {
        state(part).damage = cause;
    }

    /** A file of which nothing can be said to stand in any account. */
    void unreadable(Path file, String cause) {
        AccountId unknown = new AccountId(String.valueOf(file.getFileName()));
        others.add(
                new Coverage.Entry(unknown, "global", ExportedAccounts.TYPE, Coverage.Status.NOT_READ, 0, cause, ""));
    }

    void other(Coverage.Entry entry) {
        others.add(entry);
    }

    void problems(List<String> sentences) {
        problems.addAll(sentences);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    Coverage coverage() {
        List<Coverage.Entry> entries = new ArrayList<>();
        parts.forEach((part, state) -> entries.add(state.entry(part)));
        entries.addAll(others);
        return new Coverage(entries);
    }

    private State state(Part part) {
        return parts.computeIfAbsent(part, unseen -> new State());
    }

    private static final class State {
        private long resources;
        private boolean whole;
        private @Nullable String shortcoming;
        private @Nullable String damage;

        private Coverage.Entry entry(Part part) {
            String cause = damage != null ? damage : whole || shortcoming == null ? "" : shortcoming;
            Coverage.Status status = cause.isEmpty()
                    ? Coverage.Status.READ
                    : resources == 0 ? Coverage.Status.NOT_READ : Coverage.Status.PARTIAL;
            return new Coverage.Entry(part.account(), part.region(), part.type(), status, resources, cause, "");
        }
    }
}
