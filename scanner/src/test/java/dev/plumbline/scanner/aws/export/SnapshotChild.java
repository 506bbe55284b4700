package dev.plumbline.scanner.aws.export;

import dev.plumbline.rules.resource.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads one export in a heap of the parent's choosing and prints how many resources it gave. */
final class SnapshotChild {
    private SnapshotChild() {}

    public static void main(String[] arguments) throws IOException {
        long[] resources = {0};
        new AwsExports(List.of(Path.of(arguments[0]))).forEach(id -> false, (Resource resource) -> resources[0]++);
        System.out.println(resources[0]);
    }
}
