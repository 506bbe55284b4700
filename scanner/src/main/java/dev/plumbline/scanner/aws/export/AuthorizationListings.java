package dev.plumbline.scanner.aws.export;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.collect.Part;
import dev.plumbline.scanner.collect.Scope;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether each account's authorization details came to their last page, which may stand in another file than the first. */
final class AuthorizationListings {
    private static final String TRUNCATED =
            "the authorization details end in %s with IsTruncated true: give the pages that follow as well, or run"
                    + " 'aws iam get-account-authorization-details' without --max-items and --no-paginate";

    private final Set<Part> parts = new TreeSet<>(ExportTally.ORDER);
    private final Map<AccountId, Optional<String>> ends = new HashMap<>();
    private final Map<Path, String> nameless = new TreeMap<>();
    private Optional<AccountId> last = Optional.empty();

    /** @param account empty for pages of nothing but AWS's own policies, which belong to the file before */
    void add(Path file, Optional<AccountId> account, Set<Part> seen, boolean truncated) {
        parts.addAll(seen);
        Optional<String> end = truncated ? Optional.of(TRUNCATED.formatted(file)) : Optional.empty();
        last = account.or(() -> last);
        last.ifPresentOrElse(known -> ends.put(known, end), () -> end.ifPresent(cause -> nameless.put(file, cause)));
    }

    /** Called when all files are read. */
    void addTo(ExportTally all) {
        ends.forEach((account, shortcoming) -> {
            if (shortcoming.isPresent()) {
                // The pages that are missing may hold any of them.
                AuthorizationDetailsFile.KINDS.forEach(kind -> parts.add(new Part(account, Scope.GLOBAL, kind.type())));
            }
        });
        nameless.forEach(all::unreadable);
        parts.forEach(part -> all.covers(part, ends.getOrDefault(part.account(), Optional.empty())));
    }
}
