package dev.plumbline.rules.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a condition reads of {@code config} and {@code account}, by its text: names joined by dots, as far as they are
 * fixed. {@code config.A[flag]} reads all of {@code config.A}.
 */
record ReadPaths(Set<String> paths) {
    private static final Set<String> ROOTS = Set.of("config", "account");

    ReadPaths {
        paths = Set.copyOf(paths);
    }

    static ReadPaths of(CelAbstractSyntaxTree condition) {
        return new ReadPaths(CelNavigableAst.fromAst(condition)
                .getRoot()
                .allNodes()
                .filter(ReadPaths::isRoot)
                .map(ReadPaths::path)
                .collect(Collectors.toSet()));
    }

    /** Whether something at {@code gap}, below it or around it is read, so that it could matter. */
    boolean touch(String gap) {
        return paths.stream().anyMatch(path -> isAtOrBelow(gap, path) || isAtOrBelow(path, gap));
    }

    private static boolean isAtOrBelow(String above, String below) {
        return below.equals(above) || below.startsWith(above + ".");
    }

    private static boolean isRoot(CelNavigableExpr node) {
        return node.getKind() == Kind.IDENT
                && ROOTS.contains(node.expr().ident().name());
    }

    private static String path(CelNavigableExpr root) {
        List<String> names = new ArrayList<>(List.of(root.expr().ident().name()));
        CelExpr below = root.expr();
        Optional<CelNavigableExpr> parent = root.parent();
        while (parent.isPresent() && isMemberOf(parent.get().expr(), below)) {
            below = parent.get().expr();
            names.add(below.select().field());
            parent = parent.get().parent();
        }
        return String.join(".", names);
    }

    private static boolean isMemberOf(CelExpr candidate, CelExpr operand) {
        return candidate.getKind() == Kind.SELECT
                && candidate.select().operand().id() == operand.id();
    }
}
