package dev.plumbline.rules.language;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles the conditions of rules. What CEL refuses becomes problems at the place in the rule's file. Thread-safe. */
final class ConditionCompiler {
    /** What a condition may name; {@code docs/rules.md} tells what each holds. */
    static final List<String> NAMES = List.of("account", "config", "now", "resource");

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern UNDEFINED_MEMBER = Pattern.compile("undefined field '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern QUALIFIED = Pattern.compile("[A-Za-z]+(\\.[A-Za-z]+)?");
    /** Conditions are short; these stop a hostile one before it costs memory or stack. */
    private static final int LONGEST_CONDITION = 20_000;

    private static final int DEEPEST_CONDITION = 100;

    private final Cel cel;
    /** Without the bookkeeping of what is unknown, which most resources do not need. */
    private final CelRuntime plain;

    ConditionCompiler() {
        CelOptions options = CelOptions.current()
                .enableUnknownTracking(true)
                .enableHeterogeneousNumericComparisons(true)
                .maxExpressionCodePointSize(LONGEST_CONDITION)
                .maxParseRecursionDepth(DEEPEST_CONDITION)
                .build();
        this.cel = CelFactory.standardCelBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(CelFunctions.MACROS)
                .addVar("config", SimpleType.DYN)
                .addVar("account", SimpleType.DYN)
                .setTypeProvider(new ResourceTypes())
                .addVar("resource", ResourceTypes.RESOURCE)
                .addVar("now", SimpleType.TIMESTAMP)
                .addFunctionDeclarations(CelFunctions.DECLARATIONS)
                .addFunctionBindings(CelFunctions.BINDINGS)
                .setResultType(SimpleType.BOOL)
                .build();
        this.plain = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(options.toBuilder().enableUnknownTracking(false).build())
                .addFunctionBindings(CelFunctions.BINDINGS)
                .build();
    }

    /** @throws InvalidRulesException with every problem of every condition */
    static List<Condition> compile(List<Rule> rules) {
        List<RuleProblem> problems = Collections.synchronizedList(new ArrayList<>());
        ConditionCompiler compiler = new ConditionCompiler();
        List<Condition> conditions = rules.parallelStream()
                .flatMap(rule -> compiler.compile(rule, problems).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidRulesException(problems);
        }
        return conditions;
    }

    /** The problems of the conditions of rules whose files have other problems. */
    static List<RuleProblem> problemsOf(List<Rule> rules) {
        try {
            compile(rules);
            return List.of();
        } catch (InvalidRulesException invalid) {
            return invalid.problems();
        }
    }

    private List<Condition> compile(Rule rule, List<RuleProblem> problems) {
        CelValidationResult result = cel.compile(rule.pass(), rule.source());
        try {
            CelAbstractSyntaxTree condition = result.getAst();
            return List.of(new Condition(
                    rule, ReadPaths.of(condition), plain.createProgram(condition), cel.createProgram(condition)));
        } catch (CelValidationException refused) {
            result.getErrors().forEach(issue -> report(rule, issue, problems));
        } catch (CelEvaluationException refused) {
            problems.add(RuleReader.problemAt(rule, "pass", "this condition cannot run: " + refused.getMessage()));
        }
        return List.of();
    }

    private static void report(Rule rule, CelIssue issue, List<RuleProblem> problems) {
        int offset = offset(rule.pass(), issue.getSourceLocation());
        Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
        if (!undeclared.matches()) {
            problems.add(RuleReader.problemAt(rule, "pass", offset, message(issue)));
            return;
        }
        String name = undeclared.group(1);
        String before = rule.pass().substring(0, offset);
        if (before.endsWith(CelFunctions.POLICY + "." + name)) {
            return; // the second half of a name of which the first is reported whole
        }
        Matcher whole =
                QUALIFIED.matcher(rule.pass()).region(offset, rule.pass().length());
        String written = name.equals(CelFunctions.POLICY) && whole.lookingAt() ? whole.group() : name;
        problems.add(RuleReader.problemAt(rule, "pass", offset, undeclared(written)));
    }

    /** Of all types, {@code resource}'s alone has members that CEL knows. */
    private static String message(CelIssue issue) {
        Matcher member = UNDEFINED_MEMBER.matcher(issue.getMessage());
        if (!member.matches()) {
            return issue.getMessage();
        }
        String name = member.group(1);
        List<String> members = ResourceTypes.RESOURCE.fieldNames().asList();
        return "a resource has no member '%s'%s".formatted(name, Suggestions.sentence(name, members));
    }

    private static String undeclared(String name) {
        List<String> accepted = new ArrayList<>(NAMES);
        accepted.addAll(CelFunctions.NAMES);
        return "undeclared name '%s'%s, and CEL's standard functions"
                .formatted(name, Suggestions.sentence(name, accepted));
    }

    /** CEL counts lines from 1 and columns from 0, in code points. */
    private static int offset(String condition, CelSourceLocation location) {
        int line = 1;
        int start = 0;
        while (line < location.getLine() && condition.indexOf('\n', start) >= 0) {
            start = condition.indexOf('\n', start) + 1;
            line++;
        }
        int points = condition.codePointCount(start, condition.length());
        int column = Math.clamp(location.getColumn(), 0, points);
        return condition.offsetByCodePoints(start, column);
    }
}
