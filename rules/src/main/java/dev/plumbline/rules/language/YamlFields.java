package dev.plumbline.rules.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One mapping with a known set of keys. Whatever is not as expected goes to the problems, and reading goes on. */
final class YamlFields {
    private final SourceText source;
    private final List<RuleProblem> problems;
    private final YamlTree tree;
    private final String what;
    private final Node node;
    private final Map<String, NodeTuple> entries;

    /**
     * @param what the mapping in a person's words, such as {@code a rule}
     * @param accepted every key it may have
     */
    YamlFields(
            SourceText source,
            List<RuleProblem> problems,
            YamlTree tree,
            Node node,
            String what,
            List<String> accepted) {
        this.source = source;
        this.problems = problems;
        this.tree = tree;
        this.what = what;
        this.node = node;
        if (node instanceof MappingNode mapping) {
            this.entries = tree.entries(mapping);
            entries.forEach((key, entry) -> acceptKey(key, entry, accepted));
        } else {
            this.entries = Map.of();
            problems.add(source.problem(
                    node.getStartMark(),
                    "%s must be a mapping with keys: %s".formatted(what, String.join(", ", accepted))));
        }
    }

    private void acceptKey(String key, NodeTuple entry, List<String> accepted) {
        if (!accepted.contains(key)) {
            problems.add(source.problem(
                    entry.getKeyNode().getStartMark(),
                    "%s has no key '%s'%s".formatted(what, key, Suggestions.sentence(key, accepted))));
        }
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
    }

    /** Says so unless the key is there. */
    void require(String key) {
        if (node instanceof MappingNode && !entries.containsKey(key)) {
            problems.add(source.problem(node.getStartMark(), "%s lacks the key '%s'".formatted(what, key)));
        }
    }

    String text(String key) {
        require(key);
        return textOr(key, "");
    }

    String textOr(String key, String otherwise) {
        return node(key).map(value -> textOf(value, "'%s'".formatted(key))).orElse(otherwise);
    }

    /** A text made into something better; what {@code make} refuses is a problem with its message. */
    <T> Optional<T> parsed(String key, Function<String, T> make) {
        require(key);
        return parsedIfThere(key, make);
    }

    <T> Optional<T> parsedIfThere(String key, Function<String, T> make) {
        return node(key).flatMap(value -> parse(value, key, make));
    }

    private <T> Optional<T> parse(Node value, String key, Function<String, T> make) {
        String text = textOf(value, "'%s'".formatted(key));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(make.apply(text));
        } catch (IllegalArgumentException refused) {
            problems.add(source.problem(value.getStartMark(), String.valueOf(refused.getMessage())));
            return Optional.empty();
        }
    }

    /** A list of texts; empty if the key is not there. */
    List<String> texts(String key) {
        return texts(nodes(key), key);
    }

    List<String> texts(List<Node> items, String key) {
        return items.stream()
                .map(item -> textOf(item, "each of '%s'".formatted(key)))
                .toList();
    }

    List<Node> nodes(String key) {
        Optional<Node> value = node(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.add(source.problem(value.get().getStartMark(), "'%s' must be a list".formatted(key)));
        return List.of();
    }

    boolean flag(String key) {
        return node(key)
                .map(value -> {
                    if (!(tree.value(value) instanceof Boolean flag)) {
                        problems.add(source.problem(value.getStartMark(), "'%s' must be true or false".formatted(key)));
                        return false;
                    }
                    return flag;
                })
                .orElse(false);
    }

    /** A mapping with keys of the writer's choice, as plain Java; empty if the key is not there. */
    Map<String, @Nullable Object> tree(String key) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        openEntries(key).forEach((name, entry) -> map.put(name, tree.value(entry.getValueNode())));
        return map;
    }

    /** A mapping from names of the writer's choice to texts; empty if the key is not there. */
    Map<String, String> textsByName(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        openEntries(key)
                .forEach((name, entry) -> map.put(name, textOf(entry.getValueNode(), "each of '%s'".formatted(key))));
        return map;
    }

    Map<String, NodeTuple> openEntries(String key) {
        Optional<Node> value = node(key);
        if (value.isEmpty()) {
            return Map.of();
        }
        if (value.get() instanceof MappingNode mapping) {
            return tree.entries(mapping);
        }
        problems.add(source.problem(value.get().getStartMark(), "'%s' must be a mapping".formatted(key)));
        return Map.of();
    }

    /** The mapping under a key; one without any entry if the key is not there. */
    YamlFields below(String key, String name, List<String> accepted) {
        Node absent = new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
        return new YamlFields(source, problems, tree, node(key).orElse(absent), name, accepted);
    }

    private String textOf(Node value, String name) {
        boolean isText = value instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL);
        if (!isText || ((ScalarNode) value).getValue().isBlank()) {
            problems.add(source.problem(value.getStartMark(), "%s must be text".formatted(name)));
            return "";
        }
        return ((ScalarNode) value).getValue().strip();
    }

    List<String> keys() {
        return List.copyOf(entries.keySet());
    }
}
