package dev.plumbline.scanner.inventory;

import dev.plumbline.rules.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of a resource before anybody else sees it: names stay, values become {@link #MARK}. Providers put
 * secrets in few places, which stand here in one list; people put them in tags, by whose names they are known, and
 * anywhere at all, where they are known by their looks.
 */
public final class Redaction {
    public static final String MARK = "(redacted)";

    /**
     * Ends of paths, in lower case; {@code *} stands for any one name, and lists do not count. Paths are compared without
     * case, because exports spell members otherwise than APIs do.
     */
    private static final List<List<String>> SECRET_PATHS = List.of(
            List.of("environment", "*"),
            // Of functions, and of the stages of an API.
            List.of("variables", "*"),
            List.of("stagevariables", "*"),
            List.of("stagevariableoverrides", "*"),
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
            List.of("hyperparameters", "*"),
            // What a model is told is its owner's text, not a setting.
            List.of("templateconfiguration", "text", "text"),
            List.of("instruction"),
            // Conditions that people use as a password.
            List.of("condition", "*", "aws:referer"),
            List.of("condition", "*", "aws:useragent"),
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

    /** Whole words of a tag's name. */
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?<![a-z])(pass(word|wd|phrase)?|pwd|secret|token|api[_-]?key|(access|private|secret)[_-]?key|credentials?)(?![a-z])",
            Pattern.CASE_INSENSITIVE);

    /**
     * Private keys; tokens of GitHub, Slack, Google and Stripe; JSON web tokens; a name and password before a host; a
     * secret access key of AWS by itself, or any secret after its name.
     */
    private static final Pattern SECRET_LOOKS = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"
            + "|\\b(gh[pousr]_|github_pat_)[A-Za-z0-9_]{20,}"
            + "|\\bxox[abeprs]-[A-Za-z0-9-]{10,}"
            + "|\\bAIza[A-Za-z0-9_-]{35}"
            + "|\\b[rs]k_live_[A-Za-z0-9]{16,}"
            + "|\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]+"
            + "|://[^/\\s:@]+:[^/\\s@]+@"
            + "|^(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])(?=[^0-9]*[0-9])[A-Za-z0-9/+]{40}$"
            + "|(?i:password|passwd|pwd|secret[_-]?(access[_-]?)?key|api[_-]?key)\\s*[=:]\\s*[^\\s,;}]{4,}");

    /** How providers call the two halves of a tag in a list. */
    private static final List<List<String>> TAG_HALVES =
            List.of(List.of("Key", "Value"), List.of("TagKey", "TagValue"), List.of("key", "value"));

    private Redaction() {}

    /** The same resource without secrets in its configuration and tags. */
    public static Resource of(Resource resource) {
        return new Resource(
                resource.cloud(),
                resource.account(),
                resource.region(),
                resource.type(),
                resource.id(),
                resource.name(),
                tags(resource.tags()),
                of(resource.config()),
                resource.unread(),
                resource.collectedAt());
    }

    private static Map<String, String> tags(Map<String, String> tags) {
        Map<String, String> clean = new LinkedHashMap<>();
        tags.forEach((name, value) -> clean.put(name, tag(name, value)));
        return clean;
    }

    private static String tag(String name, String value) {
        return SECRET_NAME.matcher(name).find() || SECRET_LOOKS.matcher(value).find() ? MARK : value;
    }

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
        TAG_HALVES.forEach(halves -> redactTag(clean, halves.getFirst(), halves.getLast()));
        return clean;
    }

    /** One of a list of tags, such as {@code {"Key": "db-password", "Value": "…"}}. */
    private static void redactTag(Map<String, @Nullable Object> pair, String name, String value) {
        if (pair.size() <= 3 && pair.get(name) instanceof String key && pair.get(value) instanceof String text) {
            pair.put(value, tag(key, text));
        }
    }

    private static @Nullable Object value(@Nullable Object value, List<String> path) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> map(map, path);
            case List<?> list -> list(list, path);
            case Boolean flag -> flag;
            case String text -> isSecret(path) || SECRET_LOOKS.matcher(text).find() ? MARK : text;
            default -> isSecret(path) ? MARK : value;
        };
    }

    private static List<@Nullable Object> list(List<?> items, List<String> path) {
        List<@Nullable Object> clean = new ArrayList<>(items.size());
        items.forEach(item -> clean.add(value(item, path)));
        return clean;
    }

    private static boolean isSecret(List<String> path) {
        return SECRET_PATHS.stream().anyMatch(secret -> endsWith(path, secret)) || isSecretTag(path);
    }

    /** Tags as one mapping, such as {@code {"tags": {"db-password": "…"}}}. */
    private static boolean isSecretTag(List<String> path) {
        return path.size() >= 2
                && (path.get(path.size() - 2).equals("tags")
                        || path.get(path.size() - 2).equals("labels"))
                && SECRET_NAME.matcher(path.getLast()).find();
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
