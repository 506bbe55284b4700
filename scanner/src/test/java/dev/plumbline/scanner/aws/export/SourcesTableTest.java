package dev.plumbline.scanner.aws.export;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.scanner.aws.export.Told.Missing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation says of each type what an export can answer; here it is held against what the code declares. */
class SourcesTableTest {
    private static final Path PAGE = Path.of("..", "docs", "collectors.md");
    private static final String NOTHING = "–";

    @Test
    void theTableInTheDocumentationIsTheOneDeclared() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        ConfigTypes.ALL.forEach(type ->
                rows.put(type.type().value(), new Row("`%s`%s".formatted(type.name(), but(type.missing())), NOTHING)));
        AuthorizationDetailsFile.KINDS.forEach(kind -> rows.compute(
                kind.type().value(),
                (type, row) -> new Row(
                        row == null ? NOTHING : row.config(), "`%s`%s".formatted(kind.list(), but(kind.missing())))));

        String table = rows.entrySet().stream()
                .map(row -> "| `%s` | %s | %s |"
                        .formatted(
                                row.getKey(),
                                row.getValue().config(),
                                row.getValue().details()))
                .collect(joining("\n"));

        assertThat(Files.readString(PAGE)).contains(table);
    }

    @Test
    void everyTypeThatIsMissedIsNamed() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(ConfigTypes.missed()).allSatisfy(type -> assertThat(page).contains("`" + type + "`"));
    }

    @Test
    void whatAnAccountLacksIsNamed() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Stream.concat(Stream.of(ExportedAccounts.BLOCK), ExportedAccounts.MISSING.stream()))
                .allSatisfy(missing -> assertThat(page).contains("`" + missing.key() + "`"));
    }

    private static String but(List<Missing> missing) {
        return missing.isEmpty()
                ? ""
                : missing.stream().map(answer -> "`" + answer.key() + "`").collect(joining(", ", " without ", ""));
    }

    private record Row(String config, String details) {}
}
