package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.event.Provider;
import dev.plumbline.detectors.log.KeptFields;
import dev.plumbline.detectors.log.NativeFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Native fields of an event that was never written down. */
final class Fields implements NativeFields {
    private final Map<Integer, List<String>> values = new TreeMap<>();

    /** Names and values in turn; a name that comes again adds a value. */
    static Fields of(String... namesAndValues) {
        var fields = new Fields();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            int slot = KeptFields.standard().slot(namesAndValues[i]).orElseThrow();
            fields.values.computeIfAbsent(slot, unused -> new ArrayList<>()).add(namesAndValues[i + 1]);
        }
        return fields;
    }

    @Override
    public List<String> values(int slot) {
        return values.getOrDefault(slot, List.of());
    }

    /** Whether the one AWS rule of that {@code detection} matches, by the way that events take in life. */
    boolean match(String detection) {
        EventRules rules = EventRules.parse("rule.yml", SigmaRule.with(detection));
        return !rules.mark(Provider.AWS, this).isEmpty();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
