package dev.plumbline.dashboards.demo;

import dev.plumbline.dashboards.demo.company.Parameters;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder a demonstration lives in. It is marked as one before anything else is written, and nothing is ever
 * written into, or deleted from, a folder that holds other things.
 */
public final class DemoFolder {
    private static final List<String> STORE_FILES =
            List.of("plumbline.db", "plumbline.db-wal", "plumbline.db-shm", "plumbline.db-journal");

    private final Path folder;
    private final DemoMarker marker;

    private DemoFolder(Path folder) {
        this.folder = folder;
        this.marker = new DemoMarker(folder.resolve("demo.json"));
    }

    /**
     * Takes an existing demonstration, an empty folder, or a new one.
     *
     * @throws NoDemoFolderException if something else is there
     */
    public static DemoFolder open(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NoDemoFolderException(folder + " is a file: give --dir a folder");
        }
        DemoFolder demo = new DemoFolder(folder);
        if (!isEmpty(folder) && !demo.marker.isThere()) {
            throw new NoDemoFolderException(
                    folder + " holds files that are no demonstration: give --dir a new or an empty folder");
        }
        Files.createDirectories(folder);
        return demo;
    }

    public Path inventory() {
        return folder.resolve("inventory.ndjson.gz");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path store() {
        return folder.resolve(STORE_FILES.getFirst());
    }

    Path planted() {
        return folder.resolve("planted.json");
    }

    /** Whether everything made from these parameters is here, byte by byte. */
    boolean isWhole(Parameters parameters) throws IOException {
        return marker.promises(parameters) && marker.digest().equals(digest());
    }

    /** Clears away what an earlier demonstration left, its store included: it told of another company. */
    void begin() throws IOException {
        marker.begin();
        delete(logs());
        delete(inventory());
        delete(planted());
        for (String file : STORE_FILES) {
            delete(folder.resolve(file));
        }
        Files.createDirectories(logs());
    }

    void complete(Parameters parameters) throws IOException {
        marker.complete(parameters, digest());
    }

    private String digest() throws IOException {
        return Digests.of(folder, List.of(inventory(), logs(), planted()));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    /** Links are deleted, not followed. */
    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
