package dev.plumbline.detectors.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Parses a {@code condition}: and, or, not, brackets, {@code 1 of x*}, {@code all of them}. Or binds loosest. */
final class SigmaExpression {
    private static final Pattern TOKEN = Pattern.compile("[()]|[^\\s()]+");
    private static final int DEEPEST = 50;

    private final SigmaYaml yaml;
    private final ScalarNode node;
    private final Map<String, SigmaCondition> selections;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private record Token(String text, int offset) {}

    SigmaExpression(SigmaYaml yaml, ScalarNode node, Map<String, SigmaCondition> selections) {
        this.yaml = yaml;
        this.node = node;
        this.selections = selections;
        this.tokens = tokens(node.getValue());
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        for (Matcher matcher = TOKEN.matcher(text); matcher.find(); ) {
            tokens.add(new Token(matcher.group(), matcher.start()));
        }
        return tokens;
    }

    SigmaCondition parse() {
        SigmaCondition whole = or();
        if (at < tokens.size()) {
            throw error(
                    at,
                    tokens.get(at).text.equals("|")
                            ? "aggregations are not supported: write a correlation of type event_count"
                            : "condition cannot be read from '%s' on".formatted(tokens.get(at).text));
        }
        return whole;
    }

    private SigmaCondition or() {
        List<SigmaCondition> parts = new ArrayList<>(List.of(and()));
        while (accept("or")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.getFirst() : new SigmaCondition.Any(List.copyOf(parts));
    }

    private SigmaCondition and() {
        List<SigmaCondition> parts = new ArrayList<>(List.of(not()));
        while (accept("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.getFirst() : new SigmaCondition.All(List.copyOf(parts));
    }

    private SigmaCondition not() {
        if (!accept("not")) {
            return atom();
        }
        descend();
        SigmaCondition inner = not();
        depth--;
        return new SigmaCondition.Not(inner);
    }

    private SigmaCondition atom() {
        if (accept("(")) {
            descend();
            SigmaCondition inner = or();
            if (!accept(")")) {
                throw error(at, "condition lacks a closing bracket");
            }
            depth--;
            return inner;
        }
        String token = next();
        if ((token.equals("1") || token.equals("all") || token.equals("any")) && accept("of")) {
            return quantified(!token.equals("all"));
        }
        SigmaCondition selection = selections.get(token);
        if (selection == null) {
            throw error(
                    at - 1,
                    token.isEmpty()
                            ? "condition ends where a selection should stand"
                            : "condition names '%s'; the selections are: %s"
                                    .formatted(token, String.join(", ", selections.keySet())));
        }
        return selection;
    }

    /** A hostile file must not exhaust the stack. */
    private void descend() {
        if (++depth > DEEPEST) {
            throw error(at - 1, "condition is nested deeper than %d levels, which no rule needs".formatted(DEEPEST));
        }
    }

    private SigmaCondition quantified(boolean one) {
        String pattern = next();
        List<SigmaCondition> chosen = new ArrayList<>();
        selections.forEach((name, selection) -> {
            if (chooses(pattern, name)) {
                chosen.add(selection);
            }
        });
        if (chosen.isEmpty()) {
            throw error(
                    at - 1,
                    "no selection is called '%s'; the selections are: %s"
                            .formatted(pattern, String.join(", ", selections.keySet())));
        }
        return one ? new SigmaCondition.Any(List.copyOf(chosen)) : new SigmaCondition.All(List.copyOf(chosen));
    }

    /** {@code them} leaves out names that begin with an underscore, as Sigma says. */
    private static boolean chooses(String pattern, String name) {
        if (pattern.equals("them")) {
            return !name.startsWith("_");
        }
        String anyBetween =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.matches(anyBetween, name);
    }

    /** Empty at the end. */
    private String next() {
        String text = at < tokens.size() ? tokens.get(at).text : "";
        at++;
        return text;
    }

    private boolean accept(String wanted) {
        if (at < tokens.size() && tokens.get(at).text.equalsIgnoreCase(wanted)) {
            at++;
            return true;
        }
        return false;
    }

    private EventRuleException error(int token, String problem) {
        int offset = token < tokens.size()
                ? tokens.get(token).offset
                : node.getValue().length();
        return yaml.error(node, offset, problem);
    }
}
