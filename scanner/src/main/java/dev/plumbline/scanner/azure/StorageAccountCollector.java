package dev.plumbline.scanner.azure;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.RequestFailedException;
import dev.plumbline.scanner.collect.RequestFailure;
import dev.plumbline.scanner.collect.Scope;
import dev.plumbline.scanner.inventory.Redaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the data plane tells of each storage account. ARM's own members of the same resource are unread, never absent:
 * a rule about them says "not assessed".
 */
final class StorageAccountCollector implements Collector {
    static final ResourceType TYPE = new ResourceType("azure.storage.storageaccount");
    static final String GET_SERVICE = "Microsoft.Storage/storageAccounts/blobServices/read";
    static final String GET_INFO = "Microsoft.Storage/storageAccounts/blobServices/getInfo/action";
    /** Our word for an answer that no call of this version asks for. */
    static final String NOT_COLLECTED = "NotCollected";

    private static final String ARM_TYPE = "Microsoft.Storage/storageAccounts";
    private static final List<String> ARM_ONLY =
            List.of("properties", "identity", "sku", "kind", "tags", "blobServices");

    private final AccountId subscription;
    private final List<BlobEndpoint> endpoints;
    private final Clock clock;

    StorageAccountCollector(AccountId subscription, List<BlobEndpoint> endpoints, Clock clock) {
        this.subscription = subscription;
        this.endpoints = List.copyOf(endpoints);
        this.clock = clock;
    }

    @Override
    public ResourceType resourceType() {
        return TYPE;
    }

    @Override
    public Set<String> requiredPermissions() {
        return Set.of(GET_SERVICE, GET_INFO);
    }

    /** Storage accounts are named one by one, wherever they stand. */
    @Override
    public List<String> regions(Scope scope) {
        return List.of(Scope.GLOBAL);
    }

    @Override
    public Coverage collect(Scope scope, Consumer<Resource> sink) {
        return StorageCoverage.of(TYPE, subscription, endpoints, endpoint -> read(endpoint, sink));
    }

    private Coverage.Entry read(BlobEndpoint endpoint, Consumer<Resource> sink) {
        Answers answers = new Answers();
        answers.ask(
                "BlobServiceProperties",
                GET_SERVICE,
                () -> StorageAccountWords.blobServiceProperties(endpoint.serviceProperties()));
        answers.ask(
                "AccountInformation", GET_INFO, () -> StorageAccountWords.accountInformation(endpoint.accountInfo()));
        if (answers.nobodyThere()) {
            return StorageCoverage.failed(
                    TYPE, subscription, endpoint, 0, "read the properties", GET_SERVICE, answers.failures.getFirst());
        }
        sink.accept(resource(endpoint.account(), answers));
        return StorageCoverage.read(TYPE, subscription, endpoint, 1);
    }

    private Resource resource(StorageAccount account, Answers answers) {
        String armId = account.armId(subscription);
        Map<String, @Nullable Object> config = new Tree()
                .with("id", armId)
                .with("name", account.name())
                .with("type", ARM_TYPE)
                .members();
        config.putAll(answers.config);
        List<Unread> unread = new ArrayList<>(answers.unread);
        ARM_ONLY.forEach(member -> unread.add(notCollected("config." + member)));
        return Redaction.of(new Resource(
                Cloud.AZURE,
                subscription,
                account.region(),
                TYPE,
                new ResourceId(armId),
                account.name(),
                Map.of(),
                config,
                unread,
                clock.instant()));
    }

    /** A member of ARM's storage account, which the data plane does not tell. */
    static Unread notCollected(String path) {
        return new Unread(path, ARM_TYPE + "/read", NOT_COLLECTED, "");
    }

    /** Answers to several questions about one thing, with those that were not given. */
    private static final class Answers {
        private final Map<String, @Nullable Object> config = new LinkedHashMap<>();
        private final List<Unread> unread = new ArrayList<>();
        private final List<RequestFailure> failures = new ArrayList<>();

        void ask(String name, String permission, Supplier<Map<String, @Nullable Object>> question) {
            try {
                config.put(name, question.get());
            } catch (RequestFailedException e) {
                failures.add(e.failure());
                unread.add(StorageCoverage.unread("config." + name, permission, e.failure()));
            }
        }

        /** A refusal shows that the account is there; anything else shows nothing. */
        boolean nobodyThere() {
            return config.isEmpty()
                    && failures.stream().noneMatch(failure -> failure.kind() == RequestFailure.Kind.DENIED);
        }
    }
}
