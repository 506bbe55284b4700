package dev.plumbline.dashboards.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** One SHA-256 over the names and contents of many files. */
final class Digests {
    private Digests() {}

    /**
     * Reads whole files, several at once; those of a demonstration are small.
     *
     * @param roots files and folders; what does not exist counts as nothing
     */
    static String of(Path folder, List<Path> roots) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            if (Files.exists(root)) {
                try (Stream<Path> all = Files.walk(root)) {
                    all.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            }
        }
        MessageDigest whole = sha256();
        try {
            files.parallelStream()
                    .map(file -> line(folder, file))
                    .toList()
                    .forEach(line -> whole.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    private static String line(Path folder, Path file) {
        try {
            byte[] content = sha256().digest(Files.readAllBytes(file));
            return folder.relativize(file) + " " + HexFormat.of().formatHex(content) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
