package dev.plumbline.scanner.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.ResourceType;
import java.util.List;

/** Coverage as a JSON array of its entries, and back. */
public final class CoverageJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CoverageJson() {}

    public static String write(Coverage coverage) {
        try {
            return MAPPER.writeValueAsString(
                    coverage.entries().stream().map(Line::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers are always JSON", e);
        }
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static Coverage read(String json) {
        try {
            List<Line> lines = MAPPER.readValue(json, new TypeReference<List<Line>>() {});
            return new Coverage(lines.stream().map(Line::entry).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no coverage: " + e.getOriginalMessage(), e);
        }
    }

    private record Line(
            String account,
            String region,
            String type,
            Coverage.Status status,
            long resources,
            String cause,
            String permission) {
        private static Line of(Coverage.Entry entry) {
            return new Line(
                    entry.account().value(),
                    entry.region(),
                    entry.type().value(),
                    entry.status(),
                    entry.resources(),
                    entry.cause(),
                    entry.permission());
        }

        private Coverage.Entry entry() {
            return new Coverage.Entry(
                    new AccountId(account), region, new ResourceType(type), status, resources, cause, permission);
        }
    }
}
