package dev.plumbline.scanner.aws.export;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.aws.export.Told.Missing;
import dev.plumbline.scanner.collect.Scope;
import dev.plumbline.scanner.inventory.Redaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The accounts that exports speak of, each as a resource: exports hold none, and rules ask it. */
final class ExportedAccounts {
    static final ResourceType TYPE = new ResourceType("aws.account");
    static final Missing BLOCK = new Missing("PublicAccessBlock", "s3:GetPublicAccessBlock");
    static final List<Missing> MISSING = List.of(
            new Missing("CallerIdentity", "sts:GetCallerIdentity"),
            new Missing("AccountPasswordPolicy", "iam:GetAccountPasswordPolicy"),
            new Missing("AccountSummary", "iam:GetAccountSummary"),
            new Missing("CredentialReport", "iam:GetCredentialReport"));

    private final Map<AccountId, Known> accounts = new TreeMap<>();

    void saw(AccountId account, String partition, Instant captured) {
        Known known = accounts.computeIfAbsent(account, id -> new Known(partition, captured));
        if (captured.isAfter(known.captured)) {
            known.captured = captured;
        }
    }

    void block(AccountId account, Instant captured, Map<String, @Nullable Object> block) {
        Known known = accounts.get(account);
        if (known != null && !captured.isBefore(known.blockCaptured)) {
            known.block = block;
            known.blockCaptured = captured;
        }
    }

    Stream<Resource> resources() {
        return accounts.entrySet().stream().map(entry -> resource(entry.getKey(), entry.getValue()));
    }

    private static Resource resource(AccountId account, Known known) {
        Told told = new Told("NotInExport");
        if (known.block == null) {
            told.missing(BLOCK);
        } else {
            told.put(BLOCK.key(), Map.of("PublicAccessBlockConfiguration", known.block));
        }
        MISSING.forEach(told::missing);
        return Redaction.of(new Resource(
                Cloud.AWS,
                account,
                Scope.GLOBAL,
                TYPE,
                new ResourceId("arn:%s:iam::%s:root".formatted(known.partition, account)),
                account.value(),
                Map.of(),
                told.config(),
                told.unread(),
                known.captured));
    }

    private static final class Known {
        private final String partition;
        private Instant captured;
        private Instant blockCaptured = Instant.MIN;
        private @Nullable Map<String, @Nullable Object> block;

        private Known(String partition, Instant captured) {
            this.partition = partition;
            this.captured = captured;
        }
    }
}
