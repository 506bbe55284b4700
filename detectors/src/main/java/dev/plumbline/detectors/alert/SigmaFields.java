package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.log.KeptFields;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Field names as published Sigma rules write them, and help with misspelt ones. */
final class SigmaFields {
    private static final Map<String, String> ALIASES = Map.of(
            "gcp.audit.method_name", "protoPayload.methodName",
            "gcp.audit.service_name", "protoPayload.serviceName",
            "gcp.audit.resource_name", "protoPayload.resourceName",
            "properties.message", "operationName",
            "errorcode", "errorCode");

    private SigmaFields() {}

    static String nativeName(String field) {
        String name = ALIASES.getOrDefault(field, field);
        return name.startsWith("data.protoPayload.") ? name.substring("data.".length()) : name;
    }

    /** A few kept fields that share most letters with {@code field}. */
    static String near(String field) {
        String wanted = field.toLowerCase(Locale.ROOT);
        List<String> nearest = KeptFields.standard().names().stream()
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
        return String.join(", ", nearest);
    }

    /** Levenshtein's. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
