package dev.plumbline.rules.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds rule files and reads their text: in folders, and in our own packs, which may lie in a jar. */
final class RuleFiles {
    /** A rule with many cases has some 20,000 bytes. */
    static final int SIZE_LIMIT = 1_000_000;

    private static final String BUILT_IN = "packs";

    private RuleFiles() {}

    /** Every rule file below {@code folder}, in the order of their names; {@code folder} may be one file. */
    static List<SourceText> in(Path folder, List<RuleProblem> problems) {
        return in(folder, folder.toString(), problems);
    }

    /** The rules we ship. A new file among them needs no list to be edited. */
    static List<SourceText> builtIn(List<RuleProblem> problems) {
        URL packs = RuleFiles.class.getResource("/" + BUILT_IN);
        if (packs == null) {
            throw new IllegalStateException("the built-in rules are not on the class path: the build is broken");
        }
        try {
            if (packs.openConnection() instanceof JarURLConnection inJar) {
                // A file system of our own: the one shared by URI may be closed by whoever opened it.
                Path jar = Path.of(inJar.getJarFileURL().toURI());
                try (FileSystem entries = FileSystems.newFileSystem(jar)) {
                    return in(entries.getPath(BUILT_IN), BUILT_IN, problems);
                }
            }
            return in(Path.of(packs.toURI()), BUILT_IN, problems);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the built-in rules at " + packs, broken);
        } catch (URISyntaxException broken) {
            throw new IllegalStateException("cannot read the built-in rules at " + packs, broken);
        }
    }

    private static List<SourceText> in(Path folder, String name, List<RuleProblem> problems) {
        if (!Files.exists(folder)) {
            problems.add(new RuleProblem(name, 1, 1, "no such file or folder", ""));
            return List.of();
        }
        List<SourceText> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(RuleFiles::isRuleFile).sorted().forEach(file -> {
                String below = folder.relativize(file).toString();
                String source = below.isEmpty() ? name : name + "/" + below.replace('\\', '/');
                read(file, source, problems).ifPresent(found::add);
            });
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add(new RuleProblem(name, 1, 1, "cannot be read: " + unreadable.getMessage(), ""));
        }
        if (found.isEmpty() && problems.isEmpty()) {
            problems.add(new RuleProblem(name, 1, 1, "holds no rules: expected files named *.yaml or *.yml", ""));
        }
        return found;
    }

    private static boolean isRuleFile(Path path) {
        String name = path.toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(path);
    }

    private static Optional<SourceText> read(Path file, String source, List<RuleProblem> problems) {
        try {
            if (Files.size(file) > SIZE_LIMIT) {
                problems.add(new RuleProblem(
                        source, 1, 1, "is too large for a rule: at most %d bytes are read".formatted(SIZE_LIMIT), ""));
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return Optional.of(new SourceText(source, text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException notText) {
            problems.add(new RuleProblem(source, 1, 1, "is not UTF-8 text: save it as UTF-8", ""));
        } catch (IOException unreadable) {
            problems.add(new RuleProblem(source, 1, 1, "cannot be read: " + unreadable, ""));
        }
        return Optional.empty();
    }
}
