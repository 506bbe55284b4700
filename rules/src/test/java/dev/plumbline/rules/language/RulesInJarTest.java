package dev.plumbline.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users have our rules in a jar, tests in a folder. */
class RulesInJarTest {
    @Test
    void packsAreFoundInsideAJar(@TempDir Path folder) throws Exception {
        Path classes = classes();
        Path jar =
                jar(classes, Files.createDirectory(folder.resolve("with space")).resolve("rules.jar"));

        List<?> rules;
        try (URLClassLoader loader = classPathWith(jar, classes)) {
            Class<?> pack = loader.loadClass(RulePack.class.getName());
            rules = (List<?>)
                    pack.getMethod("rules").invoke(pack.getMethod("builtIn").invoke(null));
        }

        assertThat(rules).isNotEmpty().hasSameSizeAs(RulePack.builtIn().rules());
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(RulePack.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static Path jar(Path classes, Path file) throws IOException {
        try (Stream<Path> tree = Files.walk(classes);
                JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Path entry : tree.filter(path -> !path.equals(classes)).toList()) {
                String name = classes.relativize(entry).toString().replace(File.separatorChar, '/');
                jar.putNextEntry(new JarEntry(Files.isDirectory(entry) ? name + "/" : name));
                if (Files.isRegularFile(entry)) {
                    Files.copy(entry, jar);
                }
            }
        }
        return file;
    }

    /** The class path of the tests, the jar in place of the folder it was made from; apart from the tests' own classes. */
    private static URLClassLoader classPathWith(Path jar, Path classes) throws MalformedURLException {
        List<Path> paths = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(path -> path.equals(classes) ? jar : path)
                .toList();
        URL[] urls = new URL[paths.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = paths.get(i).toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }
}
