package dev.plumbline.detectors.log;

import java.util.regex.Pattern;

/** Cuts source addresses to the network: /24 of IPv4, /48 of IPv6. Names of cloud services stay, other names do not. */
final class Networks {
    static final String UNKNOWN = "unknown";

    private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com(?:\\.cn)?");

    private Networks() {}

    static String of(String address) {
        if (address.isEmpty()) {
            return UNKNOWN;
        }
        if (Character.digit(address.charAt(0), 16) >= 0 || address.charAt(0) == ':' || address.charAt(0) == '[') {
            String network = address.indexOf('.') > 0 && address.indexOf("::") < 0 ? ofIpv4(address) : ofIpv6(address);
            if (!network.equals(UNKNOWN)) {
                return network;
            }
        }
        return named(address);
    }

    private static String named(String name) {
        return switch (name) {
            case "AWS Internal" -> "aws-internal";
            case "private", "gce-internal-ip" -> "gcp-internal";
            default -> SERVICE.matcher(name).matches() ? name : UNKNOWN;
        };
    }

    /** Also with a port behind, as Azure writes it. */
    private static String ofIpv4(String address) {
        int dots = 0;
        int octet = -1;
        int end = 0;
        for (int i = 0; i < address.length() && dots < 4; i++) {
            char character = address.charAt(i);
            if (character >= '0' && character <= '9') {
                octet = Math.max(octet, 0) * 10 + character - '0';
                if (octet > 255) {
                    return UNKNOWN;
                }
            } else if (character == '.' && octet >= 0) {
                octet = -1;
                if (++dots == 3) {
                    end = i;
                }
            } else if (character == ':' && dots == 3) {
                break;
            } else {
                return UNKNOWN;
            }
        }
        return dots == 3 && octet >= 0 ? address.substring(0, end) + ".0/24" : UNKNOWN;
    }

    private static String ofIpv6(String text) {
        String address = text;
        if (address.startsWith("[")) {
            int close = address.indexOf(']');
            address = close < 0 ? "" : address.substring(1, close);
        }
        if (address.indexOf(':') < 0 || address.length() > 45) {
            return UNKNOWN;
        }
        int mapped = address.toLowerCase(java.util.Locale.ROOT).indexOf("::ffff:");
        if (mapped == 0 && address.indexOf('.') > 0) {
            return ofIpv4(address.substring("::ffff:".length()));
        }
        var network = new StringBuilder();
        int groups = 0;
        for (String group : address.split(":", -1)) {
            if (groups == 3) {
                break;
            }
            if (group.isEmpty() && groups > 0) {
                break; // "::" stands for zeros from here on
            }
            if (group.length() > 4 || !group.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                return UNKNOWN;
            }
            network.append(group.isEmpty() ? "0" : group.toLowerCase(java.util.Locale.ROOT))
                    .append(':');
            groups++;
        }
        return network.append(":/48").toString();
    }
}
