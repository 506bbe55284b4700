package dev.plumbline.rules.language;

import com.google.common.collect.ImmutableList;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttribute.Qualifier;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.UnknownContext;
import dev.plumbline.rules.resource.Account;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.Unread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One resource in its account as conditions see it; made once and judged by many rules. */
final class Given {
    private final Resource resource;
    private final Account account;
    private final List<Unread> unread;
    private final Map<String, Object> variables;
    private final UnknownContext unknowns;

    Given(Resource resource, Account account) {
        this.resource = resource;
        this.account = account;
        this.unread = Stream.concat(
                        resource.unread().stream(), account.unread().stream().map(Unread::ofAccount))
                .toList();
        this.variables = Map.of(
                "config", CelView.of(resource.config()),
                "account", CelView.of(account.config()),
                "resource", about(resource),
                "now", resource.collectedAt());
        this.unknowns = UnknownContext.create(
                name -> Optional.ofNullable(variables.get(name)),
                unread.stream().map(Given::pattern).toList());
    }

    /** The members of {@link ResourceTypes#RESOURCE}. */
    private static Map<String, Object> about(Resource resource) {
        return Map.of(
                "id", resource.id().value(),
                "name", resource.name(),
                "region", resource.region(),
                "account", resource.account().value(),
                "tags", resource.tags());
    }

    Map<String, Object> variables() {
        return variables;
    }

    UnknownContext unknowns() {
        return unknowns;
    }

    /** What could not be read of the resource, and of its account under {@code account}. */
    List<Unread> unread() {
        return unread;
    }

    /** Those of {@link #unread()} that left {@code unknown} open. */
    List<Unread> reasons(CelUnknownSet unknown) {
        List<Unread> touched = unread.stream()
                .filter(gap -> unknown.attributes().stream().anyMatch(attribute -> touches(gap, attribute)))
                .toList();
        return touched.isEmpty() ? unread : touched;
    }

    /** A gap is touched by what stands at it or below it, and by what is above it and so includes it. */
    private static boolean touches(Unread gap, CelAttribute attribute) {
        List<Qualifier> asked = attribute.qualifiers();
        List<Qualifier> missing = qualifiers(gap.path());
        int common = Math.min(asked.size(), missing.size());
        return asked.subList(0, common).equals(missing.subList(0, common));
    }

    private static CelAttributePattern pattern(Unread gap) {
        return CelAttributePattern.create(ImmutableList.copyOf(qualifiers(gap.path())));
    }

    private static List<Qualifier> qualifiers(String path) {
        return Arrays.stream(path.split("\\.")).map(Qualifier::ofString).toList();
    }

    /** What stands at the paths a rule calls its evidence. */
    List<Evidence> evidence(List<String> paths) {
        List<Evidence> seen = new ArrayList<>();
        paths.forEach(path -> seen.add(new Evidence(path, valueAt(path))));
        return seen;
    }

    private String valueAt(String path) {
        Optional<Unread> gap = unread.stream()
                .filter(unread -> path.equals(unread.path()) || path.startsWith(unread.path() + "."))
                .findFirst();
        if (gap.isPresent()) {
            return "not read (%s)".formatted(gap.get().errorCode());
        }
        String[] names = path.split("\\.");
        @Nullable
        Object value =
                switch (names[0]) {
                    case "config" -> resource.config();
                    case "account" -> account.config();
                    default -> about(resource);
                };
        for (int depth = 1; depth < names.length; depth++) {
            if (value == null) {
                return "null";
            }
            if (!(value instanceof Map<?, ?> map) || !map.containsKey(names[depth])) {
                return "absent";
            }
            value = map.get(names[depth]);
        }
        return CompactJson.of(value);
    }
}
