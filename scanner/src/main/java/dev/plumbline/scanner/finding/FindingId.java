package dev.plumbline.scanner.finding;

import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.resource.ResourceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names one fault of one resource for good: the same over scans, titles, severities and hosts.
 *
 * @param value 32 hexadecimal digits
 */
public record FindingId(String value) implements Comparable<FindingId> {
    private static final int BYTES = 16;

    /**
     * The id of a fault.
     *
     * @param subKey tells apart several faults of one rule on one resource; empty where there is one
     */
    public static FindingId of(RuleId rule, ResourceId resource, String subKey) {
        // Length-prefixed, so that no two triples run together into the same bytes.
        String name = "%d:%s%d:%s%s"
                .formatted(rule.value().length(), rule.value(), resource.value().length(), resource.value(), subKey);
        byte[] digest = sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        return new FindingId(HexFormat.of().formatHex(digest, 0, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public int compareTo(FindingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
