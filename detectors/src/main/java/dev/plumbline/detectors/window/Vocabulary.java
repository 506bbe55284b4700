package dev.plumbline.detectors.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers distinct things in the order they are first met. */
final class Vocabulary<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    int number(T thing) {
        Integer known = numbers.get(thing);
        if (known != null) {
            return known;
        }
        int number = things.size();
        numbers.put(thing, number);
        things.add(thing);
        return number;
    }

    T thing(int number) {
        return things.get(number);
    }

    int size() {
        return things.size();
    }
}
