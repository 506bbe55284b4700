package dev.plumbline.rules.iam;

import java.util.List;

/** One statement of a policy. */
record Statement(
        boolean allows, Principals principals, Patterns actions, Patterns resources, List<PolicyCondition> conditions) {
    Statement {
        conditions = List.copyOf(conditions);
    }

    /** Whether it speaks of everything that {@code other} speaks of, whoever asks and under whatever condition. */
    boolean coversRequestsOf(Statement other) {
        return actions.covers(other.actions) && resources.covers(other.resources);
    }
}
