package dev.plumbline.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Account;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How long 100,000 buckets take with all their rules, on one core and in a heap of 512 MB, beside the same conditions
 * written in Java. Not among the tests, for its name; run by {@code mvn -q -pl rules test -Dtest=JudgingBenchmark}.
 */
class JudgingBenchmark {
    private static final int RESOURCES = 100_000;
    private static final int ROUNDS = 3;

    @Test
    void judgesInAProcessOfItsOwn() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:ActiveProcessorCount=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        JudgingBenchmark.class.getName())
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
    }

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        RuleEngine engine = new RuleEngine(RulePack.builtIn());
        System.out.printf("read and compile every rule: %.1f s%n", (System.nanoTime() - start) / 1e9);
        List<Given> buckets = buckets();
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf("round %d, %,d buckets:%n", round, RESOURCES);
            report("rules", buckets, given -> passed(engine.judge(given.bucket(), given.account())));
            report(
                    "hand-written Java",
                    buckets,
                    given -> new BucketRulesInJava(given.bucket(), given.account()).passed());
            report(
                    "rules, something unread",
                    unread(buckets),
                    given -> passed(engine.judge(given.bucket(), given.account())));
        }
    }

    private record Given(Resource bucket, Account account) {}

    private static int passed(List<Judgement> judgements) {
        return (int) judgements.stream()
                .filter(judgement -> judgement.verdict() instanceof Verdict.Pass)
                .count();
    }

    private static void report(String name, List<Given> buckets, ToIntFunction<Given> judge) {
        long start = cpuNanos();
        long passed = 0;
        for (int index = 0; index < RESOURCES; index++) {
            Given given = buckets.get(index % buckets.size());
            passed += judge.applyAsInt(given);
        }
        double seconds = (cpuNanos() - start) / 1e9;
        System.out.printf(
                "  %-24s %6.2f CPU-s, %,9.0f resources/s, %,d passes%n", name, seconds, RESOURCES / seconds, passed);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What the cases of the bucket rules say, all together in buckets that have every answer. */
    private static List<Given> buckets() {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        List<RuleCase> cases = new ArrayList<>();
        for (Rule rule : RulePack.builtIn().rules()) {
            if (rule.resource().equals(new ResourceType("aws.s3.bucket"))) {
                cases.addAll(rule.cases());
            }
        }
        cases.removeIf(given -> !given.resource().unread().isEmpty()
                || !given.account().unread().isEmpty()
                || given.expected().equals("not-assessed"));
        cases.forEach(given -> given.resource().config().forEach(whole::putIfAbsent));
        List<Given> buckets = new ArrayList<>();
        for (RuleCase given : cases) {
            Map<String, @Nullable Object> config = new LinkedHashMap<>(whole);
            config.putAll(given.resource().config());
            Map<String, @Nullable Object> account = new LinkedHashMap<>();
            account.put("PublicAccessBlock", given.account().config().get("PublicAccessBlock"));
            buckets.add(new Given(with(given.resource(), config, List.of()), new Account(account, List.of())));
        }
        return buckets;
    }

    private static List<Given> unread(List<Given> buckets) {
        Unread policy = new Unread("config.BucketPolicy", "s3:GetBucketPolicy", "AccessDenied", "s3:GetBucketPolicy");
        return buckets.stream()
                .map(given -> {
                    Map<String, @Nullable Object> config =
                            new LinkedHashMap<>(given.bucket().config());
                    config.remove("BucketPolicy");
                    return new Given(with(given.bucket(), config, List.of(policy)), given.account());
                })
                .toList();
    }

    private static Resource with(Resource resource, Map<String, @Nullable Object> config, List<Unread> unread) {
        return new Resource(
                Cloud.AWS,
                resource.account(),
                "eu-west-1",
                resource.type(),
                new ResourceId("arn:aws:s3:::example"),
                "example",
                Map.of(),
                config,
                unread,
                resource.collectedAt());
    }
}
