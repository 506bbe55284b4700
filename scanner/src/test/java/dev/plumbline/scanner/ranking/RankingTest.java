package dev.plumbline.scanner.ranking;

import static dev.plumbline.scanner.store.Samples.NOON;
import static dev.plumbline.scanner.store.Samples.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.scanner.finding.Finding;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final String LEDGER = "arn:aws:s3:::ledger";
    private static final ResourceId LEDGER_ID = new ResourceId(LEDGER);

    @Test
    void joinsUnusualAccessWithTheFaultsOfWhatItTouched() {
        Finding open = finding("aws-s3-bucket-public-access", "ledger", Severity.CRITICAL);

        List<Incident> ranked =
                new Ranking(posture(List.of(open), "")).rank(List.of(anomaly("a", 0, 0.001, 9)), List.of(LEDGER_ID));

        assertThat(ranked).singleElement().satisfies(incident -> {
            assertThat(incident.findings()).containsExactly(open);
            assertThat(incident.signals()).hasSize(1);
            assertThat(incident.priority()).isEqualTo(63);
        });
    }

    @Test
    void thePriorityIsTheSumOfItsTerms() {
        List<Incident> ranked = new Ranking(posture(List.of(), "restricted"))
                .rank(List.of(anomaly("a", 0, 0.01), hit("a", 10, "high")), List.of());

        Incident incident = ranked.getFirst();
        double sum = incident.arithmetic().stream()
                .mapToDouble(Incident.Term::points)
                .sum();
        assertThat(incident.priority()).isEqualTo((int) Math.round(sum));
        assertThat(incident.arithmetic())
                .extracting(Incident.Term::reason)
                .contains("touches a store tagged restricted", "an event rule and the learned baseline agree");
    }

    @Test
    void foldsWhatOnePrincipalDoesWithoutALongBreak() {
        List<Signal> signals =
                List.of(hit("a", 0, "high"), hit("a", 50, "low"), hit("a", 400, "low"), hit("b", 0, "low"));

        List<Incident> ranked = new Ranking(posture(List.of(), "")).rank(signals, List.of());

        assertThat(ranked).extracting(incident -> incident.signals().size()).containsExactlyInAnyOrder(2, 1, 1);
    }

    @Test
    void slowCopyingOfOneStoreIsOneIncident() {
        List<Signal> daily = List.of(
                anomaly("a", 0, 0.01),
                anomaly("a", 24 * 60, 0.01),
                anomaly("a", 48 * 60, 0.01),
                anomaly("a", 72 * 60, 0.01));

        List<Incident> ranked = new Ranking(posture(List.of(), "")).rank(daily, List.of());

        assertThat(ranked).singleElement().satisfies(incident -> {
            assertThat(incident.signals()).hasSize(4);
            assertThat(Duration.between(incident.start(), incident.end())).isEqualTo(Duration.ofHours(73));
        });
    }

    @Test
    void whatHappensOutranksWhatCouldHappen() {
        Finding open = finding("aws-s3-bucket-public-access", "ledger", Severity.CRITICAL);

        List<Incident> ranked = new Ranking(posture(List.of(open), "restricted"))
                .rank(List.of(hit("a", 0, "critical"), hit("b", 0, "low")), List.of(LEDGER_ID));

        assertThat(ranked)
                .extracting(
                        incident -> incident.signals().size(),
                        incident -> incident.findings().size())
                .startsWith(tuple(1, 0));
        assertThat(ranked).hasSize(3).isSortedAccordingTo((a, b) -> b.priority() - a.priority());
    }

    @Test
    void accessToSensitiveDataComesBeforeACriticalFaultThatNobodyUses() {
        Finding open = finding("aws-s3-bucket-public-access", "brochures", Severity.CRITICAL);
        Ranking ranking = new Ranking(posture(List.of(open), "restricted"));

        List<Incident> ranked = ranking.rank(List.of(anomaly("a", 0, 0.001, 9)), List.of(open.resource()));

        assertThat(ranked).extracting(incident -> incident.signals().size()).containsExactly(1, 0);
        assertThat(ranked.getLast().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void whatAPrincipalWorksWithAnyhowCountsHalf() {
        Finding open = finding("aws-s3-bucket-public-access", "ledger", Severity.CRITICAL);
        Ranking ranking = new Ranking(posture(List.of(open), "restricted"));

        Incident newGround =
                ranking.rank(List.of(anomaly("a", 0, 0.001, 9)), List.of()).getFirst();
        Incident usualGround =
                ranking.rank(List.of(anomaly("a", 0, 0.001)), List.of()).getFirst();

        assertThat(newGround.arithmetic())
                .extracting(Incident.Term::reason, Incident.Term::points)
                .contains(
                        tuple("reads 9 objects from a store new to it", 4.0),
                        tuple("touches a store tagged restricted", 15.0),
                        tuple("ledger, which it touched, fails: " + open.title(), 20.0));
        assertThat(usualGround.arithmetic())
                .extracting(Incident.Term::reason, Incident.Term::points)
                .contains(
                        tuple("works with a store tagged restricted", 7.5),
                        tuple("ledger, which it works with, fails: " + open.title(), 10.0));
    }

    @Test
    void moreReadFromANewStoreIsMoreUrgentUpToABound() {
        List<Signal> signals = List.of(
                anomaly("some", 0, 0.001, 99),
                anomaly("all", 0, 0.001, 9_999),
                anomaly("ten times all", 0, 0.001, 99_999));

        List<Incident> ranked = new Ranking(posture(List.of(), "")).rank(signals, List.of());

        assertThat(ranked).extracting(Incident::priority).containsExactly(55, 55, 47);
    }

    @Test
    void anIncidentKeepsItsIdOverRuns() {
        List<Signal> signals = List.of(anomaly("a", 0, 0.001));

        String first = new Ranking(posture(List.of(), ""))
                .rank(signals, List.of())
                .getFirst()
                .id();
        String second = new Ranking(posture(List.of(), "pii"))
                .rank(signals, List.of())
                .getFirst()
                .id();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void noPriorityLeavesItsRangeHoweverMuchComesTogether() {
        List<Signal> many = java.util.stream.IntStream.range(0, 40)
                .<Signal>mapToObj(minute -> minute % 2 == 0 ? hit("a", minute, "critical") : anomaly("a", minute, 1e-9))
                .toList();
        Finding open = finding("aws-s3-bucket-public-access", "ledger", Severity.CRITICAL);

        List<Incident> ranked = new Ranking(posture(List.of(open), "pii")).rank(many, List.of());

        assertThat(ranked).singleElement().extracting(Incident::priority).isEqualTo(100);
    }

    private static Ranking.Posture posture(List<Finding> findings, String dataClass) {
        return new Ranking.Posture() {
            @Override
            public List<Finding> failuresOf(Collection<ResourceId> resources) {
                return findings.stream()
                        .filter(finding -> resources.contains(finding.resource()))
                        .toList();
            }

            @Override
            public Optional<String> dataClass(ResourceId resource) {
                return Optional.of(dataClass).filter(value -> !value.isEmpty());
            }
        };
    }

    private static Anomaly anomaly(String principal, int minute, double pValue) {
        return anomaly(principal, minute, pValue, 0);
    }

    private static Anomaly anomaly(String principal, int minute, double pValue, long newReads) {
        return new Anomaly(
                Provider.AWS,
                "111122223333",
                new Principal(principal, Principal.Kind.HUMAN, "", List.of()),
                NOON.plus(Duration.ofMinutes(minute)),
                NOON.plus(Duration.ofMinutes(minute + 60L)),
                Set.of(LEDGER),
                newReads == 0 ? Map.of() : Map.of(LEDGER, newReads),
                0.8,
                pValue,
                List.of(new Anomaly.Reason("objects", "900", "0 to 10", 1, "read 900 objects, usually 0 to 10")),
                principal + " read 900 objects",
                List.of());
    }

    private static EventRuleHit hit(String principal, int minute, String level) {
        return new EventRuleHit(
                "rule-" + level,
                "A rule of level " + level,
                level,
                Provider.AWS,
                "111122223333",
                new Principal(principal, Principal.Kind.HUMAN, "", List.of()),
                NOON.plus(Duration.ofMinutes(minute)),
                NOON.plus(Duration.ofMinutes(minute)),
                level.equals("critical") || level.equals("low") ? Set.of() : Set.of(LEDGER),
                1,
                principal + " did what a rule forbids",
                List.of());
    }
}
