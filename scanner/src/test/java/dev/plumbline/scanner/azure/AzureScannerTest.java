package dev.plumbline.scanner.azure;

import static dev.plumbline.scanner.azure.BlobXml.container;
import static dev.plumbline.scanner.azure.BlobXml.containers;
import static dev.plumbline.scanner.azure.BlobXml.error;
import static dev.plumbline.scanner.azure.BlobXml.ok;
import static dev.plumbline.scanner.azure.BlobXml.signedIdentifiers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.rules.language.RuleEngine;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.rules.resource.Account;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.LoopbackProvider;
import dev.plumbline.scanner.collect.LoopbackProvider.Answer;
import dev.plumbline.scanner.collect.LoopbackProvider.Request;
import dev.plumbline.scanner.collect.PassingTime;
import dev.plumbline.scanner.collect.RetryPolicy;
import dev.plumbline.scanner.collect.Scope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real client of azure-storage-blob against a storage account of ours. */
class AzureScannerTest {
    /** The data plane does not tell whether the account lets its containers be public. */
    private static final Unread ACCOUNT =
            new Unread("config.storageAccounts", "Microsoft.Storage/storageAccounts/read", "NotCollected", "");

    private static final AccountId SUBSCRIPTION = new AccountId("11111111-2222-3333-4444-555555555555");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String KEY = Base64.getEncoder().encodeToString("key".getBytes(StandardCharsets.UTF_8));
    private static final String ARM_ID =
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourcegroups/data-rg/providers/microsoft.storage"
                    + "/storageaccounts/acct";

    private static final Predicate<Request> LIST =
            request -> request.path().matches("/acct/?") && request.query().contains("comp=list");
    private static final Predicate<Request> SERVICE = request ->
            request.query().contains("restype=service") && request.query().contains("comp=properties");
    private static final Predicate<Request> INFO = request ->
            request.query().contains("restype=account") && request.query().contains("comp=properties");

    private final LoopbackProvider azure = new LoopbackProvider();
    private final PassingTime time = new PassingTime();
    private final Queue<Resource> resources = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        azure.close();
    }

    @Test
    void tellsAContainerInTheWordsOfArm() {
        azure.on(LIST, containers("", container("public-files", """
                        <PublicAccess>container</PublicAccess><HasImmutabilityPolicy>false</HasImmutabilityPolicy>
                        <HasLegalHold>false</HasLegalHold><DefaultEncryptionScope>$account-encryption-key</DefaultEncryptionScope>
                        <DenyEncryptionScopeOverride>false</DenyEncryptionScopeOverride>
                        <ImmutableStorageWithVersioningEnabled>true</ImmutableStorageWithVersioningEnabled>"""))).on(acl("public-files"), signedIdentifiers("""
                        <SignedIdentifier><Id>readers</Id><AccessPolicy><Start>2026-01-01T00:00:00.0000000Z</Start>
                        <Expiry>2030-01-01T00:00:00.0000000Z</Expiry><Permission>rl</Permission></AccessPolicy>
                        </SignedIdentifier>"""));

        Coverage coverage = collect(ContainerCollector.TYPE.value());

        assertThat(coverage.complete()).isTrue();
        Resource found = only();
        assertThat(found.id().value()).isEqualTo(ARM_ID + "/blobservices/default/containers/public-files");
        assertThat(found.account()).isEqualTo(SUBSCRIPTION);
        assertThat(found.region()).isEqualTo("westeurope");
        assertThat(found.name()).isEqualTo("public-files");
        assertThat(found.collectedAt()).isEqualTo(NOW);
        assertThat(found.unread()).containsExactly(ACCOUNT);
        assertThat(found.config())
                .containsEntry("type", "Microsoft.Storage/storageAccounts/blobServices/containers")
                .containsEntry("name", "public-files")
                .containsEntry(
                        "properties",
                        Map.ofEntries(
                                Map.entry("publicAccess", "Container"),
                                Map.entry("lastModifiedTime", "2026-11-21T10:00:00Z"),
                                Map.entry("leaseStatus", "Unlocked"),
                                Map.entry("leaseState", "Available"),
                                Map.entry("defaultEncryptionScope", "$account-encryption-key"),
                                Map.entry("denyEncryptionScopeOverride", false),
                                Map.entry("hasImmutabilityPolicy", false),
                                Map.entry("hasLegalHold", false),
                                Map.entry("immutableStorageWithVersioning", Map.of("enabled", true)),
                                Map.entry("metadata", Map.of("owner", "billing"))))
                .containsEntry(
                        "ContainerAcl",
                        Map.of(
                                "SignedIdentifiers",
                                List.of(Map.of(
                                        "Id",
                                        "readers",
                                        "AccessPolicy",
                                        Map.of(
                                                "Start", "2026-01-01T00:00:00Z",
                                                "Expiry", "2030-01-01T00:00:00Z",
                                                "Permission", "rl")))));
    }

    @Test
    void aContainerOpenByItselfIsNotBlamedWhileItsAccountMayCloseIt() {
        azure.on(LIST, containers("", container("open", "<PublicAccess>blob</PublicAccess>"), container("closed", "")))
                .on(request -> request.query().contains("comp=acl"), signedIdentifiers(""));

        collect(ContainerCollector.TYPE.value());

        RuleEngine rules = new RuleEngine(RulePack.builtIn());
        Account unread = Account.unread(new Unread("config", "subscription", "NotCollected", ""));
        assertThat(resources.stream().flatMap(each -> rules.judge(each, unread).stream()))
                .filteredOn(judgement -> judgement.rule().id().value().equals("azure-storage-container-public"))
                .extracting(
                        judgement -> judgement.resource().name(),
                        judgement -> judgement.verdict().key())
                .containsExactlyInAnyOrder(tuple("open", "not-assessed"), tuple("closed", "pass"));
    }

    @Test
    void saysNoneWhereTheDataPlaneLeavesPublicAccessOut() {
        azure.on(LIST, containers("", container("private", ""))).on(acl("private"), signedIdentifiers(""));

        collect(ContainerCollector.TYPE.value());

        assertThat(only().config().get("properties"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("publicAccess", "None");
    }

    @Test
    void leavesExactlyTheDeniedAnswerUnread() {
        azure.on(LIST, containers("", container("a", ""), container("b", "")))
                .on(acl("a"), error(403, "AuthorizationPermissionMismatch"))
                .on(acl("b"), signedIdentifiers(""));

        Coverage coverage = collect(ContainerCollector.TYPE.value());

        assertThat(coverage.complete()).isTrue();
        assertThat(named("a").unread())
                .containsExactly(
                        ACCOUNT,
                        new Unread(
                                "config.ContainerAcl",
                                "Microsoft.Storage/storageAccounts/blobServices/containers/getAcl/action",
                                "AuthorizationPermissionMismatch",
                                "Microsoft.Storage/storageAccounts/blobServices/containers/getAcl/action"));
        assertThat(named("a").config()).doesNotContainKey("ContainerAcl").containsKey("properties");
        assertThat(named("b").unread()).containsExactly(ACCOUNT);
        assertThat(azure.requestsMatching(acl("a")))
                .as("a refusal is not repeated")
                .isEqualTo(1);
    }

    @Test
    void followsEveryPage() {
        azure.on(LIST.and(marker("two")), containers("three", container("c", ""), container("d", "")))
                .on(LIST.and(marker("three")), containers("", container("e", "")))
                .on(LIST, containers("two", container("a", ""), container("b", "")))
                .on(request -> request.query().contains("comp=acl"), signedIdentifiers(""));

        Coverage coverage = collect(ContainerCollector.TYPE.value());

        assertThat(resources).extracting(Resource::name).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(coverage.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(Coverage.Status.READ);
            assertThat(entry.resources()).isEqualTo(5);
        });
    }

    @Test
    void endsAListingThatTurnsInACircle() {
        azure.on(LIST, containers("again", container("a", ""))).on(acl("a"), signedIdentifiers(""));

        Coverage coverage = collect(ContainerCollector.TYPE.value());

        assertThat(coverage.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(Coverage.Status.PARTIAL);
            assertThat(entry.cause()).contains("EndlessListing");
        });
    }

    @Test
    void waitsAsLongAsAThrottlingProviderAsks() {
        long started = time.nanoTime();
        azure.on(
                        LIST,
                        throttled(503, "ServerBusy", "7"),
                        throttled(429, "TooManyRequests", "9"),
                        containers("", container("a", "")))
                .on(acl("a"), signedIdentifiers(""));

        Coverage coverage = collect(ContainerCollector.TYPE.value());

        assertThat(coverage.complete()).isTrue();
        assertThat(Duration.ofNanos(time.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofSeconds(7 + 9));
    }

    @Test
    void repeatsAServersBadMomentEvenIfItSpeaksHtml() {
        azure.on(LIST, html(500), containers("", container("a", ""))).on(acl("a"), html(502), signedIdentifiers(""));

        Coverage coverage = collect(ContainerCollector.TYPE.value());

        assertThat(coverage.complete()).isTrue();
        assertThat(only().unread()).containsExactly(ACCOUNT);
    }

    @Test
    void givesUpOnAServerThatStaysDownAndKeepsItsHtmlOutOfTheReport() {
        azure.on(LIST, html(500));

        Coverage coverage = collect(ContainerCollector.TYPE.value());

        assertThat(coverage.nothingRead()).isTrue();
        assertThat(coverage.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.cause())
                        .isEqualTo("cannot list the containers of storage account acct: 500 (HTTP 500)"));
        assertThat(azure.requestsMatching(LIST)).isEqualTo(3);
    }

    @Test
    void givesUpOnAServerThatSaysNothing() {
        azure.on(LIST, new Answer.Silence());

        Coverage coverage = collect(ContainerCollector.TYPE.value(), patience(Duration.ofMillis(300)));

        assertThat(coverage.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(Coverage.Status.NOT_READ);
            assertThat(entry.cause()).contains("Timeout");
        });
    }

    @Test
    void namesThePermissionWhereTheListingIsDenied() {
        azure.on(LIST, error(403, "AuthorizationPermissionMismatch"));

        Coverage coverage = collect(ContainerCollector.TYPE.value());

        assertThat(coverage.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(Coverage.Status.NOT_READ);
            assertThat(entry.permission()).isEqualTo("Microsoft.Storage/storageAccounts/blobServices/containers/read");
        });
    }

    @Test
    void saysWhatToDoAboutAWrongKey() {
        azure.on(LIST, error(403, "AuthenticationFailed"));

        Coverage coverage = collect(ContainerCollector.TYPE.value());

        assertThat(coverage.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.permission()).isEmpty();
            assertThat(entry.cause()).contains("AuthenticationFailed", "check the account's key");
        });
    }

    @Test
    void saysThatNobodyListens() {
        azure.close();

        Coverage coverage = collect(ContainerCollector.TYPE.value());

        assertThat(coverage.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.cause()).contains("Unreachable"));
    }

    @Test
    void anAnswerThatIsNoXmlIsNotReadAsAnEmptyAccount() {
        azure.on(LIST, ok("<html><body>Welcome to the hotel's network</body></html>"));

        Coverage coverage = collect(ContainerCollector.TYPE.value());

        assertThat(coverage.complete()).isFalse();
    }

    @Test
    void keepsWhatTheDataPlaneTellsOfAnAccountApartFromArmsMembers() {
        azure.on(SERVICE, ok("""
                        <?xml version="1.0" encoding="utf-8"?><StorageServiceProperties>
                        <Logging><Version>1.0</Version><Delete>true</Delete><Read>false</Read><Write>true</Write>
                        <RetentionPolicy><Enabled>true</Enabled><Days>30</Days></RetentionPolicy></Logging>
                        <HourMetrics><Version>1.0</Version><Enabled>false</Enabled><RetentionPolicy><Enabled>false</Enabled></RetentionPolicy></HourMetrics>
                        <Cors><CorsRule><AllowedOrigins>*</AllowedOrigins><AllowedMethods>GET,PUT</AllowedMethods>
                        <AllowedHeaders>*</AllowedHeaders><MaxAgeInSeconds>60</MaxAgeInSeconds></CorsRule></Cors>
                        <DefaultServiceVersion>2021-12-02</DefaultServiceVersion>
                        <DeleteRetentionPolicy><Enabled>true</Enabled><Days>7</Days></DeleteRetentionPolicy>
                        <StaticWebsite><Enabled>true</Enabled><IndexDocument>index.html</IndexDocument></StaticWebsite>
                        </StorageServiceProperties>"""))
                .on(
                        INFO,
                        Answer.of(
                                200,
                                "",
                                Map.of(
                                        "x-ms-sku-name",
                                        "Standard_GRS",
                                        "x-ms-account-kind",
                                        "StorageV2",
                                        "x-ms-is-hns-enabled",
                                        "true")));

        Coverage coverage = collect(StorageAccountCollector.TYPE.value());

        assertThat(coverage.complete()).isTrue();
        Resource found = only();
        assertThat(found.id().value()).isEqualTo(ARM_ID);
        assertThat(found.config())
                .containsEntry("type", "Microsoft.Storage/storageAccounts")
                .containsEntry(
                        "AccountInformation",
                        Map.of("SkuName", "Standard_GRS", "AccountKind", "StorageV2", "IsHnsEnabled", true))
                .doesNotContainKey("properties");
        assertThat(found.config().get("BlobServiceProperties"))
                .isEqualTo(Map.of(
                        "Logging",
                                Map.of(
                                        "Version",
                                        "1.0",
                                        "Delete",
                                        true,
                                        "Read",
                                        false,
                                        "Write",
                                        true,
                                        "RetentionPolicy",
                                        Map.of("Enabled", true, "Days", 30L)),
                        "HourMetrics",
                                Map.of("Version", "1.0", "Enabled", false, "RetentionPolicy", Map.of("Enabled", false)),
                        "Cors",
                                List.of(Map.of(
                                        "AllowedOrigins",
                                        "*",
                                        "AllowedMethods",
                                        "GET,PUT",
                                        "AllowedHeaders",
                                        "*",
                                        "MaxAgeInSeconds",
                                        60L)),
                        "DefaultServiceVersion", "2021-12-02",
                        "DeleteRetentionPolicy", Map.of("Enabled", true, "Days", 7L),
                        "StaticWebsite", Map.of("Enabled", true, "IndexDocument", "index.html")));
        assertThat(found.unread())
                .extracting(Unread::path)
                .contains("config.properties", "config.blobServices")
                .doesNotContain("config.BlobServiceProperties");
    }

    @Test
    void anAccountThatRefusesIsStillAnAccount() {
        azure.on(SERVICE, error(403, "AuthorizationPermissionMismatch"))
                .on(INFO, error(403, "AuthorizationPermissionMismatch"));

        Coverage coverage = collect(StorageAccountCollector.TYPE.value());

        assertThat(coverage.complete()).isTrue();
        assertThat(only().unread())
                .extracting(Unread::path, Unread::permission)
                .contains(
                        tuple("config.BlobServiceProperties", "Microsoft.Storage/storageAccounts/blobServices/read"),
                        tuple(
                                "config.AccountInformation",
                                "Microsoft.Storage/storageAccounts/blobServices/getInfo/action"));
    }

    @Test
    void oneDeadAccountStopsNoOther() {
        azure.on(LIST, containers("", container("a", ""))).on(acl("a"), signedIdentifiers(""));
        StorageAccount dead = new StorageAccount(
                "dead",
                "data-rg",
                "westeurope",
                Optional.of(URI.create("http://127.0.0.1:1/dead")),
                new StorageCredential.SharedKey(KEY));

        Coverage coverage = collect(
                ContainerCollector.TYPE.value(),
                AzureSettings.standard(SUBSCRIPTION, List.of(dead, account()))
                        .withRetry(patience(Duration.ofSeconds(5))));

        assertThat(coverage.entries())
                .extracting(Coverage.Entry::status)
                .containsExactly(Coverage.Status.NOT_READ, Coverage.Status.READ);
        assertThat(resources).hasSize(1);
    }

    @Test
    void asksNothingButToListAndGet() {
        azure.on(LIST, containers("", container("a", "")))
                .on(acl("a"), signedIdentifiers(""))
                .on(SERVICE, error(403, "AuthorizationPermissionMismatch"))
                .on(INFO, error(403, "AuthorizationPermissionMismatch"));

        collect(ContainerCollector.TYPE.value());
        collect(StorageAccountCollector.TYPE.value());

        assertThat(azure.requests())
                .allMatch(request ->
                        request.method().equals("GET") || request.method().equals("HEAD"));
    }

    private static Predicate<Request> acl(String container) {
        return request ->
                request.path().equals("/acct/" + container) && request.query().contains("comp=acl");
    }

    private static Predicate<Request> marker(String marker) {
        return request -> request.query().contains("marker=" + marker);
    }

    private static Answer throttled(int status, String code, String seconds) {
        return Answer.of(status, "", Map.of("x-ms-error-code", code, "Retry-After", seconds));
    }

    private static Answer html(int status) {
        return Answer.of(status, "<html><h1>It's not you, it's us</h1></html>", Map.of("Content-Type", "text/html"));
    }

    private Coverage collect(String type) {
        return collect(type, patience(Duration.ofSeconds(20)));
    }

    private Coverage collect(String type, RetryPolicy patience) {
        return collect(
                type, AzureSettings.standard(SUBSCRIPTION, List.of(account())).withRetry(patience));
    }

    private Coverage collect(String type, AzureSettings settings) {
        Collector collector = AzureScanner.open(
                        settings.withRequestsPerSecond(10_000), Clock.fixed(NOW, ZoneOffset.UTC), time)
                .collectors()
                .stream()
                .filter(each -> each.resourceType().value().equals(type))
                .findFirst()
                .orElseThrow();
        return collector.collect(new Scope(SUBSCRIPTION, List.of()), resources::add);
    }

    private StorageAccount account() {
        return new StorageAccount(
                "acct",
                "data-rg",
                "westeurope",
                Optional.of(azure.endpoint().resolve("/acct")),
                new StorageCredential.SharedKey(KEY));
    }

    private static RetryPolicy patience(Duration attempt) {
        return new RetryPolicy(
                3, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(2), attempt, Duration.ofMinutes(2));
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
