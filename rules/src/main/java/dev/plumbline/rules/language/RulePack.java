package dev.plumbline.rules.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A set of rules with distinct ids, in the order of their ids. Immutable. */
public final class RulePack {
    private final Map<RuleId, Rule> rules;

    private RulePack(Map<RuleId, Rule> rules) {
        this.rules = rules;
    }

    /** The rules we ship. */
    public static RulePack builtIn() {
        List<RuleProblem> problems = new ArrayList<>();
        return read(RuleFiles.builtIn(problems), problems);
    }

    /**
     * The rules in every {@code *.yaml} and {@code *.yml} file below the folders.
     *
     * @param folders folders, or single files
     * @throws InvalidRulesException with every problem of every file, those of the conditions included
     */
    public static RulePack load(List<Path> folders) {
        List<RuleProblem> problems = new ArrayList<>();
        List<SourceText> files = folders.stream()
                .flatMap(folder -> RuleFiles.in(folder, problems).stream())
                .toList();
        return read(files, problems);
    }

    /**
     * The rules we ship and, beside them, those of the folders.
     *
     * @param folders as for {@link #load}; none for ours alone
     * @throws InvalidRulesException as {@link #load} and {@link #plus}
     */
    public static RulePack builtInWith(List<Path> folders) {
        RulePack builtIn = builtIn();
        return folders.isEmpty() ? builtIn : builtIn.plus(load(folders));
    }

    /** @throws InvalidRulesException if a rule of {@code other} has the id of one of these */
    public RulePack plus(RulePack other) {
        List<Rule> all = new ArrayList<>(rules());
        all.addAll(other.rules());
        List<RuleProblem> problems = new ArrayList<>();
        RulePack both = of(all, problems);
        if (!problems.isEmpty()) {
            throw new InvalidRulesException(problems);
        }
        return both;
    }

    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    public Optional<Rule> rule(RuleId id) {
        return Optional.ofNullable(rules.get(id));
    }

    private static RulePack read(List<SourceText> files, List<RuleProblem> problems) {
        List<Rule> read = files.stream()
                .flatMap(file -> new RuleReader(file, problems).read().stream())
                .toList();
        RulePack pack = of(read, problems);
        if (!problems.isEmpty()) {
            problems.addAll(ConditionCompiler.problemsOf(read));
            throw new InvalidRulesException(problems);
        }
        return pack;
    }

    private static RulePack of(Collection<Rule> rules, List<RuleProblem> problems) {
        Map<RuleId, Rule> byId = new TreeMap<>();
        for (Rule rule : rules) {
            Rule first = byId.putIfAbsent(rule.id(), rule);
            if (first != null) {
                problems.add(RuleReader.problemAt(
                        rule,
                        "id",
                        "rule id '%s' is taken by %s: ids are unique".formatted(rule.id(), first.source())));
            }
        }
        return new RulePack(byId);
    }
}
