package dev.plumbline.rules.language;

import dev.plumbline.rules.language.Rule.Remediation;
import dev.plumbline.rules.resource.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one rule file. A rule comes out only if nothing is wrong with the file; the problems go to the list. */
final class RuleReader {
    private static final List<String> KEYS = List.of(
            "id",
            "title",
            "resource",
            "severity",
            "why",
            "pass",
            "evidence",
            "remediation",
            "references",
            "tags",
            "cases");
    private static final List<String> REMEDIES = List.of("console", "cli", "terraform");
    private static final Pattern EVIDENCE = Pattern.compile("(config|account|resource)(\\.[A-Za-z_][A-Za-z0-9_-]*)+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final List<String> PLACEHOLDERS = List.of("name", "id", "account", "region");

    private final SourceText source;
    private final List<RuleProblem> problems;
    private final YamlTree tree;

    RuleReader(SourceText source, List<RuleProblem> problems) {
        this.source = source;
        this.problems = problems;
        this.tree = new YamlTree(source, problems);
    }

    Optional<Rule> read() {
        int before = problems.size();
        Optional<Rule> rule = tree.compose().flatMap(this::read);
        return problems.size() == before ? rule : Optional.empty();
    }

    private Optional<Rule> read(Node root) {
        YamlFields fields = new YamlFields(source, problems, tree, root, "a rule", KEYS);
        Optional<RuleId> id = fields.parsed("id", RuleId::new);
        Optional<ResourceType> type = fields.parsed("resource", ResourceType::new);
        Optional<Severity> severity = fields.parsed("severity", Severity::of);
        String title = fields.text("title");
        String why = fields.text("why");
        String pass = fields.text("pass");
        List<String> evidence = evidence(fields);
        Remediation remediation = remediation(fields);
        List<RuleCase> cases = cases(fields, type);
        List<String> references = fields.texts("references");
        List<String> tags = fields.texts("tags");
        if (id.isEmpty() || type.isEmpty() || severity.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                id.get(),
                title,
                type.get(),
                severity.get(),
                why,
                pass,
                evidence,
                remediation,
                references,
                tags,
                cases,
                source.source(),
                source.text()));
    }

    private List<String> evidence(YamlFields fields) {
        fields.require("evidence");
        List<Node> nodes = fields.nodes("evidence");
        List<String> paths = fields.texts(nodes, "evidence");
        for (int index = 0; index < paths.size(); index++) {
            String path = paths.get(index);
            if (!path.isEmpty() && !EVIDENCE.matcher(path).matches()) {
                problems.add(source.problem(
                        nodes.get(index).getStartMark(),
                        "evidence '%s' is no path: write names joined by dots after config, account or resource, such as config.BucketPolicy"
                                .formatted(path)));
            }
        }
        if (nodes.isEmpty()) {
            fields.node("evidence")
                    .filter(SequenceNode.class::isInstance)
                    .ifPresent(node -> problems.add(
                            source.problem(node.getStartMark(), "'evidence' must name at least one path to show")));
        }
        return paths;
    }

    private Remediation remediation(YamlFields fields) {
        fields.require("remediation");
        if (!fields.has("remediation")) {
            return new Remediation("", "", "");
        }
        YamlFields remedies = fields.below("remediation", "a remediation", REMEDIES);
        if (remedies.keys().isEmpty()) {
            fields.node("remediation")
                    .filter(MappingNode.class::isInstance)
                    .ifPresent(node -> problems.add(source.problem(
                            node.getStartMark(), "a remediation has at least one of: " + String.join(", ", REMEDIES))));
        }
        REMEDIES.forEach(remedy -> remedies.node(remedy).ifPresent(this::acceptPlaceholders));
        return new Remediation(
                remedies.textOr("console", ""), remedies.textOr("cli", ""), remedies.textOr("terraform", ""));
    }

    private void acceptPlaceholders(Node remedy) {
        if (!(remedy instanceof ScalarNode scalar)) {
            return;
        }
        PLACEHOLDER
                .matcher(scalar.getValue())
                .results()
                .filter(found -> !PLACEHOLDERS.contains(found.group(1)))
                .forEach(found -> problems.add(source.problem(
                        scalar,
                        found.start(),
                        "unknown placeholder '%s'%s"
                                .formatted(found.group(1), Suggestions.sentence(found.group(1), PLACEHOLDERS)))));
    }

    private List<RuleCase> cases(YamlFields fields, Optional<ResourceType> type) {
        fields.require("cases");
        List<Node> nodes = fields.nodes("cases");
        if (type.isEmpty()) {
            return List.of();
        }
        CaseReader reader = new CaseReader(source, problems, tree, type.get());
        List<RuleCase> cases = new ArrayList<>();
        nodes.forEach(node -> reader.read(node).ifPresent(cases::add));
        return cases;
    }

    /** A problem at the value of one of a rule's keys. */
    static RuleProblem problemAt(Rule rule, String key, String message) {
        return problemAt(rule, key, 0, message);
    }

    /** A problem inside the value of one of a rule's keys; the file is read again, for it holds the places. */
    static RuleProblem problemAt(Rule rule, String key, int offset, String message) {
        SourceText source = new SourceText(rule.source(), rule.text());
        List<RuleProblem> ignored = new ArrayList<>();
        return new YamlTree(source, ignored)
                .compose()
                .filter(MappingNode.class::isInstance)
                .map(root -> new YamlTree(source, ignored)
                        .entries((MappingNode) root)
                        .get(key))
                .map(entry -> entry.getValueNode())
                .filter(ScalarNode.class::isInstance)
                .map(scalar -> source.problem((ScalarNode) scalar, offset, message))
                .orElseGet(() -> source.problem(message));
    }
}
