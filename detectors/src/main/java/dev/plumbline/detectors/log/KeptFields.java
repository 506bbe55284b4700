package dev.plumbline.detectors.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The allow-list: the only fields of a log that are ever turned into text. Each has one name, its path in the
 * provider's own words, under which event rules know it; other spellings of the same field are listed beside it.
 * Immutable and thread-safe.
 */
public final class KeptFields {
    private static final KeptFields STANDARD = new KeptFields(KeptFieldList.LINES);

    private final Map<String, Integer> slots = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Node root = new Node();

    private KeptFields(List<List<String>> fields) {
        for (List<String> spellings : fields) {
            int slot = names.size();
            names.add(spellings.getFirst());
            for (String spelling : spellings) {
                root.grow(spelling).slot = slot;
                slots.put(spelling, slot);
            }
        }
    }

    public static KeptFields standard() {
        return STANDARD;
    }

    /** The number under which {@code field} is kept, or empty if it is not on the list. */
    public OptionalInt slot(String field) {
        Integer slot = slots.get(field);
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    /** Every kept field by its one name, in the order of the list. */
    public List<String> names() {
        return List.copyOf(names);
    }

    int size() {
        return names.size();
    }

    Node root() {
        return root;
    }

    static int slotOf(String field) {
        return STANDARD.slot(field)
                .orElseThrow(() -> new IllegalArgumentException("%s is not on the allow-list".formatted(field)));
    }

    /** A step of a path. Names are interned as the JSON parser's are, so that a look-up is mostly one comparison. */
    static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private int slot = -1;

        private Node grow(String path) {
            Node node = this;
            for (String step : KeptFieldList.steps(path)) {
                node = node.children.computeIfAbsent(step.intern(), unused -> new Node());
            }
            return node;
        }

        @Nullable
        Node child(String name) {
            return children.get(name);
        }

        boolean hasChildren() {
            return !children.isEmpty();
        }

        /** Where a value found here is kept, or -1 if only deeper values are. */
        int slot() {
            return slot;
        }
    }
}
