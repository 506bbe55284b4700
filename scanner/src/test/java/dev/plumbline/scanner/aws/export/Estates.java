package dev.plumbline.scanner.aws.export;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.collect.Coverage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What exports give, read to their end. */
record Estates(List<Resource> resources, Coverage coverage, List<String> problems) {
    static Estates read(Path... files) throws IOException {
        AwsExports exports = new AwsExports(List.of(files));
        List<Resource> resources = new ArrayList<>();
        exports.forEach(id -> false, resources::add);
        return new Estates(resources, exports.coverage(), exports.problems());
    }

    Resource only(String type) {
        List<Resource> found = resources.stream()
                .filter(resource -> resource.type().value().equals(type))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("one %s expected among %s".formatted(type, resources));
        }
        return found.getFirst();
    }

    List<String> names(String type) {
        return resources.stream()
                .filter(resource -> resource.type().value().equals(type))
                .map(Resource::name)
                .toList();
    }
}
