package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.log.KeptFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Turns one selection of a {@code detection} into a condition. */
final class SigmaSelections {
    static final String NETWORK_FIRST_SEEN = "plumbline.networkFirstSeen";

    private static final Set<String> PLACES = Set.of("contains", "startswith", "endswith");
    private static final Set<String> COMPARISONS = Set.of("gt", "gte", "lt", "lte");

    private final SigmaYaml yaml;

    SigmaSelections(SigmaYaml yaml) {
        this.yaml = yaml;
    }

    /** A mapping holds if all its fields do, a list of mappings if one of them does. */
    SigmaCondition read(String name, Node node) {
        if (node instanceof MappingNode mapping) {
            return allOf(mapping);
        }
        if (SigmaYaml.isNull(node) || yaml.items(node).isEmpty()) {
            throw yaml.error(node, "selection %s is empty".formatted(name));
        }
        List<SigmaCondition> alternatives = new ArrayList<>();
        for (Node item : yaml.items(node)) {
            if (!(item instanceof MappingNode)) {
                throw yaml.error(
                        item,
                        "selection %s searches for a keyword in the whole event, which is not supported: name the field"
                                .formatted(name));
            }
            alternatives.add(allOf((MappingNode) item));
        }
        return new SigmaCondition.Any(List.copyOf(alternatives));
    }

    private SigmaCondition allOf(MappingNode mapping) {
        List<SigmaCondition> parts = new ArrayList<>();
        for (NodeTuple tuple : yaml.named(mapping)) {
            parts.add(field(tuple.getKeyNode(), tuple.getValueNode()));
        }
        if (parts.isEmpty()) {
            throw yaml.error(mapping, "a selection needs at least one field");
        }
        return parts.size() == 1 ? parts.getFirst() : new SigmaCondition.All(List.copyOf(parts));
    }

    private SigmaCondition field(Node name, Node node) {
        List<String> words = Arrays.asList(yaml.text(name, "a field").split("\\|", -1));
        String field = words.getFirst();
        var modifiers = new Modifiers(words.subList(1, words.size()), name);
        if (field.equals(NETWORK_FIRST_SEEN)) {
            return new SigmaCondition.NetworkFirstSeen(yaml.truth(node));
        }
        int slot = KeptFields.standard()
                .slot(SigmaFields.nativeName(field))
                .orElseThrow(() -> yaml.error(
                        name,
                        "field %s is not among those kept; near it are: %s".formatted(field, SigmaFields.near(field))));
        if (modifiers.exists) {
            SigmaCondition absent = new SigmaCondition.Absent(slot);
            return yaml.truth(node) ? new SigmaCondition.Not(absent) : absent;
        }
        List<SigmaCondition> values = new ArrayList<>();
        for (Node item : yaml.items(node)) {
            values.add(
                    SigmaYaml.isNull(item)
                            ? new SigmaCondition.Absent(slot)
                            : new SigmaCondition.Field(slot, modifiers.value(item)));
        }
        if (values.isEmpty()) {
            throw yaml.error(node, "field %s has no value to compare with".formatted(field));
        }
        if (values.size() == 1) {
            return values.getFirst();
        }
        return modifiers.all
                ? new SigmaCondition.All(List.copyOf(values))
                : new SigmaCondition.Any(List.copyOf(values));
    }

    /** What stands behind the bars of {@code field|contains|all}. */
    private final class Modifiers {
        private final List<String> words;
        private final boolean all;
        private final boolean exists;

        Modifiers(List<String> words, Node name) {
            this.words = words;
            this.all = words.contains("all");
            this.exists = words.contains("exists");
            for (String word : words) {
                boolean known = word.equals("all")
                        || word.equals("exists")
                        || word.equals("re")
                        || PLACES.contains(word)
                        || COMPARISONS.contains(word);
                if (!known) {
                    throw yaml.error(
                            name,
                            "modifier %s is not supported; these are: contains, startswith, endswith, all, re, exists, gt, gte, lt, lte"
                                    .formatted(word));
                }
            }
            if (words.stream().filter(word -> !word.equals("all")).count() > 1) {
                throw yaml.error(name, "modifiers %s do not go together".formatted(String.join("|", words)));
            }
        }

        SigmaValue value(Node item) {
            String text = yaml.text(item, "a value");
            if (words.contains("re")) {
                return expression(item, text);
            }
            for (String word : words) {
                if (COMPARISONS.contains(word)) {
                    return new SigmaValue.Compared(word, number(item, text));
                }
            }
            boolean openStart = words.contains("contains") || words.contains("endswith");
            boolean openEnd = words.contains("contains") || words.contains("startswith");
            return SigmaValue.ofText(text, openStart, openEnd);
        }

        private SigmaValue expression(Node item, String text) {
            try {
                return new SigmaValue.Matching(Pattern.compile(text));
            } catch (PatternSyntaxException e) {
                throw yaml.error(item, "broken regular expression: %s".formatted(e.getDescription()));
            }
        }

        private double number(Node item, String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw yaml.error(item, "expected a number, not %s".formatted(text));
            }
        }
    }
}
