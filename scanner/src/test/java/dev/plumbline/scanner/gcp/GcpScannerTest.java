package dev.plumbline.scanner.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.rules.language.RuleEngine;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.rules.resource.Account;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.LoopbackProvider;
import dev.plumbline.scanner.collect.LoopbackProvider.Answer;
import dev.plumbline.scanner.collect.LoopbackProvider.Request;
import dev.plumbline.scanner.collect.PassingTime;
import dev.plumbline.scanner.collect.RetryPolicy;
import dev.plumbline.scanner.collect.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real client of google-cloud-storage, on the class path we ship, against a project of ours. */
class GcpScannerTest {
    private static final AccountId PROJECT = new AccountId("shop-prod");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Predicate<Request> LIST =
            request -> request.path().equals("/storage/v1/b") && request.query().contains("projection=full");
    private static final Predicate<Request> POLICY = request -> request.path().endsWith("/iam");
    private static final String UNIFORM = """
            "iamConfiguration": {"uniformBucketLevelAccess": {"enabled": true}, "publicAccessPrevention": "enforced"}""";
    private static final Answer EMPTY_POLICY = json("{\"kind\": \"storage#policy\", \"version\": 1}");

    private final LoopbackProvider google = new LoopbackProvider();
    private final PassingTime time = new PassingTime();
    private final Queue<Resource> resources = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void carriesTheBucketAsTheInterfaceTellsIt() {
        google.on(LIST, json("""
                {"kind": "storage#buckets", "items": [{
                  "kind": "storage#bucket", "name": "invoices", "id": "invoices", "projectNumber": "123456789012",
                  "location": "EUROPE-WEST3", "locationType": "region", "storageClass": "STANDARD",
                  "timeCreated": "2026-01-02T03:04:05.678Z", "metageneration": "7",
                  "labels": {"team": "billing"},
                  "encryption": {"defaultKmsKeyName": "projects/p/locations/l/keyRings/r/cryptoKeys/k"},
                  "versioning": {"enabled": true},
                  "retentionPolicy": {"retentionPeriod": "86400", "isLocked": false},
                  "softDeletePolicy": {"retentionDurationSeconds": "604800"},
                  "lifecycle": {"rule": [{"action": {"type": "Delete"}, "condition": {"age": 30}}]},
                  "notYetInvented": {"shiny": true, "size": 12, "share": 0.5},
                  %s}]}""".formatted(UNIFORM))).on(POLICY, json("""
                {"kind": "storage#policy", "resourceId": "projects/_/buckets/invoices", "version": 3, "etag": "CAE=",
                 "bindings": [{"role": "roles/storage.objectViewer", "members": ["user:ada@example.com"],
                   "condition": {"title": "until", "expression": "request.time < timestamp('2027-01-01T00:00:00Z')"}}]}"""));

        Coverage coverage = collect();

        assertThat(coverage.complete()).isTrue();
        Resource found = only();
        assertThat(found.id().value()).isEqualTo("//storage.googleapis.com/invoices");
        assertThat(found.account()).isEqualTo(PROJECT);
        assertThat(found.region()).isEqualTo("europe-west3");
        assertThat(found.tags()).isEqualTo(Map.of("team", "billing"));
        assertThat(found.collectedAt()).isEqualTo(NOW);
        assertThat(found.unread()).isEmpty();
        assertThat(found.config())
                .containsEntry("name", "invoices")
                .containsEntry("projectNumber", "123456789012")
                .containsEntry("metageneration", "7")
                .containsEntry("timeCreated", "2026-01-02T03:04:05.678Z")
                .containsEntry("versioning", Map.of("enabled", true))
                .containsEntry("retentionPolicy", Map.of("retentionPeriod", "86400", "isLocked", false))
                .containsEntry(
                        "lifecycle",
                        Map.of(
                                "rule",
                                List.of(Map.of("action", Map.of("type", "Delete"), "condition", Map.of("age", 30L)))))
                .containsEntry("notYetInvented", Map.of("shiny", true, "size", 12L, "share", 0.5))
                .containsEntry(
                        "iamPolicy",
                        Map.of(
                                "kind", "storage#policy",
                                "resourceId", "projects/_/buckets/invoices",
                                "version", 3L,
                                "etag", "CAE=",
                                "bindings",
                                        List.of(
                                                Map.of(
                                                        "role", "roles/storage.objectViewer",
                                                        "members", List.of("user:ada@example.com"),
                                                        "condition",
                                                                Map.of(
                                                                        "title", "until",
                                                                        "expression",
                                                                                "request.time < timestamp('2027-01-01T00:00:00Z')")))))
                .doesNotContainKeys("acl", "defaultObjectAcl");
        assertThat(google.requests()).anyMatch(request -> request.query().contains("optionsRequestedPolicyVersion=3"));
    }

    @Test
    void keepsTheListsThatTheListingTells() {
        google.on(LIST, buckets("", """
                {"name": "old", "location": "US",
                 "acl": [{"entity": "allUsers", "role": "READER"}],
                 "defaultObjectAcl": [{"entity": "allUsers", "role": "READER"}]}""")).on(POLICY, EMPTY_POLICY);

        collect();

        assertThat(only().config())
                .containsEntry("acl", List.of(Map.of("entity", "allUsers", "role", "READER")))
                .containsEntry("defaultObjectAcl", List.of(Map.of("entity", "allUsers", "role", "READER")));
        assertThat(google.requests()).hasSize(2);
    }

    @Test
    void aListLeftOutOfTheListingIsAskedForAndNeverTakenForEmpty() {
        google.on(LIST, buckets("", "{\"name\": \"old\", \"location\": \"US\"}"))
                .on(POLICY, EMPTY_POLICY)
                .on(request -> request.path().endsWith("/b/old/acl"), forbidden())
                .on(
                        request -> request.path().endsWith("/b/old/defaultObjectAcl"),
                        json("{\"kind\": \"storage#objectAccessControls\"}"));

        Coverage coverage = collect();

        assertThat(coverage.complete()).isTrue();
        assertThat(only().config()).containsEntry("defaultObjectAcl", List.of()).doesNotContainKey("acl");
        assertThat(only().unread())
                .containsExactly(new Unread(
                        "config.acl", "storage.buckets.getIamPolicy", "forbidden", "storage.buckets.getIamPolicy"));
    }

    @Test
    void aBucketWhoseListMayNotBeReadIsNeverJudgedPrivate() {
        google.on(
                        LIST,
                        buckets(
                                "",
                                "{\"name\": \"hidden\", \"iamConfiguration\": {\"publicAccessPrevention\": \"inherited\"}}",
                                "{\"name\": \"open\", \"acl\": [{\"entity\": \"allUsers\", \"role\": \"READER\"}],"
                                        + " \"defaultObjectAcl\": [],"
                                        + " \"iamConfiguration\": {\"publicAccessPrevention\": \"inherited\"}}",
                                uniform("closed")))
                .on(POLICY, EMPTY_POLICY)
                .on(request -> request.path().startsWith("/storage/v1/b/hidden/"), forbidden());

        collect();

        RuleEngine rules = new RuleEngine(RulePack.builtIn());
        Account unread = Account.unread(new Unread("config", "project", "NotCollected", ""));
        assertThat(resources.stream().flatMap(each -> rules.judge(each, unread).stream()))
                .filteredOn(judgement -> judgement.rule().id().value().equals("gcp-storage-bucket-public"))
                .extracting(
                        judgement -> judgement.resource().name(),
                        judgement -> judgement.verdict().key())
                .containsExactlyInAnyOrder(
                        tuple("hidden", "not-assessed"), tuple("open", "fail"), tuple("closed", "pass"));
    }

    @Test
    void leavesExactlyTheDeniedPolicyUnread() {
        google.on(LIST, buckets("", uniform("a"), uniform("b")))
                .on(POLICY.and(request -> request.path().contains("/b/a/")), forbidden())
                .on(POLICY, EMPTY_POLICY);

        Coverage coverage = collect();

        assertThat(coverage.complete()).isTrue();
        assertThat(named("a").config()).doesNotContainKey("iamPolicy").containsKey("iamConfiguration");
        assertThat(named("a").unread()).extracting(Unread::path).containsExactly("config.iamPolicy");
        assertThat(named("b").unread()).isEmpty();
        assertThat(google.requestsMatching(POLICY))
                .as("a refusal is not repeated")
                .isEqualTo(2);
    }

    @Test
    void namesAProjectToBillWhereTheRequesterPays() {
        google.on(
                        LIST,
                        buckets(
                                "",
                                "{\"name\": \"shared\", \"billing\": {\"requesterPays\": true}, %s}"
                                        .formatted(UNIFORM)))
                .on(POLICY, EMPTY_POLICY);

        collect();

        assertThat(google.requests())
                .anyMatch(POLICY.and(request -> request.query().contains("userProject=shop-prod"))::test);
    }

    @Test
    void followsEveryPage() {
        google.on(LIST.and(page("two")), buckets("three", uniform("c")))
                .on(LIST.and(page("three")), buckets("", uniform("d")))
                .on(LIST, buckets("two", uniform("a"), uniform("b")))
                .on(POLICY, EMPTY_POLICY);

        Coverage coverage = collect();

        assertThat(resources).extracting(Resource::name).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(entry(coverage).resources()).isEqualTo(4);
        assertThat(entry(coverage).status()).isEqualTo(Coverage.Status.READ);
    }

    @Test
    void endsAListingThatTurnsInACircle() {
        google.on(LIST, buckets("again", uniform("a"))).on(POLICY, EMPTY_POLICY);

        Coverage coverage = collect();

        assertThat(entry(coverage).status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(entry(coverage).cause()).contains("EndlessListing");
    }

    @Test
    void bucketsOfALocationThatIsDownAreCoverageAndNotResources() {
        google.on(
                        LIST,
                        json("{\"items\": [%s], \"unreachable\": [\"projects/_/buckets/lost\"]}"
                                .formatted(uniform("here"))))
                .on(POLICY, EMPTY_POLICY);

        Coverage coverage = collect();

        assertThat(resources).extracting(Resource::name).containsExactly("here");
        assertThat(entry(coverage).status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(entry(coverage).cause()).contains("lost");
        assertThat(google.requests()).anyMatch(request -> request.query().contains("returnPartialSuccess=true"));
    }

    @Test
    void waitsAsLongAsAThrottlingProviderAsks() {
        long started = time.nanoTime();
        google.on(LIST, throttled(429, "7"), throttled(503, "9"), buckets("", uniform("a")))
                .on(POLICY, EMPTY_POLICY);

        Coverage coverage = collect();

        assertThat(coverage.complete()).isTrue();
        assertThat(Duration.ofNanos(time.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofSeconds(7 + 9));
    }

    @Test
    void asksAgainWhereGoogleSaysForbiddenAndMeansTooOften() {
        google.on(LIST, refusal(403, "rateLimitExceeded"), buckets("", uniform("a")))
                .on(POLICY, EMPTY_POLICY);

        assertThat(collect().complete()).isTrue();
    }

    @Test
    void givesUpOnAServerThatStaysDownAndKeepsItsHtmlOutOfTheReport() {
        google.on(
                LIST,
                Answer.of(500, "<html><h1>It's not you, it's us</h1></html>", Map.of("Content-Type", "text/html")));

        Coverage coverage = collect();

        assertThat(coverage.nothingRead()).isTrue();
        assertThat(entry(coverage).cause()).isEqualTo("cannot list the buckets of project shop-prod: 500 (HTTP 500)");
        assertThat(google.requestsMatching(LIST)).isEqualTo(3);
    }

    @Test
    void givesUpOnAServerThatSaysNothing() {
        google.on(LIST, new Answer.Silence());

        Coverage coverage = collect(Duration.ofMillis(300));

        assertThat(entry(coverage).status()).isEqualTo(Coverage.Status.NOT_READ);
        assertThat(entry(coverage).cause()).containsAnyOf("Timeout", "Unreachable");
    }

    @Test
    void saysThatNobodyListens() {
        google.close();

        assertThat(entry(collect()).cause()).contains("Unreachable");
    }

    @Test
    void anAnswerThatIsNoJsonIsNotReadAsAnEmptyProject() {
        google.on(
                LIST,
                Answer.of(
                        200,
                        "<html>Welcome to the hotel's network</html>",
                        Map.of("Content-Type", "application/json")));

        assertThat(collect().complete()).isFalse();
    }

    @Test
    void namesThePermissionWhereTheListingIsDenied() {
        google.on(LIST, forbidden());

        assertThat(entry(collect()).permission()).isEqualTo("storage.buckets.list");
    }

    @Test
    void asksNothingButToListAndGet() {
        google.on(LIST, buckets("", uniform("a"))).on(POLICY, EMPTY_POLICY);

        collect();

        assertThat(google.requests()).allMatch(request -> request.method().equals("GET"));
    }

    private Coverage collect() {
        return collect(Duration.ofSeconds(20));
    }

    private Coverage collect(Duration attempt) {
        RetryPolicy patience = new RetryPolicy(
                3, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(2), attempt, Duration.ofMinutes(2));
        GcpSettings settings = GcpSettings.standard(PROJECT)
                .withEndpoint(google.endpoint())
                .withCredential(new GoogleCredential.Anonymous())
                .withRequestsPerSecond(10_000)
                .withRetry(patience);
        return GcpScanner.open(settings, Clock.fixed(NOW, ZoneOffset.UTC), time)
                .collectors()
                .getFirst()
                .collect(new Scope(PROJECT, List.of()), resources::add);
    }

    private static Coverage.Entry entry(Coverage coverage) {
        assertThat(coverage.entries()).hasSize(1);
        return coverage.entries().getFirst();
    }

    private static String uniform(String name) {
        return "{\"name\": \"%s\", \"location\": \"US\", %s}".formatted(name, UNIFORM);
    }

    private static Answer buckets(String nextPageToken, String... buckets) {
        return json("{\"kind\": \"storage#buckets\", \"nextPageToken\": \"%s\", \"items\": [%s]}"
                .formatted(nextPageToken, String.join(",", buckets)));
    }

    private static Predicate<Request> page(String token) {
        return request -> request.query().contains("pageToken=" + token);
    }

    private static Answer forbidden() {
        return refusal(403, "forbidden");
    }

    private static Answer refusal(int status, String reason) {
        return Answer.of(status, """
                {"error": {"code": %d, "message": "no", "errors": [{"message": "no", "domain": "global", "reason": "%s"}]}}""".formatted(status, reason), Map.of("Content-Type", "application/json"));
    }

    private static Answer throttled(int status, String seconds) {
        return Answer.of(status, "", Map.of("Retry-After", seconds));
    }

    private static Answer json(String body) {
        return Answer.of(200, body, Map.of("Content-Type", "application/json"));
    }

    private Resource only() {
        assertThat(resources).hasSize(1);
        return resources.element();
    }

    private Resource named(String name) {
        return resources.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
