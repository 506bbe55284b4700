package dev.plumbline.scanner.scan;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.inventory.InventoryReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Saved inventories as an estate. They cover the types they hold: a type that no line has was not looked at. */
public final class InventoryFiles implements Estate {
    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::account).thenComparing(Part::type);

    private final List<Path> files;
    private Map<Part, Long> parts = new TreeMap<>(ORDER);
    private List<String> problems = List.of();
    private long badLines;

    public InventoryFiles(List<Path> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public void forEach(Consumer<Resource> sink) throws IOException {
        Map<Part, Long> seen = new TreeMap<>(ORDER);
        List<String> sentences = new ArrayList<>();
        long bad = 0;
        for (Path file : files) {
            InventoryReader.Report report = InventoryReader.read(file, resource -> {
                seen.merge(new Part(resource.account(), resource.type()), 1L, Long::sum);
                sink.accept(resource);
            });
            bad += report.badLines();
            report.problems().forEach(problem -> sentences.add(problem.sentence()));
        }
        parts = seen;
        problems = List.copyOf(sentences);
        badLines = bad;
    }

    @Override
    public Coverage coverage() {
        // A line that does not parse may have been anything: then no type was read whole.
        Coverage.Status status = badLines == 0 ? Coverage.Status.READ : Coverage.Status.PARTIAL;
        String cause = badLines == 0 ? "" : badLines + " lines of the inventory could not be used";
        return new Coverage(parts.entrySet().stream()
                .map(part -> new Coverage.Entry(
                        part.getKey().account(), "global", part.getKey().type(), status, part.getValue(), cause, ""))
                .toList());
    }

    @Override
    public List<String> problems() {
        return problems;
    }

    private record Part(AccountId account, ResourceType type) {}
}
