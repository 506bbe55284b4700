package dev.plumbline.dashboards.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What plumbline.yaml says. Paths in it are relative to the file.
 *
 * @param accounts to read live
 * @param inventories to judge as they are saved
 * @param logs access logs to judge in the same run
 * @param rules folders of rules beside the built-in ones
 */
public record Configuration(
        List<AccountSource> accounts, List<Path> inventories, List<Path> logs, List<Path> rules, Schedule schedule) {
    public Configuration {
        accounts = List.copyOf(accounts);
        inventories = List.copyOf(inventories);
        logs = List.copyOf(logs);
        rules = List.copyOf(rules);
    }

    /**
     * Reads and checks the whole file.
     *
     * @throws ConfigurationException naming the file and every problem in it
     */
    public static Configuration read(Path file) throws IOException {
        List<String> problems = new ArrayList<>();
        Section root = Section.of("", load(file), problems, "accounts", "inventories", "logs", "rules", "schedule");
        Configuration configuration = new Configuration(
                root.items("accounts").stream()
                        .map(item -> AccountSections.read(item.getKey(), item.getValue(), problems))
                        .flatMap(Optional::stream)
                        .toList(),
                paths(file, root.texts("inventories")),
                paths(file, root.texts("logs")),
                paths(file, root.texts("rules")),
                Schedule.read(root.path("schedule"), root.value("schedule"), problems));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(file, problems);
        }
        return configuration;
    }

    private static @Nullable Object load(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        } catch (MarkedYAMLException e) {
            throw new ConfigurationException(
                    file,
                    List.of("this is not YAML: %s (line %d, column %d)"
                            .formatted(
                                    e.getProblem(),
                                    e.getProblemMark().getLine() + 1,
                                    e.getProblemMark().getColumn() + 1)));
        } catch (YAMLException | MalformedInputException e) {
            String message = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", "; ");
            throw new ConfigurationException(file, List.of("this is not YAML: " + message));
        }
    }

    private static List<Path> paths(Path file, List<String> names) {
        return names.stream().map(file::resolveSibling).toList();
    }
}
