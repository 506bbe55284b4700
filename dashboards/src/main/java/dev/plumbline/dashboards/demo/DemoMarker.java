package dev.plumbline.dashboards.demo;

import static dev.plumbline.dashboards.demo.company.Json.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.dashboards.demo.company.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code demo.json}: says that a folder is a demonstration, of what, and whether its files were all written. */
final class DemoMarker {
    /** Goes up whenever the same parameters would give other bytes than before. */
    static final int FORMAT = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;

    DemoMarker(Path file) {
        this.file = file;
    }

    boolean isThere() throws IOException {
        return Files.isRegularFile(file) && read().path("plumblineDemo").isInt();
    }

    boolean promises(Parameters parameters) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        JsonNode marker = read();
        return marker.path("plumblineDemo").asInt() == FORMAT
                && marker.path("parameters").asText().equals(parameters.toString());
    }

    String digest() throws IOException {
        return read().path("sha256").asText();
    }

    void begin() throws IOException {
        MAPPER.writeValue(file.toFile(), object("plumblineDemo", FORMAT));
    }

    void complete(Parameters parameters, String digest) throws IOException {
        MAPPER.writeValue(
                file.toFile(), object("plumblineDemo", FORMAT, "parameters", parameters.toString(), "sha256", digest));
    }

    /** A file that is no JSON is no marker. */
    private JsonNode read() throws IOException {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            return MAPPER.createObjectNode();
        }
    }
}
