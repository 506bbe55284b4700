package dev.plumbline.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.ResourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/rule-catalogue.md} in step with the packs. Written anew by
 * {@code mvn -pl rules test -Dtest=RuleCatalogueTest -Dplumbline.catalogue=write}.
 */
class RuleCatalogueTest {
    private static final Path CATALOGUE = Path.of("..", "docs", "rule-catalogue.md");
    private static final String COMMAND = "mvn -pl rules test -Dtest=RuleCatalogueTest -Dplumbline.catalogue=write";

    @Test
    void theCatalogueSaysWhatThePacksSay() throws IOException {
        String catalogue = catalogue(RulePack.builtIn().rules());
        if (System.getProperty("plumbline.catalogue", "").equals("write")) {
            Files.writeString(CATALOGUE, catalogue);
        }

        assertThat(CATALOGUE)
                .as("write it anew by: %s", COMMAND)
                .exists()
                .content()
                .isEqualTo(catalogue);
    }

    private static String catalogue(List<Rule> rules) {
        Map<ResourceType, List<Rule>> byType =
                rules.stream().collect(Collectors.groupingBy(Rule::resource, TreeMap::new, Collectors.toList()));
        StringBuilder markdown = new StringBuilder("""
                # Rule catalogue

                The %d built-in rules, written by code from the packs: `%s`.
                How to write your own is told in [rules.md](rules.md).
                """.formatted(rules.size(), COMMAND));
        byType.forEach((type, ofType) -> {
            markdown.append("\n## %s\n\n| rule | severity | what holds | why |\n|---|---|---|---|\n".formatted(type));
            ofType.forEach(rule -> markdown.append("| `%s` | %s | %s | %s |\n"
                    .formatted(rule.id(), rule.severity().key(), cell(rule.title()), cell(rule.why()))));
        });
        return markdown.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
