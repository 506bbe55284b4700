package dev.plumbline.scanner.scan;

import static java.util.stream.Collectors.partitioningBy;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.aws.export.AwsExports;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.inventory.InventoryReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Saved inventories, and what AWS itself exports of an account, as an estate. They cover the types they hold: a type that
 * none of them has was not looked at. A resource that an inventory holds is taken from there, because it tells more.
 */
public final class InventoryFiles implements Estate {
    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::account).thenComparing(Part::type);

    private final List<Path> inventories;
    private final AwsExports exports;
    private Map<Part, Long> parts = new TreeMap<>(ORDER);
    private List<String> problems = List.of();
    private long badLines;

    public InventoryFiles(List<Path> files) {
        Map<Boolean, List<Path>> exported = files.stream().collect(partitioningBy(AwsExports::recognises));
        inventories = exported.getOrDefault(false, List.of());
        exports = new AwsExports(exported.getOrDefault(true, List.of()));
    }

    @Override
    public void forEach(Consumer<Resource> sink) throws IOException {
        Map<Part, Long> seen = new TreeMap<>(ORDER);
        List<String> sentences = new ArrayList<>();
        Set<ResourceId> ids = new HashSet<>();
        long bad = 0;
        for (Path file : inventories) {
            InventoryReader.Report report = InventoryReader.read(file, resource -> {
                seen.merge(new Part(resource.account(), resource.type()), 1L, Long::sum);
                if (!exports.isEmpty()) {
                    ids.add(resource.id());
                }
                sink.accept(resource);
            });
            bad += report.badLines();
            report.problems().forEach(problem -> sentences.add(problem.sentence()));
        }
        exports.forEach(ids::contains, sink);
        sentences.addAll(exports.problems());
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
                                part.getKey().account(),
                                "global",
                                part.getKey().type(),
                                status,
                                part.getValue(),
                                cause,
                                ""))
                        .toList())
                .plus(exports.coverage());
    }

    @Override
    public List<String> problems() {
        return problems;
    }

    private record Part(AccountId account, ResourceType type) {}
}
