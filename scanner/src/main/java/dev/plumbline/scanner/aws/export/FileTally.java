package dev.plumbline.scanner.aws.export;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one file held. */
final class FileTally {
    private static final int SHOWN_PROBLEMS = 20;
    /** AWS Config knows some four hundred types in some thirty regions; a file speaks of one region. */
    private static final int MOST_OTHER_PARTS = 10_000;

    private final Path file;
    private final Set<Part> parts = new TreeSet<>(ExportTally.ORDER);
    private final Map<OtherPart, Long> otherItems = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private long unusable;

    FileTally(Path file) {
        this.file = file;
    }

    /** Items of a type that is not read. */
    private record OtherPart(AccountId account, String region, String type, ResourceType named)
            implements Comparable<OtherPart> {
        @Override
        public int compareTo(OtherPart other) {
            int byAccount = account.compareTo(other.account);
            int byRegion = byAccount != 0 ? byAccount : region.compareTo(other.region);
            return byRegion != 0 ? byRegion : type.compareTo(other.type);
        }
    }

    void saw(AccountId account, String region, ResourceType type) {
        parts.add(new Part(account, region, type));
    }

    /** @throws IllegalArgumentException if {@code type} is no name of a type */
    void notRead(AccountId account, String region, String type, long atByte) {
        OtherPart part = new OtherPart(account, region, type, ConfigTypes.nameInCoverage(type));
        if (otherItems.containsKey(part) || otherItems.size() < MOST_OTHER_PARTS) {
            otherItems.merge(part, 1L, Long::sum);
        } else {
            problem(atByte, "more types than AWS Config has");
        }
    }

    /** An item that could not be used. */
    void problem(long atByte, String message) {
        unusable++;
        if (problems.size() < SHOWN_PROBLEMS) {
            problems.add("%s: byte %d: %s".formatted(file, atByte, message));
        }
    }

    /** @param shortcoming why the file, though sound, does not hold its parts whole */
    void addTo(ExportTally all, Optional<String> shortcoming) {
        parts.forEach(part -> all.covers(part, shortcoming));
        addTo(all);
    }

    /** Of a file whose parts only all files together can be said to hold whole. */
    void addTo(ExportTally all) {
        all.problems(problems);
        if (unusable > 0) {
            parts.forEach(part -> all.damaged(part, damage()));
        }
        if (parts.isEmpty() && unusable > 0) {
            all.unreadable(file, damage());
        }
        otherItems.forEach((part, items) -> all.other(entry(part, items)));
    }

    Set<Part> parts() {
        return parts;
    }

    private String damage() {
        return "%,d items of %s could not be used".formatted(unusable, file);
    }

    /** What bears on no rule is named, but nothing is missed by not reading it. */
    private static Coverage.Entry entry(OtherPart part, long items) {
        boolean missed = ConfigTypes.isMissed(part.type());
        return new Coverage.Entry(
                part.account(),
                part.region(),
                part.named(),
                missed ? Coverage.Status.NOT_READ : Coverage.Status.NOT_OFFERED,
                0,
                "%,d items of %s: this type is not read from AWS Config; scan the account itself to have it"
                        .formatted(items, part.type()),
                "");
    }
}
