package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.log.NativeFields;
import java.util.List;

/** What must hold of an event's fields. Immutable and thread-safe. */
sealed interface SigmaCondition {
    /** @param networkIsNew the answer where a rule asks for it */
    boolean matches(NativeFields fields, boolean networkIsNew);

    /** Whether it can hold of an event of which only one field is known. */
    boolean canHold(NativeFields fields, int knownSlot);

    /** Whether it can fail of an event of which only one field is known. */
    boolean canFail(NativeFields fields, int knownSlot);

    /** Whether it depends on the network being new. */
    default boolean asksForNetwork() {
        return switch (this) {
            case All all -> all.parts.stream().anyMatch(SigmaCondition::asksForNetwork);
            case Any any -> any.parts.stream().anyMatch(SigmaCondition::asksForNetwork);
            case Not not -> not.part.asksForNetwork();
            case NetworkFirstSeen network -> true;
            case Field field -> false;
            case Absent absent -> false;
        };
    }

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

        @Override
        public boolean canHold(NativeFields fields, int knownSlot) {
            return parts.stream().allMatch(part -> part.canHold(fields, knownSlot));
        }

        @Override
        public boolean canFail(NativeFields fields, int knownSlot) {
            return parts.stream().anyMatch(part -> part.canFail(fields, knownSlot));
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

        @Override
        public boolean canHold(NativeFields fields, int knownSlot) {
            return parts.stream().anyMatch(part -> part.canHold(fields, knownSlot));
        }

        @Override
        public boolean canFail(NativeFields fields, int knownSlot) {
            return parts.stream().allMatch(part -> part.canFail(fields, knownSlot));
        }
    }

    record Not(SigmaCondition part) implements SigmaCondition {
        @Override
        public boolean matches(NativeFields fields, boolean networkIsNew) {
            return !part.matches(fields, networkIsNew);
        }

        @Override
        public boolean canHold(NativeFields fields, int knownSlot) {
            return part.canFail(fields, knownSlot);
        }

        @Override
        public boolean canFail(NativeFields fields, int knownSlot) {
            return part.canHold(fields, knownSlot);
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

        @Override
        public boolean canHold(NativeFields fields, int knownSlot) {
            return slot != knownSlot || matches(fields, false);
        }

        @Override
        public boolean canFail(NativeFields fields, int knownSlot) {
            return slot != knownSlot || !matches(fields, false);
        }
    }

    /** The field is absent or null. */
    record Absent(int slot) implements SigmaCondition {
        @Override
        public boolean matches(NativeFields fields, boolean networkIsNew) {
            return fields.values(slot).isEmpty();
        }

        @Override
        public boolean canHold(NativeFields fields, int knownSlot) {
            return slot != knownSlot || matches(fields, false);
        }

        @Override
        public boolean canFail(NativeFields fields, int knownSlot) {
            return slot != knownSlot || !matches(fields, false);
        }
    }

    /** Our own {@code plumbline.networkFirstSeen}. */
    record NetworkFirstSeen(boolean wanted) implements SigmaCondition {
        @Override
        public boolean matches(NativeFields fields, boolean networkIsNew) {
            return networkIsNew == wanted;
        }

        @Override
        public boolean canHold(NativeFields fields, int knownSlot) {
            return true;
        }

        @Override
        public boolean canFail(NativeFields fields, int knownSlot) {
            return true;
        }
    }
}
