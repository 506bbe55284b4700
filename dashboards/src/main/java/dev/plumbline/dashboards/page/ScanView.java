package dev.plumbline.dashboards.page;

import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.store.ScanRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One scan as a page tells it. */
public record ScanView(ScanRecord scan) {
    public Optional<Duration> took() {
        return scan.ended().map(end -> Duration.between(scan.started(), end));
    }

    /** Every account, region and type it meant to read, but for those the provider does not offer there. */
    public long parts() {
        return scan.coverage().entries().stream()
                .filter(entry -> entry.status() != Coverage.Status.NOT_OFFERED)
                .count();
    }

    /** The parts that were not read whole. */
    public List<Coverage.Entry> gaps() {
        return scan.coverage().entries().stream()
                .filter(entry ->
                        entry.status() == Coverage.Status.PARTIAL || entry.status() == Coverage.Status.NOT_READ)
                .toList();
    }

    public boolean ended() {
        return scan.state() == ScanRecord.State.COMPLETE || scan.state() == ScanRecord.State.INCOMPLETE;
    }

    public String state() {
        return switch (scan.state()) {
            case RUNNING -> "running";
            case COMPLETE -> "complete";
            case INCOMPLETE -> "incomplete";
            case FAILED -> "failed";
        };
    }

    /** Such as {@code all 41 parts read}; an export has no parts, its lines are what was read. */
    public String coverage() {
        if (parts() == 0) {
            return "as the files say";
        }
        return gaps().isEmpty()
                ? "all %s read".formatted(Words.count(parts(), "part"))
                : "%s of %s not read".formatted(Words.number(gaps().size()), Words.count(parts(), "part"));
    }
}
