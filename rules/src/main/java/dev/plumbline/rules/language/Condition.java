package dev.plumbline.rules.language;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelUnknownSet;
import dev.plumbline.rules.resource.Unread;
import java.util.List;

/**
 * One rule, ready to run. Thread-safe.
 *
 * @param reads what it reads of a resource and its account
 * @param plain for resources of which it can read everything: most, and faster
 * @param tracking the same condition, which knows what is unknown
 */
record Condition(Rule rule, ReadPaths reads, Program plain, Program tracking) {
    private static final String EVALUATION_ERROR = "EvaluationError";

    /** What is true of {@code given}; never an exception, for one bad condition must not end a scan. */
    Verdict judge(Given given) {
        try {
            Object result = given.unread().stream().noneMatch(gap -> reads.touch(gap.path()))
                    ? plain.eval(given.variables())
                    : tracking.advanceEvaluation(given.unknowns());
            return switch (result) {
                case Boolean pass when pass -> new Verdict.Pass();
                case Boolean fail -> new Verdict.Fail(given.evidence(rule.evidence()));
                case CelUnknownSet unknown -> new Verdict.NotAssessed(given.reasons(unknown));
                default -> notEvaluated("the condition gave %s and not true or false".formatted(result));
            };
        } catch (CelEvaluationException | RuntimeException failed) {
            return notEvaluated(String.valueOf(failed.getMessage()));
        }
    }

    /** Whether a reason is not a denied call but a condition that met what it was not written for. */
    static boolean isEvaluationError(Unread reason) {
        return reason.errorCode().startsWith(EVALUATION_ERROR);
    }

    private Verdict notEvaluated(String message) {
        return new Verdict.NotAssessed(
                List.of(new Unread("config", "rule " + rule.id(), EVALUATION_ERROR + ": " + message, "")));
    }
}
