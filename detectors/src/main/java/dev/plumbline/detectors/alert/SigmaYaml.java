package dev.plumbline.detectors.alert;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML with its line numbers, for errors that point. */
final class SigmaYaml {
    private final String file;

    SigmaYaml(String file) {
        this.file = file;
    }

    /** Every document of the file. */
    List<MappingNode> documents(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(20);
        List<MappingNode> documents = new ArrayList<>();
        try {
            for (Node node : new Yaml(new SafeConstructor(options)).composeAll(new StringReader(text))) {
                documents.add(mapping(node, "a rule"));
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new EventRuleException("%s:%d: broken YAML: %s".formatted(file, line, e.getProblem()), e);
        } catch (YAMLException e) {
            throw new EventRuleException("%s: broken YAML: %s".formatted(file, e.getMessage()), e);
        }
        return documents;
    }

    MappingNode mapping(Node node, String what) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw error(node, "%s is a mapping of names to values".formatted(what));
    }

    Map<String, Node> entries(MappingNode mapping) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode(), "a name");
            if (entries.put(name, tuple.getValueNode()) != null) {
                throw error(tuple.getKeyNode(), "%s stands twice".formatted(name));
            }
        }
        return entries;
    }

    String text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !isNull(node)) {
            return scalar.getValue();
        }
        throw error(node, "%s is one plain value".formatted(what));
    }

    List<String> texts(Node node, String what) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(node)) {
            texts.add(text(item, what));
        }
        return texts;
    }

    /** The members of a list, or the one value itself. */
    List<Node> items(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    EventRuleException error(Node node, String problem) {
        return new EventRuleException(place(node) + ": " + problem);
    }

    /** File and line, for an error that is found later. */
    String place(Node node) {
        return "%s:%d".formatted(file, node.getStartMark().getLine() + 1);
    }
}
