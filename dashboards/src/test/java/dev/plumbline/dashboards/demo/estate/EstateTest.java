package dev.plumbline.dashboards.demo.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Parameters;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.inventory.ResourceJson;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstateTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 1);

    @Test
    void everyRuleHasAFaultOfItsOwn() {
        Estate estate = estate(1, 1);

        assertThat(estate.faults()).doesNotHaveDuplicates();
        assertThat(estate.faults().stream().map(PlantedFault::rule).distinct()).hasSize(40);
    }

    @Test
    void everyFaultIsInAResourceThatExists() {
        Estate estate = estate(1, 0.1);

        List<String> ids = estate.resources().stream()
                .map(resource -> resource.id().value())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .containsAll(
                        estate.faults().stream().map(PlantedFault::resource).toList());
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(lines(estate(3, 0.1))).isEqualTo(lines(estate(3, 0.1))).isNotEqualTo(lines(estate(4, 0.1)));
    }

    @Test
    void everyResourceComesBackFromItsInventoryLine() {
        for (Resource resource : estate(2, 0.1).resources()) {
            assertThat(ResourceJson.read(ResourceJson.write(resource))).isEqualTo(resource);
        }
    }

    @Test
    void everyAccountHasItsAccountResource() {
        assertThat(estate(1, 0.1).resources().stream()
                        .filter(Resource::isAccount)
                        .map(Resource::type))
                .containsExactly(types(
                        "aws.account",
                        "aws.account",
                        "aws.account",
                        "azure.subscription",
                        "azure.subscription",
                        "gcp.project",
                        "gcp.project",
                        "gcp.project"));
    }

    @Test
    void growsWithItsSize() {
        assertThat(estate(1, 1).resources()).hasSizeBetween(280, 340);
        assertThat(estate(1, 3).resources()).hasSizeGreaterThan(550);
    }

    @Test
    void someAnswersCouldNotBeHad() {
        assertThat(estate(1, 0.1).resources().stream()
                        .flatMap(resource -> resource.unread().stream())
                        .map(unread -> unread.path()))
                .containsExactlyInAnyOrder("config.BucketPolicy", "config.KeyRotationStatus");
    }

    private static ResourceType[] types(String... types) {
        return Arrays.stream(types).map(ResourceType::new).toArray(ResourceType[]::new);
    }

    private static Estate estate(long seed, double size) {
        return Estate.of(Company.of(new Parameters(seed, size, UNTIL)));
    }

    private static List<String> lines(Estate estate) {
        return estate.resources().stream().map(ResourceJson::write).toList();
    }
}
