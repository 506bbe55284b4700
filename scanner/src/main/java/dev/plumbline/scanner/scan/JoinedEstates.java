package dev.plumbline.scanner.scan;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.collect.Coverage;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Several estates as one. */
public record JoinedEstates(List<Estate> parts) implements Estate {
    public JoinedEstates {
        parts = List.copyOf(parts);
    }

    @Override
    public void forEach(Consumer<Resource> sink) throws IOException {
        for (Estate part : parts) {
            part.forEach(sink);
        }
    }

    @Override
    public Coverage coverage() throws IOException {
        Coverage all = Coverage.NONE;
        for (Estate part : parts) {
            all = all.plus(part.coverage());
        }
        return all;
    }

    @Override
    public List<String> problems() {
        return parts.stream().flatMap(part -> part.problems().stream()).toList();
    }
}
