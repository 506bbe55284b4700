package dev.plumbline.scanner.azure;

import com.azure.storage.blob.models.BlobContainerItem;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Fanout;
import dev.plumbline.scanner.collect.Pages;
import dev.plumbline.scanner.collect.RequestFailedException;
import dev.plumbline.scanner.collect.Scope;
import dev.plumbline.scanner.inventory.Redaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Blob containers: one listing per storage account, one question per container. */
final class ContainerCollector implements Collector {
    static final ResourceType TYPE = new ResourceType("azure.storage.container");
    static final String LIST = "Microsoft.Storage/storageAccounts/blobServices/containers/read";
    static final String GET_ACL = "Microsoft.Storage/storageAccounts/blobServices/containers/getAcl/action";

    private final AccountId subscription;
    private final List<BlobEndpoint> endpoints;
    private final Clock clock;

    ContainerCollector(AccountId subscription, List<BlobEndpoint> endpoints, Clock clock) {
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
        return Set.of(LIST, GET_ACL);
    }

    /** Storage accounts are named one by one, wherever they stand. */
    @Override
    public List<String> regions(Scope scope) {
        return List.of(Scope.GLOBAL);
    }

    @Override
    public Coverage collect(Scope scope, Consumer<Resource> sink) {
        return StorageCoverage.of(TYPE, subscription, endpoints, endpoint -> list(endpoint, sink));
    }

    private Coverage.Entry list(BlobEndpoint endpoint, Consumer<Resource> sink) {
        AtomicLong handedOver = new AtomicLong();
        try {
            Pages.follow(
                    endpoint::containers,
                    page -> Fanout.forEach(page, StorageCoverage.IN_FLIGHT, item -> {
                        sink.accept(resource(endpoint, item));
                        handedOver.incrementAndGet();
                    }));
            return StorageCoverage.read(TYPE, subscription, endpoint, handedOver.get());
        } catch (RequestFailedException e) {
            return StorageCoverage.failed(
                    TYPE, subscription, endpoint, handedOver.get(), "list the containers", LIST, e.failure());
        }
    }

    private Resource resource(BlobEndpoint endpoint, BlobContainerItem item) {
        StorageAccount account = endpoint.account();
        String armId = "%s/blobServices/default/containers/%s".formatted(account.armId(subscription), item.getName());
        Map<String, @Nullable Object> config = new LinkedHashMap<>(ContainerWords.arm(item, armId));
        List<Unread> unread = new ArrayList<>(ContainerWords.beyondTheDataPlane(item));
        unread.add(StorageAccountCollector.notCollected("config.storageAccounts"));
        try {
            config.put("ContainerAcl", ContainerWords.containerAcl(endpoint.accessPolicies(item.getName())));
        } catch (RequestFailedException e) {
            unread.add(StorageCoverage.unread("config.ContainerAcl", GET_ACL, e.failure()));
        }
        return Redaction.of(new Resource(
                Cloud.AZURE,
                subscription,
                account.region(),
                TYPE,
                new ResourceId(armId),
                item.getName(),
                Map.of(),
                config,
                unread,
                clock.instant()));
    }
}
