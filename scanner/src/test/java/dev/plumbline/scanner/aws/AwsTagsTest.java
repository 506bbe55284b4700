package dev.plumbline.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsTagsTest {
    @Test
    void pairsHaveNamesOfTheirOwn() {
        assertThat(AwsTags.in(Map.of("Tags", List.of(Map.of("Key", "team", "Value", "data")))))
                .isEqualTo(Map.of("team", "data"));
        assertThat(AwsTags.in(Map.of("Tags", List.of(Map.of("TagKey", "team", "TagValue", "data")))))
                .isEqualTo(Map.of("team", "data"));
    }

    @Test
    void aMapOfTagsMayHaveOneThatIsCalledItems() {
        assertThat(AwsTags.in(Map.of("tags", Map.of("team", "data", "Items", "many"))))
                .isEqualTo(Map.of("team", "data", "Items", "many"));
    }

    @Test
    void cloudFrontWrapsThemInItems() {
        assertThat(AwsTags.in(Map.of("Tags", Map.of("Items", List.of(Map.of("Key", "team", "Value", "web"))))))
                .isEqualTo(Map.of("team", "web"));
    }

    @Test
    void cloudTrailListsThemByResource() {
        assertThat(AwsTags.in(Map.of(
                        "ResourceTagList",
                        List.of(Map.of(
                                "ResourceId", "x", "TagsList", List.of(Map.of("Key", "team", "Value", "audit")))))))
                .isEqualTo(Map.of("team", "audit"));
    }

    @Test
    void whatHasNoTagsHasNone() {
        assertThat(AwsTags.in(Map.of("Name", "x"))).isEmpty();
    }
}
