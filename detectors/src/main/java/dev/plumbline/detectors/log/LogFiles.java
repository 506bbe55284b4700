package dev.plumbline.detectors.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the files behind the paths that were given, in an order that does not depend on the file system. */
final class LogFiles {
    private LogFiles() {}

    /** @param name the path as the user would write it */
    record Found(Path path, String name) {}

    static List<Found> find(List<Path> paths) {
        List<Found> found = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new LogProblemException("there is no log file or folder %s: check --logs".formatted(path));
            }
            if (!Files.isReadable(path)) {
                throw new LogProblemException(
                        "no permission to read %s: grant it, or run as its owner".formatted(path));
            }
            if (Files.isDirectory(path)) {
                walk(path, found);
            } else {
                found.add(new Found(path, path.toString()));
            }
        }
        return found;
    }

    /** Links inside are not followed: they may lead round in a circle. The folder itself may be one. */
    private static void walk(Path folder, List<Found> found) {
        try {
            Path real = folder.toRealPath();
            try (var all = Files.walk(real)) {
                all.filter(file -> Files.isRegularFile(file) && !isHidden(file))
                        .sorted(Comparator.comparing(Path::toString))
                        .forEach(file -> found.add(new Found(
                                file, folder.resolve(real.relativize(file)).toString())));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new LogProblemException(
                    "cannot list the folder %s: %s. Grant permission to every folder in it, or name the files"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static boolean isHidden(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(".");
    }
}
