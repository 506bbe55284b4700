package dev.plumbline.dashboards.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the Host header, and tells names from addresses. */
final class HostNames {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
    private static final Set<String> EVERY_INTERFACE = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private HostNames() {}

    /** The name or address of {@code host[:port]}, in lower case, without port and brackets. */
    static String ofHeader(String header) {
        String host = header.strip().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            int end = host.indexOf(']');
            return end < 0 ? host : host.substring(1, end);
        }
        int colon = host.lastIndexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(unbracketed(host));
    }

    static boolean isEveryInterface(String host) {
        return EVERY_INTERFACE.contains(unbracketed(host));
    }

    /** A rebound name is never an address, so an address in a Host header proves nobody was lured by a name. */
    static boolean isAddress(String host) {
        return IPV4.matcher(host).matches() || host.contains(":");
    }

    static String unbracketed(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
    }
}
