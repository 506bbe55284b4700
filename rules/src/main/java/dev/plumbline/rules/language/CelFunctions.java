package dev.plumbline.rules.language;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.Operator;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.runtime.CelFunctionBinding;
import java.time.Duration;
import java.util.List;

/** What conditions have beyond CEL's standard functions. {@code docs/rules.md} lists them for rule writers. */
final class CelFunctions {
    static final List<String> NAMES = List.of("age", "days");

    /** {@code age(t)} stands for {@code now - timestamp(t)}: a function could not see {@code now}. */
    static final List<CelMacro> MACROS = List.of(CelMacro.newGlobalMacro(
            "age",
            1,
            (factory, target, arguments) -> java.util.Optional.of(factory.newGlobalCall(
                    Operator.SUBTRACT.getFunction(),
                    factory.newIdentifier("now"),
                    factory.newGlobalCall("timestamp", arguments.get(0))))));

    static final List<CelFunctionDecl> DECLARATIONS = List.of(CelFunctionDecl.newFunctionDeclaration(
            "days", CelOverloadDecl.newGlobalOverload("days_int", SimpleType.DURATION, SimpleType.INT)));

    static final List<CelFunctionBinding> BINDINGS =
            List.of(CelFunctionBinding.from("days_int", Long.class, Duration::ofDays));

    private CelFunctions() {}
}
