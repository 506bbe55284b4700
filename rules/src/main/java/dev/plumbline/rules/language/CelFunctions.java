package dev.plumbline.rules.language;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.Operator;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.plumbline.rules.iam.Grants;
import dev.plumbline.rules.iam.MalformedPolicyException;
import dev.plumbline.rules.iam.PolicyDocument;
import dev.plumbline.rules.iam.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What conditions have beyond CEL's standard functions. {@code docs/rules.md} lists them for rule writers. */
final class CelFunctions {
    /** Before the dot of the functions that the IAM algebra answers. */
    static final String POLICY = "policy";

    /** {@code age(t)} stands for {@code now - timestamp(t)}: a function could not see {@code now}. */
    static final List<CelMacro> MACROS = List.of(CelMacro.newGlobalMacro(
            "age",
            1,
            (factory, target, arguments) -> Optional.of(factory.newGlobalCall(
                    Operator.SUBTRACT.getFunction(),
                    factory.newIdentifier("now"),
                    factory.newGlobalCall("timestamp", arguments.get(0))))));

    static final List<CelFunctionDecl> DECLARATIONS = List.of(
            function("days", SimpleType.DURATION, SimpleType.INT),
            function("policy.allowsPublic", SimpleType.BOOL, SimpleType.DYN),
            function("policy.allowsEverything", SimpleType.BOOL, SimpleType.DYN),
            function("policy.allowsService", SimpleType.BOOL, SimpleType.DYN, SimpleType.STRING),
            function("policy.deniesInsecureTransport", SimpleType.BOOL, SimpleType.DYN, SimpleType.STRING),
            function("policy.otherAccounts", ListType.create(SimpleType.STRING), SimpleType.DYN, SimpleType.STRING),
            function("policy.trustsPublic", SimpleType.BOOL, SimpleType.DYN));

    static final List<CelFunctionBinding> BINDINGS = List.of(
            CelFunctionBinding.from("days", Long.class, Duration::ofDays),
            CelFunctionBinding.from(
                    "policy.allowsPublic",
                    Object.class,
                    document -> grants(document).allowsPublic()),
            CelFunctionBinding.from(
                    "policy.allowsEverything",
                    Object.class,
                    document -> grants(document).allowsEverything()),
            CelFunctionBinding.from(
                    "policy.allowsService",
                    Object.class,
                    String.class,
                    (document, service) -> grants(document).allowsService(service)),
            CelFunctionBinding.from(
                    "policy.deniesInsecureTransport",
                    Object.class,
                    String.class,
                    (document, bucket) -> grants(document).deniesInsecureTransport(bucket)),
            CelFunctionBinding.from(
                    "policy.otherAccounts",
                    Object.class,
                    String.class,
                    (document, own) -> grants(document).otherAccounts(own)),
            CelFunctionBinding.from(
                    "policy.trustsPublic", Object.class, document -> new Trust(parsed(document)).isPublic()));

    static final List<String> NAMES = Stream.concat(
                    MACROS.stream().map(CelMacro::getFunction),
                    DECLARATIONS.stream().map(CelFunctionDecl::name))
            .sorted()
            .toList();

    private CelFunctions() {}

    /** Each of our functions has one overload, which is called like the function. */
    private static CelFunctionDecl function(String name, CelType result, CelType... parameters) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name, result, parameters));
    }

    private static Grants grants(Object document) throws CelEvaluationException {
        return new Grants(parsed(document));
    }

    private static PolicyDocument parsed(Object document) throws CelEvaluationException {
        try {
            return PolicyDocument.parse(CelView.unwrapped(document));
        } catch (MalformedPolicyException malformed) {
            throw new CelEvaluationException(String.valueOf(malformed.getMessage()), malformed);
        }
    }
}
