package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.PassingTime;
import dev.plumbline.scanner.collect.RetryPolicy;
import dev.plumbline.scanner.collect.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** What a collector made of one type in one region (eu-west-1) of a loopback AWS. */
record OneType(List<Resource> resources, Coverage.Entry coverage) {
    static OneType read(LoopbackAws aws, String type) {
        AwsSettings settings = AwsSettings.standard()
                .withRegions(List.of("eu-west-1"))
                .withEndpoint(aws.endpoint())
                .withRequestsPerSecond(1_000)
                .withRetry(new RetryPolicy(
                        1,
                        Duration.ofMillis(10),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2)));
        try (AwsScanner scanner = AwsScanner.open(
                settings,
                Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")),
                new PassingTime())) {
            Collector collector = scanner.collectors().stream()
                    .filter(each -> each.resourceType().value().equals(type))
                    .findFirst()
                    .orElseThrow();
            List<Resource> resources = Collections.synchronizedList(new ArrayList<>());
            String part = collector.regions(scanner.scope()).getFirst();
            Coverage coverage = collector.collect(new Scope(scanner.account(), List.of(part)), resources::add);
            return new OneType(List.copyOf(resources), coverage.entries().getFirst());
        }
    }

    Resource only() {
        return resources.getFirst();
    }

    Resource named(String name) {
        return resources.stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no resource " + name));
    }
}
