package dev.plumbline.dashboards.demo;

import static dev.plumbline.dashboards.demo.company.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.plumbline.dashboards.demo.estate.PlantedFault;
import dev.plumbline.dashboards.demo.log.PlantedAttack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What should be found, as {@code planted.json} has it. The pipeline never reads it. */
public record Planted(List<PlantedFault> faults, List<PlantedAttack> attacks) {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Planted {
        faults = List.copyOf(faults);
        attacks = List.copyOf(attacks);
    }

    void write(Path file) throws IOException {
        List<Object> faultObjects = new ArrayList<>();
        faults.forEach(fault -> faultObjects.add(object("rule", fault.rule(), "resource", fault.resource())));
        List<Object> attackObjects = new ArrayList<>();
        attacks.forEach(attack -> attackObjects.add(tree(attack)));
        MAPPER.writeValue(file.toFile(), object("faults", faultObjects, "attacks", attackObjects));
    }

    private static Map<String, @Nullable Object> tree(PlantedAttack attack) {
        return object(
                "name", attack.name(),
                "provider", attack.provider(),
                "start", attack.start().toString(),
                "end", attack.end().toString(),
                "eventIds", attack.eventIds());
    }

    static Planted read(Path file) throws IOException {
        JsonNode root = MAPPER.readTree(file.toFile());
        List<PlantedFault> faults = new ArrayList<>();
        root.path("faults")
                .forEach(fault -> faults.add(new PlantedFault(
                        fault.path("rule").asText(), fault.path("resource").asText())));
        List<PlantedAttack> attacks = new ArrayList<>();
        root.path("attacks").forEach(attack -> attacks.add(attack(attack)));
        return new Planted(faults, attacks);
    }

    private static PlantedAttack attack(JsonNode attack) {
        List<String> ids = new ArrayList<>();
        attack.path("eventIds").forEach(id -> ids.add(id.asText()));
        return new PlantedAttack(
                attack.path("name").asText(),
                attack.path("provider").asText(),
                Instant.parse(attack.path("start").asText()),
                Instant.parse(attack.path("end").asText()),
                ids);
    }
}
