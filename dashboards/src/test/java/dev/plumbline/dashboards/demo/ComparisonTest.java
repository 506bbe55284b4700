package dev.plumbline.dashboards.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dashboards.demo.estate.PlantedFault;
import dev.plumbline.dashboards.demo.log.PlantedAttack;
import dev.plumbline.detectors.alert.EventRuleHit;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import dev.plumbline.rules.language.Evidence;
import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.finding.FindingId;
import dev.plumbline.scanner.ranking.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final PlantedFault FAULT = new PlantedFault("aws-kms-key-public", "arn:key/one");
    private static final PlantedAttack ATTACK = new PlantedAttack("stolen key", "aws", NOW, NOW, List.of("e1", "e2"));
    private static final Planted PLANTED = new Planted(List.of(FAULT), List.of(ATTACK));

    @Test
    void aFailureOfThatRuleOnThatResourceAndASignalNamingOneEventAreFound() {
        Comparison comparison = Comparison.of(
                PLANTED,
                List.of(finding("aws-kms-key-public", "arn:key/one", Finding.Outcome.FAIL)),
                List.of(incident("e2")));

        assertThat(comparison.summary()).isEqualTo("planted: faults 1 of 1, attacks 1 of 1 in the top 10");
        assertThat(comparison.falseAlarms()).isEmpty();
    }

    @Test
    void anotherResourceIsAMissAndAFalseAlarm() {
        Comparison comparison = Comparison.of(
                PLANTED, List.of(finding("aws-kms-key-public", "arn:key/two", Finding.Outcome.FAIL)), List.of());

        assertThat(comparison.missedFaults()).containsExactly(FAULT);
        assertThat(comparison.falseAlarms()).containsExactly(new PlantedFault("aws-kms-key-public", "arn:key/two"));
        assertThat(comparison.missedAttacks()).containsExactly(ATTACK);
        assertThat(comparison.summary()).isEqualTo("planted: faults 0 of 1, attacks 0 of 1 in the top 10");
    }

    @Test
    void notAssessedIsNotFound() {
        Comparison comparison = Comparison.of(
                PLANTED,
                List.of(finding("aws-kms-key-public", "arn:key/one", Finding.Outcome.NOT_ASSESSED)),
                List.of());

        assertThat(comparison.missedFaults()).containsExactly(FAULT);
        assertThat(comparison.falseAlarms()).isEmpty();
    }

    @Test
    void theEleventhIncidentIsTooLate() {
        List<Incident> ranked = new ArrayList<>();
        for (int place = 1; place <= Comparison.TOP; place++) {
            ranked.add(incident("ordinary-" + place));
        }
        ranked.add(incident("e1"));

        assertThat(Comparison.of(PLANTED, List.of(), ranked).missedAttacks()).containsExactly(ATTACK);
    }

    private static Finding finding(String rule, String resource, Finding.Outcome outcome) {
        RuleId id = new RuleId(rule);
        ResourceId resourceId = new ResourceId(resource);
        return new Finding(
                FindingId.of(id, resourceId, ""),
                id,
                "title",
                Severity.CRITICAL,
                outcome,
                Finding.Status.OPEN,
                Cloud.AWS,
                new AccountId("111122223333"),
                "eu-central-1",
                new ResourceType("aws.kms.key"),
                resourceId,
                "one",
                List.of(new Evidence("config.KeyPolicy", "seen")),
                50,
                NOW,
                NOW);
    }

    private static Incident incident(String eventId) {
        EventRuleHit hit = new EventRuleHit(
                "rule",
                "title",
                "high",
                Provider.AWS,
                "111122223333",
                new Principal("user:1", Principal.Kind.HUMAN, "", List.of()),
                NOW,
                NOW,
                Set.of(),
                1,
                "sentence",
                List.of(eventId));
        return new Incident(
                eventId,
                "title",
                Cloud.AWS,
                "111122223333",
                Severity.HIGH,
                50,
                List.of(),
                NOW,
                NOW,
                List.of(),
                List.of(hit),
                List.of());
    }
}
