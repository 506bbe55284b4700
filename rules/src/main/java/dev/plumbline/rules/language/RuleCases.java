package dev.plumbline.rules.language;

import dev.plumbline.rules.language.Verdict.NotAssessed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the cases of rules, and says which kinds of case a rule lacks. Immutable and thread-safe. */
public final class RuleCases {
    private final RulePack pack;
    private final RuleEngine engine;

    /** @throws InvalidRulesException as {@link RuleEngine#RuleEngine(RulePack)} */
    public RuleCases(RulePack pack) {
        this.pack = pack;
        this.engine = new RuleEngine(pack);
    }

    /**
     * What a rule said of one of its cases.
     *
     * @param problem why it is not as stated, in one sentence; empty if it is
     */
    public record Outcome(Rule rule, RuleCase given, Verdict actual, Optional<String> problem) {
        public boolean asStated() {
            return problem.isEmpty();
        }
    }

    /** A rule whose cases do not cover enough, and the kinds of case it lacks. */
    public record Incomplete(Rule rule, List<String> lacks) {
        public Incomplete {
            lacks = List.copyOf(lacks);
        }
    }

    public List<Outcome> run() {
        return pack.rules().stream()
                .flatMap(rule -> rule.cases().stream().map(given -> run(rule, given)))
                .toList();
    }

    /** Rules without a case that passes, one that fails, one with something unread, or a near miss. */
    public List<Incomplete> incomplete() {
        return pack.rules().stream()
                .map(rule -> new Incomplete(rule, lacks(rule)))
                .filter(incomplete -> !incomplete.lacks().isEmpty())
                .toList();
    }

    private Outcome run(Rule rule, RuleCase given) {
        Verdict actual = engine.judge(given.resource(), given.account()).stream()
                .filter(judgement -> judgement.rule().equals(rule))
                .map(Judgement::verdict)
                .findFirst()
                .orElseThrow();
        return new Outcome(rule, given, actual, problem(given, actual));
    }

    private static Optional<String> problem(RuleCase given, Verdict actual) {
        if (!actual.key().equals(given.expected())) {
            return Optional.of("expected %s but was %s".formatted(given.expected(), told(actual)));
        }
        // An error of the condition is no verdict on a permission: a misspelt name must not look like a denied call.
        boolean explained = actual instanceof NotAssessed notAssessed
                && notAssessed.reasons().stream().noneMatch(Condition::isEvaluationError);
        return actual instanceof NotAssessed && hasUnread(given) && !explained
                ? Optional.of("expected not-assessed because of what is unread, but was " + told(actual))
                : Optional.empty();
    }

    private static String told(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass pass -> pass.key();
            case Verdict.Fail fail ->
                fail.key()
                        + fail.evidence().stream()
                                .map(seen -> seen.path() + "=" + seen.value())
                                .toList();
            case NotAssessed unknown ->
                unknown.key()
                        + unknown.reasons().stream()
                                .map(reason -> reason.sentence())
                                .toList();
        };
    }

    private static List<String> lacks(Rule rule) {
        List<String> lacks = new ArrayList<>();
        if (rule.cases().stream().noneMatch(given -> given.expected().equals("pass"))) {
            lacks.add("a case that passes");
        }
        if (rule.cases().stream().noneMatch(given -> given.expected().equals("fail"))) {
            lacks.add("a case that fails");
        }
        if (rule.cases().stream().noneMatch(given -> given.expected().equals("not-assessed") && hasUnread(given))) {
            lacks.add("a case that is not assessed because something is unread");
        }
        if (rule.cases().stream().noneMatch(RuleCase::nearMiss)) {
            lacks.add("a near miss (near-miss: true)");
        }
        return lacks;
    }

    private static boolean hasUnread(RuleCase given) {
        return !given.resource().unread().isEmpty() || !given.account().unread().isEmpty();
    }
}
