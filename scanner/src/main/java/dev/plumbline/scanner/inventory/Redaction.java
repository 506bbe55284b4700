package dev.plumbline.scanner.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of a configuration before it becomes a resource: names stay, values become {@link #MARK}. Providers
 * put secrets in few places, which stand here in one list; a private key is known by its looks, wherever it stands.
 */
public final class Redaction {
    public static final String MARK = "(redacted)";

    /**
     * Ends of paths, in lower case; {@code *} stands for any one name, and lists do not count. Paths are compared without
     * case, because exports spell members otherwise than APIs do.
     */
    private static final List<List<String>> SECRET_PATHS = List.of(
            List.of("environment", "variables", "*"),
            List.of("environmentvariables", "value"),
            List.of("environmentvariables", "*"),
            List.of("userdata"),
            List.of("userdata", "value"),
            List.of("masteruserpassword"),
            List.of("adminpassword"),
            List.of("password"),
            List.of("authtoken"),
            List.of("secretstring"),
            List.of("secretbinary"),
            List.of("secretaccesskey"),
            List.of("sessiontoken"),
            List.of("clientsecret"),
            List.of("privatekey"),
            List.of("connectionstring"),
            // Shared with an origin to prove that CloudFront is asking.
            List.of("customheaders", "items", "headervalue"),
            // What Firehose shows to the services that it delivers to.
            List.of("hectoken"),
            List.of("commonattributes", "attributevalue"),
            List.of("httpendpointdestinationdescription", "endpointconfiguration", "url"),
            // EMR: settings of applications, and passwords of its Kerberos.
            List.of("configurations", "properties", "*"),
            List.of("kdcadminpassword"),
            List.of("crossrealmtrustprincipalpassword"),
            List.of("addomainjoinpassword"));

    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");

    private Redaction() {}

    /** A copy without secrets. {@code null} stays {@code null}: that there is no password is no secret. */
    public static Map<String, @Nullable Object> of(Map<String, @Nullable Object> config) {
        return map(config, new ArrayList<>());
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> tree, List<String> path) {
        Map<String, @Nullable Object> clean = new LinkedHashMap<>();
        tree.forEach((key, value) -> {
            String name = String.valueOf(key);
            path.addLast(name.toLowerCase(Locale.ROOT));
            clean.put(name, value(value, path));
            path.removeLast();
        });
        return clean;
    }

    private static @Nullable Object value(@Nullable Object value, List<String> path) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> map(map, path);
            case List<?> list -> list(list, path);
            case Boolean flag -> flag;
            case String text -> isSecret(path) || PRIVATE_KEY.matcher(text).find() ? MARK : text;
            default -> isSecret(path) ? MARK : value;
        };
    }

    private static List<@Nullable Object> list(List<?> items, List<String> path) {
        List<@Nullable Object> clean = new ArrayList<>(items.size());
        items.forEach(item -> clean.add(value(item, path)));
        return clean;
    }

    private static boolean isSecret(List<String> path) {
        return SECRET_PATHS.stream().anyMatch(secret -> endsWith(path, secret));
    }

    private static boolean endsWith(List<String> path, List<String> end) {
        int offset = path.size() - end.size();
        if (offset < 0) {
            return false;
        }
        for (int index = 0; index < end.size(); index++) {
            String expected = end.get(index);
            if (!expected.equals("*") && !expected.equals(path.get(offset + index))) {
                return false;
            }
        }
        return true;
    }
}
