package dev.plumbline.rules.language;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML into nodes that know their place, and nodes into plain values; every problem goes to a list. Scalars
 * follow YAML 1.2: only {@code true} and {@code false} are booleans, numbers are decimal, dates stay text. Bounded in
 * size, depth, aliases and in what the aliases unfold to, so that a hostile file is a problem and not an outage.
 */
final class YamlTree {
    private static final int DEPTH_LIMIT = 40;
    private static final int ALIAS_LIMIT = 50;
    private static final int VALUE_LIMIT = 50_000;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern FRACTION = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");

    private final SourceText source;
    private final List<RuleProblem> problems;
    private int values;

    YamlTree(SourceText source, List<RuleProblem> problems) {
        this.source = source;
        this.problems = problems;
    }

    Optional<Node> compose() {
        try {
            Node root = new Yaml(limits()).compose(new StringReader(source.text()));
            if (root == null) {
                problems.add(source.problem("the file is empty: a rule starts with 'id:'"));
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException broken) {
            problems.add(problemOf(broken));
        } catch (YAMLException broken) {
            problems.add(source.problem("this is not YAML: " + broken.getMessage()));
        }
        return Optional.empty();
    }

    private RuleProblem problemOf(MarkedYAMLException broken) {
        String context = broken.getContext() == null ? "" : broken.getContext() + ": ";
        String message = "this is not YAML: " + context + broken.getProblem();
        return broken.getProblemMark() == null
                ? source.problem(message)
                : source.problem(broken.getProblemMark(), message);
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEPTH_LIMIT);
        limits.setMaxAliasesForCollections(ALIAS_LIMIT);
        limits.setCodePointLimit(RuleFiles.SIZE_LIMIT);
        limits.setAllowRecursiveKeys(false);
        return limits;
    }

    /** The node as plain Java, as in {@code Resource.config}; merge keys ({@code <<}) are merged. */
    @Nullable
    Object value(Node node) {
        return value(node, 0);
    }

    /** A mapping's entries by key, later than merged ones; doubled and non-text keys are problems. */
    Map<String, NodeTuple> entries(MappingNode node) {
        return entries(node, 0);
    }

    private @Nullable Object value(Node node, int depth) {
        if (isTooMuch(node, depth)) {
            return null;
        }
        return switch (node) {
            case MappingNode mapping -> {
                acceptTag(node, Tag.MAP);
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                entries(mapping, depth).forEach((key, entry) -> map.put(key, value(entry.getValueNode(), depth + 1)));
                yield map;
            }
            case SequenceNode sequence -> {
                acceptTag(node, Tag.SEQ);
                List<@Nullable Object> list = new ArrayList<>();
                sequence.getValue().forEach(item -> list.add(value(item, depth + 1)));
                yield list;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalStateException("composed YAML has no such node: " + node.getNodeId());
        };
    }

    /** Counts unfolded values, so that aliases of aliases end early; said once. */
    private boolean isTooMuch(Node node, int depth) {
        values++;
        if (values == VALUE_LIMIT || depth == DEPTH_LIMIT) {
            problems.add(source.problem(
                    node.getStartMark(),
                    "the aliases unfold to too much: at most %d values, nested at most %d deep, are read"
                            .formatted(VALUE_LIMIT, DEPTH_LIMIT)));
            values = VALUE_LIMIT + 1;
        }
        return values > VALUE_LIMIT;
    }

    private Map<String, NodeTuple> entries(MappingNode node, int depth) {
        Map<String, NodeTuple> own = new LinkedHashMap<>();
        Map<String, NodeTuple> merged = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(entry.getValueNode(), depth + 1, merged);
            } else if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.add(source.problem(entry.getKeyNode().getStartMark(), "a key must be text"));
            } else if (own.putIfAbsent(key.getValue(), entry) != null) {
                problems.add(source.problem(
                        key.getStartMark(), "key '%s' stands here twice: keep one".formatted(key.getValue())));
            }
        }
        merged.keySet().removeAll(own.keySet());
        merged.putAll(own);
        return merged;
    }

    private void merge(Node from, int depth, Map<String, NodeTuple> into) {
        if (isTooMuch(from, depth)) {
            return;
        }
        switch (from) {
            case MappingNode mapping -> entries(mapping, depth).forEach(into::putIfAbsent);
            case SequenceNode sequence -> sequence.getValue().forEach(item -> merge(item, depth + 1, into));
            default -> problems.add(source.problem(from.getStartMark(), "'<<' merges a mapping or a list of mappings"));
        }
    }

    private @Nullable Object scalar(ScalarNode node) {
        String written = node.getValue();
        Tag tag = node.getTag();
        if (!node.isPlain() || tag.equals(Tag.STR) || tag.equals(Tag.TIMESTAMP) || tag.equals(Tag.MERGE)) {
            acceptTag(node, Tag.STR, Tag.TIMESTAMP, Tag.MERGE);
            return written;
        }
        acceptTag(node, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.NULL);
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (written.equals("true") || written.equals("false")) {
            return Boolean.valueOf(written);
        }
        if (WHOLE.matcher(written).matches()) {
            return Long.valueOf(written);
        }
        return FRACTION.matcher(written).matches() ? (Object) Double.valueOf(written) : written;
    }

    private void acceptTag(Node node, Tag... accepted) {
        if (!List.of(accepted).contains(node.getTag())) {
            problems.add(source.problem(
                    node.getStartMark(), "tag '%s' is not accepted: write the plain value".formatted(node.getTag())));
        }
    }
}
