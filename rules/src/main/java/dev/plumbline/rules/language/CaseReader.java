package dev.plumbline.rules.language;

import dev.plumbline.rules.resource.Account;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the cases of a rule of one resource type. What a case does not say of its resource is filled in. */
final class CaseReader {
    private static final List<String> KEYS =
            List.of("name", "resource", "config", "account", "unread", "now", "verdict", "near-miss");
    private static final List<String> RESOURCE_KEYS = List.of("id", "name", "account", "region", "tags");
    private static final List<String> VERDICTS = List.of("pass", "fail", "not-assessed");
    /** The day on which cases stand, unless they say {@code now}: a case must not age. */
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final SourceText source;
    private final List<RuleProblem> problems;
    private final YamlTree tree;
    private final ResourceType type;

    CaseReader(SourceText source, List<RuleProblem> problems, YamlTree tree, ResourceType type) {
        this.source = source;
        this.problems = problems;
        this.tree = tree;
        this.type = type;
    }

    Optional<RuleCase> read(Node node) {
        int before = problems.size();
        YamlFields fields = new YamlFields(source, problems, tree, node, "a case", KEYS);
        String name = fields.text("name");
        Optional<String> verdict = fields.parsed("verdict", CaseReader::verdict);
        Instant now = fields.parsedIfThere("now", CaseReader::instant).orElse(NOW);
        List<Unread> ofResource = new ArrayList<>();
        List<Unread> ofAccount = new ArrayList<>();
        readUnread(fields, ofResource, ofAccount);
        boolean nearMiss = fields.flag("near-miss");
        Account account = new Account(fields.tree("account"), ofAccount);
        Optional<Resource> resource = resource(fields, ofResource, now);
        if (problems.size() > before || verdict.isEmpty() || resource.isEmpty()) {
            return Optional.empty();
        }
        int line = node.getStartMark().getLine() + 1;
        return Optional.of(new RuleCase(name, resource.get(), account, verdict.get(), nearMiss, line));
    }

    private Optional<Resource> resource(YamlFields fields, List<Unread> unread, Instant now) {
        YamlFields said = fields.below("resource", "a case's resource", RESOURCE_KEYS);
        Optional<AccountId> account = said.has("account")
                ? said.parsedIfThere("account", AccountId::new)
                : Optional.of(usualAccount(type.cloud()));
        String name = said.textOr("name", "example");
        Optional<ResourceId> id = said.has("id")
                ? said.parsedIfThere("id", ResourceId::new)
                : Optional.of(new ResourceId("example:%s:%s".formatted(type, name)));
        String region = said.textOr("region", "global");
        Map<String, String> tags = said.textsByName("tags");
        Map<String, @Nullable Object> config = fields.tree("config");
        if (account.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Resource(type.cloud(), account.get(), region, type, id.get(), name, tags, config, unread, now));
    }

    private void readUnread(YamlFields fields, List<Unread> ofResource, List<Unread> ofAccount) {
        fields.openEntries("unread").forEach((path, entry) -> {
            if (!(entry.getValueNode() instanceof ScalarNode scalar)) {
                problems.add(
                        source.problem(
                                entry.getValueNode().getStartMark(),
                                "'unread' says why in text: an error code, then the permission that would help, such as \"AccessDenied s3:GetBucketPolicy\""));
                return;
            }
            String[] words = scalar.getValue().strip().split("\\s+", 2);
            String permission = words.length > 1 ? words[1] : "";
            boolean account = path.equals("account") || path.startsWith("account.");
            try {
                // An account's own gaps stand under config, as those of every resource do.
                String own = account ? "config" + path.substring("account".length()) : path;
                Unread gap = new Unread(own, permission.isEmpty() ? "the API" : permission, words[0], permission);
                (account ? ofAccount : ofResource).add(gap);
            } catch (IllegalArgumentException refused) {
                problems.add(source.problem(entry.getKeyNode().getStartMark(), String.valueOf(refused.getMessage())));
            }
        });
    }

    private static AccountId usualAccount(Cloud cloud) {
        return new AccountId(
                switch (cloud) {
                    case AWS -> "111122223333";
                    case AZURE -> "00000000-0000-0000-0000-000000000001";
                    case GCP -> "example-project";
                });
    }

    private static String verdict(String written) {
        if (!VERDICTS.contains(written)) {
            throw new IllegalArgumentException(
                    "unknown verdict '%s'%s".formatted(written, Suggestions.sentence(written, VERDICTS)));
        }
        return written;
    }

    private static Instant instant(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException broken) {
            throw new IllegalArgumentException(
                    "'%s' is no time: write it as 2026-06-01T00:00:00Z".formatted(written), broken);
        }
    }
}
