package dev.plumbline.rules.iam;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Address ranges in {@code aws:SourceIp}: whether one is small enough that somebody chose it. */
final class Network {
    private static final Pattern RANGE = Pattern.compile("([0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/([0-9]{1,3}))?");
    /** S3 calls a policy public whose ranges are broader than these. */
    private static final int BROADEST_IPV4_PREFIX = 8;

    private static final int BROADEST_IPV6_PREFIX = 32;

    private Network() {}

    static boolean isChosen(String range) {
        Matcher matcher = RANGE.matcher(range.strip());
        if (!matcher.matches()) {
            return false;
        }
        String address = matcher.group(1);
        boolean ipv6 = address.contains(":");
        int whole = ipv6 ? 128 : 32;
        int prefix = matcher.group(2) == null ? whole : Integer.parseInt(matcher.group(2));
        if (prefix > whole) {
            return false;
        }
        return prefix >= (ipv6 ? BROADEST_IPV6_PREFIX : BROADEST_IPV4_PREFIX);
    }
}
