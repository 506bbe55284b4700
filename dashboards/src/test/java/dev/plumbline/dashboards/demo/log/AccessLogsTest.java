package dev.plumbline.dashboards.demo.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Parameters;
import dev.plumbline.detectors.event.AccessEvent;
import dev.plumbline.detectors.event.Provider;
import dev.plumbline.detectors.log.EventMarker;
import dev.plumbline.detectors.log.LogCoverage;
import dev.plumbline.detectors.log.LogLimits;
import dev.plumbline.detectors.log.LogReader;
import dev.plumbline.detectors.log.PseudonymKey;
import dev.plumbline.detectors.log.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogsTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 1);

    @TempDir
    private static Path folder;

    private static AccessLogs logs;
    private static LogCoverage coverage;
    private static final List<AccessEvent> EVENTS = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void writeAndRead() {
        logs = AccessLogs.write(company(1, 0.05), folder, () -> {});
        Pseudonyms pseudonyms = new Pseudonyms(PseudonymKey.of(new byte[32]));
        coverage = new LogReader(pseudonyms, EventMarker.NOTHING, LogLimits.standard(), 1)
                .read(List.of(folder), event -> EVENTS.add(event.event()));
    }

    @Test
    void everyEventIsReadAsItsProviderWouldHaveWrittenIt() {
        assertThat(coverage.complete()).isTrue();
        assertThat(coverage.events()).isEqualTo(logs.events());
        assertThat(EVENTS.stream().map(AccessEvent::provider)).contains(Provider.AWS, Provider.AZURE, Provider.GCP);
    }

    @Test
    void everyEventLiesInTheMonth() {
        Instant end = UNTIL.atStartOfDay(ZoneOffset.UTC).toInstant();

        assertThat(EVENTS)
                .allSatisfy(
                        event -> assertThat(event.time()).isBetween(end.minus(Duration.ofDays(Parameters.DAYS)), end));
    }

    @Test
    void everyEventOfAnAttackIsThereOnce() {
        Map<String, Long> seen = EVENTS.stream().collect(Collectors.groupingBy(AccessEvent::id, Collectors.counting()));

        assertThat(logs.attacks().stream().map(PlantedAttack::name))
                .containsExactly(
                        "stolen key",
                        "slow exfiltration",
                        "insider bulk read",
                        "logging switched off",
                        "snapshot shared out");
        assertThat(logs.attacks().stream().flatMap(attack -> attack.eventIds().stream()))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(seen).containsEntry(id, 1L));
    }

    @Test
    void everyAttackHasAPast() {
        Instant half = UNTIL.minusDays(Parameters.DAYS / 2 + 1L)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();

        assertThat(logs.attacks())
                .allSatisfy(attack -> assertThat(attack.start()).isAfter(half));
    }

    @Test
    void attackersDoNotStandOutByTheirProgramAlone() {
        Set<String> stolen = Set.copyOf(logs.attacks().getFirst().eventIds());

        Set<String> agents = EVENTS.stream()
                .filter(event -> stolen.contains(event.id()))
                .map(AccessEvent::agent)
                .collect(Collectors.toSet());
        assertThat(EVENTS.stream().filter(event -> !stolen.contains(event.id())).map(AccessEvent::agent))
                .containsAll(agents);
    }

    @Test
    void sameSeedGivesTheSameBytes(@TempDir Path one, @TempDir Path two, @TempDir Path other) throws IOException {
        AccessLogs.write(company(2, 0.01), one, () -> {});
        AccessLogs.write(company(2, 0.01), two, () -> {});
        AccessLogs.write(company(3, 0.01), other, () -> {});

        assertThat(contents(one)).isEqualTo(contents(two)).isNotEqualTo(contents(other));
    }

    @Test
    void growsWithItsSize(@TempDir Path larger) {
        AccessLogs twice = AccessLogs.write(company(1, 0.1), larger, () -> {});

        assertThat((double) twice.events() / logs.events()).isBetween(1.5, 2.5);
    }

    private static Company company(long seed, double size) {
        return Company.of(new Parameters(seed, size, UNTIL));
    }

    private static Map<String, Integer> contents(Path root) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
