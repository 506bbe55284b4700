package dev.plumbline.dashboards.cli;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.collect.Coverage;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** How far the reading of each account has come, and which service it is at. Thread-safe. */
final class AccountsProgress {
    private final Progress progress;
    private final Map<String, Reached> underWay = new ConcurrentSkipListMap<>();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger expected = new AtomicInteger();

    AccountsProgress(Progress progress) {
        this.progress = progress;
    }

    void expect(int accounts) {
        expected.set(accounts);
    }

    /** One part has been read, or could not be. */
    void part(Coverage.Entry entry) {
        String service = service(entry);
        underWay.merge(
                entry.account().value(),
                new Reached(service, 1),
                (before, one) -> new Reached(service, before.parts() + 1));
        progress.advance("%s %s %s".formatted(entry.account(), service, entry.region()), this::summary);
    }

    void ended(AccountId account) {
        ended.incrementAndGet();
        underWay.remove(account.value());
    }

    /** Such as {@code s3}; {@code account} for what stands above all services. */
    private static String service(Coverage.Entry entry) {
        return entry.type().value().split("\\.", -1)[1];
    }

    private String summary() {
        String each = underWay.entrySet().stream()
                .map(account -> "%s at %s (%,d parts)"
                        .formatted(
                                account.getKey(),
                                account.getValue().service(),
                                account.getValue().parts()))
                .collect(Collectors.joining(", "));
        return "%,d of %,d accounts read; %s".formatted(ended.get(), expected.get(), each);
    }

    private record Reached(String service, int parts) {}
}
