package dev.plumbline.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.Cloud;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterTest {
    @Test
    void readsRepeatedAndCommaSeparatedValues() {
        Filter filter = Filter.of(List.of("aws", "gcp"), List.of("critical,high"), "  logs ");

        assertThat(filter.clouds()).containsExactlyInAnyOrder(Cloud.AWS, Cloud.GCP);
        assertThat(filter.severities()).containsExactlyInAnyOrder(Severity.CRITICAL, Severity.HIGH);
        assertThat(filter.text()).isEqualTo("logs");
    }

    @Test
    void standsInTheAddressAndComesBackTheSame() {
        Filter filter = new Filter(Set.of(Cloud.AZURE), Set.of(Severity.LOW), "a&b=c ü");

        assertThat(filter.on("/")).isEqualTo("/?cloud=azure&severity=low&q=a%26b%3Dc+%C3%BC");
    }

    @Test
    void noFilterLeavesTheAddressBare() {
        assertThat(Filter.of(List.of(), List.of(), " ").on("/")).isEqualTo("/");
        assertThat(Filter.of(List.of(), List.of(), "").isNone()).isTrue();
    }

    @Test
    void unknownSeverityIsNamedTogetherWithThoseThereAre() {
        assertThatThrownBy(() -> Filter.of(List.of(), List.of("urgent"), ""))
                .hasMessageContaining("urgent")
                .hasMessageContaining("critical, high, medium or low");
    }

    @Test
    void endlessSearchIsCut() {
        assertThat(Filter.of(List.of(), List.of(), "x".repeat(10_000)).text()).hasSize(300);
    }
}
