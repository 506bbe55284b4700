package dev.plumbline.rules.language;

import java.util.List;
import java.util.stream.Collectors;

/** Rule files that cannot be used: every problem of every file at once, so that one pass mends them all. */
public final class InvalidRulesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<RuleProblem> problems;

    public InvalidRulesException(List<RuleProblem> problems) {
        super(message(problems));
        this.problems = problems.stream().sorted().toList();
    }

    public List<RuleProblem> problems() {
        return problems;
    }

    private static String message(List<RuleProblem> problems) {
        String heading = problems.size() == 1 ? "1 problem in the rules:" : problems.size() + " problems in the rules:";
        return problems.stream()
                .sorted()
                .map(RuleProblem::toString)
                .collect(Collectors.joining("\n", heading + "\n", ""));
    }
}
