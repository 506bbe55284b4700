package dev.plumbline.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.alert.Signal;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.ranking.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void anAnomalyIsItsStrongestReasonAndOneStoreIsNamed() {
        Headline headline = Headline.of(incident(anomaly(), "arn:aws:s3:::ledger"));

        assertThat(headline)
                .isEqualTo(new Headline("4,812 objects read in an hour; 0 to 40 are usual", "user:3f9c", "ledger"));
    }

    @Test
    void anEventRuleIsItsTitleAndSeveralStoresAreCounted() {
        Headline headline = Headline.of(incident(hit(), "arn:aws:s3:::ledger", "arn:aws:s3:::logs"));

        assertThat(headline).isEqualTo(new Headline("Trail stopped", "user:3f9c", "2 resources"));
    }

    @Test
    void aLogThatNamesNoResourceLeavesItOut() {
        assertThat(Headline.of(incident(hit())).where()).isEmpty();
    }

    @Test
    void aLongNameIsCutInTheMiddle() {
        Headline headline = Headline.of(incident(hit(), "arn:aws:s3:::" + "a".repeat(40) + "z".repeat(40)));

        assertThat(headline.where()).hasSize(48).startsWith("aaa").contains("…").endsWith("zzz");
    }

    private static Incident incident(Signal signal, String... resources) {
        return new Incident(
                "incident-1",
                signal.sentence(),
                Cloud.AWS,
                "111122223333",
                Severity.HIGH,
                60,
                List.of(new Incident.Term("unusual access", 60)),
                NOON,
                NOON,
                List.of(resources),
                List.of(signal),
                List.of());
    }

    private static Anomaly anomaly() {
        return new Anomaly(
                Provider.AWS,
                "111122223333",
                principal(),
                NOON,
                NOON,
                Set.of(),
                Map.of(),
                0.8,
                0.001,
                List.of(new Anomaly.Reason(
                        "objects read", "4,812", "0 to 40", 0.6, "4,812 objects read in an hour; 0 to 40 are usual")),
                "a long sentence with account and time",
                List.of());
    }

    private static EventRuleHit hit() {
        return new EventRuleHit(
                "trail-stopped",
                "Trail stopped",
                "critical",
                Provider.AWS,
                "111122223333",
                principal(),
                NOON,
                NOON,
                Set.of(),
                1,
                "a long sentence with account and time",
                List.of());
    }

    private static Principal principal() {
        return new Principal("user:3f9c", Principal.Kind.HUMAN, "", List.of());
    }
}
