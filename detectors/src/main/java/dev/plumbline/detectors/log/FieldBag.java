package dev.plumbline.detectors.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kept fields of the event that is being read. Reused from event to event, hence confined to one thread. */
final class FieldBag implements NativeFields {
    /** An event with more values in one field than this is cut there: nothing we ask about needs more. */
    private static final int MOST_VALUES = 256;

    private final @Nullable String[] first;
    private final List<@Nullable List<String>> all;
    private final int[] touched;
    private int touchedCount;
    private long dropped;

    FieldBag(int slots) {
        first = new String[slots];
        all = new ArrayList<>(Collections.nCopies(slots, null));
        touched = new int[slots];
    }

    void clear() {
        for (int i = 0; i < touchedCount; i++) {
            first[touched[i]] = null;
            all.set(touched[i], null);
        }
        touchedCount = 0;
        dropped = 0;
    }

    void add(int slot, String value) {
        String before = first[slot];
        if (before == null) {
            first[slot] = value;
            touched[touchedCount++] = slot;
            return;
        }
        List<String> values = all.get(slot);
        if (values == null) {
            values = new ArrayList<>();
            values.add(before);
            all.set(slot, values);
        }
        if (values.size() < MOST_VALUES) {
            values.add(value);
        } else {
            dropped++;
        }
    }

    void drop() {
        dropped++;
    }

    long dropped() {
        return dropped;
    }

    boolean isEmpty() {
        return touchedCount == 0;
    }

    @Nullable
    String get(int slot) {
        return first[slot];
    }

    boolean has(int slot) {
        return first[slot] != null;
    }

    /** The value, or the empty string. */
    String text(int slot) {
        String value = first[slot];
        return value == null ? "" : value;
    }

    @Override
    public List<String> values(int slot) {
        List<String> values = all.get(slot);
        if (values != null) {
            return values;
        }
        String one = first[slot];
        return one == null ? List.of() : List.of(one);
    }
}
