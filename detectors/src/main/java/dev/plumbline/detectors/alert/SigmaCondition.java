package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.log.NativeFields;
import java.util.List;

/** What must hold of an event's fields. Immutable and thread-safe. */
sealed interface SigmaCondition {
    /** @param networkIsNew the answer where a rule asks for it */
    boolean matches(NativeFields fields, boolean networkIsNew);

    record All(List<SigmaCondition> parts) implements SigmaCondition {
        @Override
        public boolean matches(NativeFields fields, boolean networkIsNew) {
            for (SigmaCondition part : parts) {
                if (!part.matches(fields, networkIsNew)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Any(List<SigmaCondition> parts) implements SigmaCondition {
        @Override
        public boolean matches(NativeFields fields, boolean networkIsNew) {
            for (SigmaCondition part : parts) {
                if (part.matches(fields, networkIsNew)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(SigmaCondition part) implements SigmaCondition {
        @Override
        public boolean matches(NativeFields fields, boolean networkIsNew) {
            return !part.matches(fields, networkIsNew);
        }
    }

    /** Some value of the field fits. A field that holds a list matches if one of its members does, as in Sigma. */
    record Field(int slot, SigmaValue value) implements SigmaCondition {
        @Override
        public boolean matches(NativeFields fields, boolean networkIsNew) {
            for (String text : fields.values(slot)) {
                if (value.fits(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The field is absent or null. */
    record Absent(int slot) implements SigmaCondition {
        @Override
        public boolean matches(NativeFields fields, boolean networkIsNew) {
            return fields.values(slot).isEmpty();
        }
    }

    /** Our own {@code plumbline.networkFirstSeen}. */
    record NetworkFirstSeen(boolean wanted) implements SigmaCondition {
        @Override
        public boolean matches(NativeFields fields, boolean networkIsNew) {
            return networkIsNew == wanted;
        }
    }
}
