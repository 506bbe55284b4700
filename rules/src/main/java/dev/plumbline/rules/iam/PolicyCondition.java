package dev.plumbline.rules.iam;

import java.util.List;
import java.util.Locale;

/**
 * One line of a statement's {@code Condition} block; all lines of a statement must hold together.
 *
 * @param operator without its set prefix and {@code IfExists}, in lower case: {@code stringequals}
 * @param setPrefix {@code foranyvalue}, {@code forallvalues} or empty
 * @param ifExists whether it also holds when the request has no such key
 * @param key in lower case, as AWS compares keys: {@code aws:sourcevpce}
 * @param values any of which may match
 */
record PolicyCondition(String operator, String setPrefix, boolean ifExists, String key, List<String> values) {
    PolicyCondition {
        values = List.copyOf(values);
    }

    static PolicyCondition of(String written, String key, List<String> values) {
        String operator = written.toLowerCase(Locale.ROOT);
        int colon = operator.indexOf(':');
        String setPrefix = colon < 0 ? "" : operator.substring(0, colon);
        operator = operator.substring(colon + 1);
        boolean ifExists = operator.endsWith("ifexists");
        if (ifExists) {
            operator = operator.substring(0, operator.length() - "ifexists".length());
        }
        return new PolicyCondition(operator, setPrefix, ifExists, key.toLowerCase(Locale.ROOT), values);
    }

    boolean isFalse() {
        return isSingle("false");
    }

    boolean isTrue() {
        return isSingle("true");
    }

    private boolean isSingle(String value) {
        return values.size() == 1 && values.getFirst().equalsIgnoreCase(value);
    }
}
