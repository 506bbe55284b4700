package dev.plumbline.detectors.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Parses a {@code condition}: and, or, not, brackets, {@code 1 of x*}, {@code all of them}. Or binds loosest. */
final class SigmaExpression {
    private static final Pattern TOKEN = Pattern.compile("\\s*(\\(|\\)|[^\\s()]+)");

    private final SigmaYaml yaml;
    private final Node place;
    private final Map<String, SigmaCondition> selections;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    SigmaExpression(SigmaYaml yaml, Node place, Map<String, SigmaCondition> selections) {
        this.yaml = yaml;
        this.place = place;
        this.selections = selections;
    }

    SigmaCondition parse(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
        SigmaCondition whole = or();
        if (at < tokens.size()) {
            throw yaml.error(place, "condition cannot be read from '%s' on".formatted(tokens.get(at)));
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
        return accept("not") ? new SigmaCondition.Not(not()) : atom();
    }

    private SigmaCondition atom() {
        if (accept("(")) {
            SigmaCondition inner = or();
            if (!accept(")")) {
                throw yaml.error(place, "condition lacks a closing bracket");
            }
            return inner;
        }
        String token = at < tokens.size() ? tokens.get(at++) : "";
        if ((token.equals("1") || token.equals("all") || token.equals("any")) && accept("of")) {
            return quantified(!token.equals("all"));
        }
        SigmaCondition selection = selections.get(token);
        if (selection == null) {
            throw yaml.error(
                    place,
                    "condition names '%s'; the selections are: %s"
                            .formatted(token, String.join(", ", selections.keySet())));
        }
        return selection;
    }

    private SigmaCondition quantified(boolean one) {
        String pattern = at < tokens.size() ? tokens.get(at++) : "";
        List<SigmaCondition> chosen = new ArrayList<>();
        selections.forEach((name, selection) -> {
            if (chooses(pattern, name)) {
                chosen.add(selection);
            }
        });
        if (chosen.isEmpty()) {
            throw yaml.error(
                    place,
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
        int star = pattern.indexOf('*');
        return star < 0
                ? name.equals(pattern)
                : name.length() >= pattern.length() - 1
                        && name.startsWith(pattern.substring(0, star))
                        && name.endsWith(pattern.substring(star + 1));
    }

    private boolean accept(String wanted) {
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(wanted)) {
            at++;
            return true;
        }
        return false;
    }
}
