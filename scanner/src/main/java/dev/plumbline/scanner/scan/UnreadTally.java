package dev.plumbline.scanner.scan;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.store.UnreadAnswers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the answers that resources lack. What it holds grows with the kinds of gaps, not with the resources. */
final class UnreadTally {
    private final Map<Kind, Long> counts = new HashMap<>();

    void add(Resource resource) {
        for (Unread unread : resource.unread()) {
            counts.merge(
                    new Kind(
                            resource.account(), resource.type(), unread.api(), unread.errorCode(), unread.permission()),
                    1L,
                    Long::sum);
        }
    }

    List<UnreadAnswers> counts() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().times(entry.getValue()))
                .toList();
    }

    private record Kind(AccountId account, ResourceType type, String api, String errorCode, String permission) {
        private UnreadAnswers times(long answers) {
            return new UnreadAnswers(account, type, api, errorCode, permission, answers);
        }
    }
}
