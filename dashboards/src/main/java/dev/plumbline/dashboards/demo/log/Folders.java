package dev.plumbline.dashboards.demo.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Creates files, and their folders once: asking the file system thousands of times would take longer than writing. */
final class Folders {
    private final Set<Path> made = ConcurrentHashMap.newKeySet();

    OutputStream create(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null && !made.contains(folder)) {
            Files.createDirectories(folder);
            made.add(folder);
        }
        return Files.newOutputStream(file);
    }
}
