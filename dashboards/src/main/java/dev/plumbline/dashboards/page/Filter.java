package dev.plumbline.dashboards.page;

import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.Cloud;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * What a list is narrowed to: all fields must hold, one value of each is enough, an empty field asks nothing. It
 * stands whole in the address, so that a view can be sent to a colleague.
 *
 * @param text looked for in titles, names, rules, accounts and resource ids, without case
 */
public record Filter(Set<Cloud> clouds, Set<Severity> severities, String text) {
    public static final Filter NONE = new Filter(Set.of(), Set.of(), "");

    /** Longer than any resource id; a longer search is cut rather than refused. */
    private static final int MAXIMUM_TEXT = 300;

    public Filter {
        clouds = Collections.unmodifiableSet(clouds.isEmpty() ? EnumSet.noneOf(Cloud.class) : EnumSet.copyOf(clouds));
        severities = Collections.unmodifiableSet(
                severities.isEmpty() ? EnumSet.noneOf(Severity.class) : EnumSet.copyOf(severities));
        String stripped = text.strip();
        text = stripped.length() > MAXIMUM_TEXT ? stripped.substring(0, MAXIMUM_TEXT) : stripped;
    }

    /**
     * Reads the address's parameters.
     *
     * @throws IllegalArgumentException if one names no cloud or severity; its message says which there are
     */
    public static Filter of(List<String> clouds, List<String> severities, String text) {
        return new Filter(parse(clouds, Cloud::of, Cloud.class), parse(severities, Severity::of, Severity.class), text);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** The same filter as an address's query without question mark, or an empty string. */
    public String query() {
        List<String> parameters = new ArrayList<>();
        clouds.forEach(cloud -> parameters.add("cloud=" + cloud.key()));
        severities.forEach(severity -> parameters.add("severity=" + severity.key()));
        if (!text.isEmpty()) {
            parameters.add("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        return String.join("&", parameters);
    }

    /** {@code path} with this filter; {@code path} has no query yet. */
    public String on(String path) {
        String query = query();
        return query.isEmpty() ? path : path + "?" + query;
    }

    public Filter withSeverity(Severity severity) {
        return new Filter(clouds, Set.of(severity), text);
    }

    private static <E extends Enum<E>> Set<E> parse(List<String> keys, Function<String, E> read, Class<E> type) {
        Set<E> values = EnumSet.noneOf(type);
        keys.stream()
                .flatMap(key -> List.of(key.split(",")).stream())
                .map(key -> key.strip().toLowerCase(Locale.ROOT))
                .filter(key -> !key.isEmpty())
                .map(read)
                .forEach(values::add);
        return values;
    }
}
