package dev.plumbline.detectors.alert;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;

/** YAML with its lines and columns, for errors that point. */
final class SigmaYaml {
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 20;
    /** Plain values may not begin with these, in flow style not hold a question mark; writers of wildcards forget it. */
    private static final String INDICATORS = "*?&!%@`|>";

    private final String file;

    SigmaYaml(String file) {
        this.file = file;
    }

    /** Every document of the file. */
    List<MappingNode> documents(String text) {
        requirePrintable(text);
        List<MappingNode> documents = new ArrayList<>();
        try {
            requireSmall(text);
            for (Node node : yaml().composeAll(new StringReader(text))) {
                documents.add(mapping(node, "a rule"));
            }
        } catch (MarkedYAMLException e) {
            throw broken(text, e);
        } catch (YAMLException e) {
            throw new EventRuleException("%s:1:1: broken YAML: %s".formatted(file, e.getMessage()), e);
        }
        return documents;
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST + 1);
        return new Yaml(new SafeConstructor(options));
    }

    /** The parser's own limits know no place, so they are held here first. */
    private void requireSmall(String text) {
        int depth = 0;
        int aliases = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            aliases += event instanceof AliasEvent ? 1 : 0;
            if (depth > DEEPEST) {
                throw error(
                        event.getStartMark(), "nested deeper than %d levels, which no rule needs".formatted(DEEPEST));
            }
            if (aliases > MOST_ALIASES) {
                throw error(event.getStartMark(), "more than %d aliases, which no rule needs".formatted(MOST_ALIASES));
            }
        }
    }

    private void requirePrintable(String text) {
        int line = 1;
        int column = 1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (!StreamReader.isPrintable(character)) {
                throw new EventRuleException("%s:%d:%d: broken YAML: character U+%04X may not stand in it"
                        .formatted(file, line, column, character));
            }
            line += character == '\n' ? 1 : 0;
            column = character == '\n' ? 1 : column + 1;
        }
    }

    private EventRuleException broken(String text, MarkedYAMLException e) {
        Mark mark = e.getProblemMark();
        if (mark == null) {
            return new EventRuleException("%s:1:1: broken YAML: %s".formatted(file, e.getProblem()), e);
        }
        int at = text.offsetByCodePoints(0, Math.min(mark.getIndex(), text.codePointCount(0, text.length())));
        boolean unquoted = at < text.length() && INDICATORS.indexOf(text.charAt(at)) >= 0;
        return new EventRuleException(
                "%s: broken YAML: %s%s"
                        .formatted(
                                place(mark),
                                e.getProblem(),
                                unquoted ? "; a value with %s in it needs quotes".formatted(text.charAt(at)) : ""),
                e);
    }

    MappingNode mapping(Node node, String what) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw error(node, "%s is a mapping of names to values".formatted(what));
    }

    Map<String, Node> entries(MappingNode mapping) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : named(mapping)) {
            entries.put(text(tuple.getKeyNode(), "a name"), tuple.getValueNode());
        }
        return entries;
    }

    /** As {@link #entries}, and refuses every name but those {@code known}. */
    Map<String, Node> entries(MappingNode mapping, String what, Set<String> known) {
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode(), "a name");
            if (!known.contains(name)) {
                throw error(
                        tuple.getKeyNode(),
                        "%s is no key of %s that is supported; those are: %s"
                                .formatted(
                                        name,
                                        what,
                                        String.join(
                                                ", ", known.stream().sorted().toList())));
            }
        }
        return entries(mapping);
    }

    /** Names and values; every name is plain text and stands once. */
    List<NodeTuple> named(MappingNode mapping) {
        Set<String> names = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode(), "a name");
            if (!names.add(name)) {
                throw error(tuple.getKeyNode(), "%s stands twice".formatted(name));
            }
        }
        return mapping.getValue();
    }

    String text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !isNull(node)) {
            return scalar.getValue();
        }
        throw error(node, "%s is one plain value; one with * or ? in it needs quotes".formatted(what));
    }

    boolean truth(Node node) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "a list or mapping";
        if (!text.equals("true") && !text.equals("false")) {
            throw error(node, "expected true or false, not %s".formatted(text.isEmpty() ? "nothing" : text));
        }
        return text.equals("true");
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
        return error(node.getStartMark(), problem);
    }

    /** At a place inside a value, if it is written as it reads; else at its start. */
    EventRuleException error(ScalarNode node, int offset, String problem) {
        Mark start = node.getStartMark();
        int written = node.getEndMark().getIndex() - start.getIndex();
        int quote = (written - node.getValue().codePointCount(0, node.getValue().length())) / 2;
        boolean asRead = start.getLine() == node.getEndMark().getLine() && quote <= 1;
        int column = start.getColumn() + 1 + (asRead ? quote + offset : 0);
        return new EventRuleException("%s:%d:%d: %s".formatted(file, start.getLine() + 1, column, problem));
    }

    private EventRuleException error(Mark mark, String problem) {
        return new EventRuleException(place(mark) + ": " + problem);
    }

    /** File, line and column, for an error that is found later. */
    String place(Node node) {
        return place(node.getStartMark());
    }

    private String place(Mark mark) {
        return "%s:%d:%d".formatted(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
