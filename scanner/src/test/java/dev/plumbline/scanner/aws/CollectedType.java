package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.PassingTime;
import dev.plumbline.scanner.collect.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** One type, read by the real client from an AWS on loopback, in Ireland. */
record CollectedType(List<Resource> resources, Coverage.Entry coverage) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    static CollectedType read(LoopbackAws aws, String type) {
        AwsSettings settings =
                AwsSettings.standard().withRegions(List.of("eu-west-1")).withEndpoint(aws.endpoint());
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret"));
        try (AwsScanner scanner = AwsScanner.open(settings, CLOCK, credentials, new PassingTime())) {
            Collector collector = scanner.collectors().stream()
                    .filter(each -> each.resourceType().value().equals(type))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no collector of " + type));
            ConcurrentLinkedQueue<Resource> resources = new ConcurrentLinkedQueue<>();
            String part = collector.regions(scanner.scope()).getFirst();
            Coverage coverage = collector.collect(new Scope(scanner.account(), List.of(part)), resources::add);
            return new CollectedType(List.copyOf(resources), coverage.entries().getFirst());
        }
    }

    Resource resource(String id) {
        return resources.stream()
                .filter(resource -> resource.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s among %s".formatted(id, ids())));
    }

    Resource named(String name) {
        return resources.stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing called %s among %s".formatted(name, ids())));
    }

    Resource first() {
        return resources.getFirst();
    }

    List<String> ids() {
        return resources.stream()
                .map(resource -> resource.id().value())
                .sorted()
                .toList();
    }

    /** @param path names joined by dots; of a list its first item is meant */
    static @Nullable Object at(Resource resource, String path) {
        Object value = resource.config();
        for (String name : path.split("\\.", -1)) {
            value = value instanceof List<?> list ? list.getFirst() : value;
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }
}
