package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.event.Provider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads rule files in the Sigma format: rules with selections, and {@code event_count} correlations over an hour.
 *
 * @see <a href="https://sigmahq.io/sigma-specification/">Sigma specification</a>
 */
final class SigmaReader {
    private static final Set<String> RULE_KEYS = Set.of(
            "title",
            "id",
            "name",
            "status",
            "description",
            "references",
            "author",
            "date",
            "modified",
            "license",
            "tags",
            "logsource",
            "detection",
            "falsepositives",
            "level",
            "fields",
            "related",
            "correlation",
            "taxonomy",
            "scope");
    private static final Map<String, Provider> PRODUCTS =
            Map.of("aws", Provider.AWS, "gcp", Provider.GCP, "azure", Provider.AZURE);
    private static final Map<Provider, Set<String>> SERVICES = Map.of(
            Provider.AWS, Set.of("cloudtrail"),
            Provider.GCP, Set.of("gcp.audit"),
            Provider.AZURE, Set.of("activitylogs", "auditlogs"));

    private static final Map<Provider, String> PRINCIPALS = Map.of(
            Provider.AWS, "userIdentity.arn",
            Provider.GCP, "protoPayload.authenticationInfo.principalEmail",
            Provider.AZURE, "caller");
    private static final Set<String> CORRELATION_KEYS =
            Set.of("type", "rules", "group-by", "timespan", "condition", "generate");
    private static final Set<String> SOURCE_KEYS = Set.of("product", "service", "definition");

    private final SigmaYaml yaml;

    SigmaReader(String file) {
        this.yaml = new SigmaYaml(file);
    }

    /**
     * One document of a file.
     *
     * @param condition of a plain rule, null for a correlation
     * @param correlates names of the rules that a correlation counts; empty for a plain rule
     */
    record Loaded(
            EventRule rule,
            @Nullable SigmaCondition condition,
            List<String> correlates,
            boolean reportsThemToo,
            String place) {}

    List<Loaded> read(String text) {
        List<Loaded> loaded = new ArrayList<>();
        for (MappingNode document : yaml.documents(text)) {
            loaded.add(rule(document));
        }
        return loaded;
    }

    private Loaded rule(MappingNode document) {
        Map<String, Node> entries = yaml.entries(document, "a rule", RULE_KEYS);
        boolean plain = entries.containsKey("detection");
        if (plain == entries.containsKey("correlation")) {
            throw yaml.error(document, "a rule has either a detection or a correlation");
        }
        String place = yaml.place(document);
        return plain ? plainRule(document, entries, place) : correlation(document, entries, place);
    }

    private Loaded plainRule(MappingNode document, Map<String, Node> entries, String place) {
        Provider provider = provider(required(document, entries, "logsource"));
        Node detection = required(document, entries, "detection");
        return new Loaded(header(document, entries, provider, 1), condition(detection), List.of(), false, place);
    }

    private Loaded correlation(MappingNode document, Map<String, Node> entries, String place) {
        MappingNode node = yaml.mapping(required(document, entries, "correlation"), "correlation");
        Map<String, Node> parts = yaml.entries(node, "a correlation", CORRELATION_KEYS);
        Node type = required(node, parts, "type");
        if (!yaml.text(type, "type").equals("event_count")) {
            throw yaml.error(type, "only correlations of type event_count are supported");
        }
        Node span = required(node, parts, "timespan");
        if (!yaml.text(span, "timespan").equals("1h")) {
            throw yaml.error(span, "only a timespan of 1h is supported: events are gathered per principal and hour");
        }
        int atLeast = atLeast(yaml.mapping(required(node, parts, "condition"), "condition"));
        Provider provider = provider(required(document, entries, "logsource"));
        requirePrincipal(provider, required(node, parts, "group-by"));
        Node generate = parts.get("generate");
        return new Loaded(
                header(document, entries, provider, atLeast),
                null,
                yaml.texts(required(node, parts, "rules"), "rules"),
                generate != null && yaml.truth(generate),
                place);
    }

    private int atLeast(MappingNode condition) {
        Node bound = required(condition, yaml.entries(condition, "a correlation's condition", Set.of("gte")), "gte");
        String text = yaml.text(bound, "gte");
        try {
            int atLeast = Integer.parseInt(text);
            if (atLeast >= 1) {
                return atLeast;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw yaml.error(bound, "gte is a whole number of at least 1, not %s".formatted(text));
    }

    /** Hits are folded per principal; a count over anything else would be wrong in silence. */
    private void requirePrincipal(Provider provider, Node groupBy) {
        String principal = PRINCIPALS.getOrDefault(provider, "");
        if (!yaml.texts(groupBy, "group-by").equals(List.of(principal))) {
            throw yaml.error(
                    groupBy, "only group-by %s is supported: events are gathered per principal".formatted(principal));
        }
    }

    private EventRule header(MappingNode document, Map<String, Node> entries, Provider provider, int atLeast) {
        Node level = required(document, entries, "level");
        Node name = entries.get("name");
        return new EventRule(
                yaml.text(name == null ? required(document, entries, "id") : name, "name"),
                yaml.text(required(document, entries, "title"), "title"),
                yaml.text(required(document, entries, "description"), "description"),
                level(level),
                provider,
                entries.containsKey("references") ? yaml.texts(entries.get("references"), "references") : List.of(),
                entries.containsKey("tags") ? yaml.texts(entries.get("tags"), "tags") : List.of(),
                atLeast);
    }

    private EventRule.Level level(Node node) {
        String text = yaml.text(node, "level");
        return Arrays.stream(EventRule.Level.values())
                .filter(level -> level.key().equals(text))
                .findFirst()
                .orElseThrow(() -> yaml.error(
                        node, "level %s is none of critical, high, medium, low, informational".formatted(text)));
    }

    private Provider provider(Node node) {
        Map<String, Node> source = yaml.entries(yaml.mapping(node, "logsource"), "a logsource", SOURCE_KEYS);
        Node product = required(node, source, "product");
        String name = yaml.text(product, "product").toLowerCase(Locale.ROOT);
        Provider provider = PRODUCTS.get(name);
        if (provider == null) {
            throw yaml.error(product, "product %s is none of aws, gcp, azure".formatted(name));
        }
        Node service = source.get("service");
        if (service != null && !SERVICES.getOrDefault(provider, Set.of()).contains(yaml.text(service, "service"))) {
            throw yaml.error(service, "service of %s is one of %s".formatted(name, SERVICES.get(provider)));
        }
        return provider;
    }

    private SigmaCondition condition(Node detection) {
        Map<String, Node> parts = new LinkedHashMap<>(yaml.entries(yaml.mapping(detection, "detection")));
        Node condition = required(detection, parts, "condition");
        parts.remove("condition");
        if (parts.containsKey("timeframe")) {
            throw yaml.error(
                    parts.get("timeframe"), "timeframe is not supported: write a correlation of type event_count");
        }
        var selections = new SigmaSelections(yaml);
        Map<String, SigmaCondition> named = new LinkedHashMap<>();
        parts.forEach((name, node) -> named.put(name, selections.read(name, node)));
        if (!(condition instanceof ScalarNode text) || SigmaYaml.isNull(condition)) {
            throw yaml.error(condition, "condition is one text, such as: selection and not filter");
        }
        return new SigmaExpression(yaml, text, named).parse();
    }

    private Node required(Node parent, Map<String, Node> entries, String key) {
        Node node = entries.get(key);
        if (node == null) {
            throw yaml.error(parent, "%s is missing".formatted(key));
        }
        return node;
    }
}
