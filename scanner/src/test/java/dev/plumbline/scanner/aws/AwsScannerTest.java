package dev.plumbline.scanner.aws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.collect.CollectionRun;
import dev.plumbline.scanner.collect.CollectionSpool;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.PassingTime;
import dev.plumbline.scanner.collect.ProviderAccessException;
import dev.plumbline.scanner.collect.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The real SDK clients against an AWS on loopback that answers in the wire format. */
class AwsScannerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret"));
    private static final String BARE = "arn:aws:s3:::bare";
    private static final String FULL = "arn:aws:s3:::full";
    /** Short enough that a server which never answers costs a test little; long enough for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir
    private Path directory;

    private final PassingTime time = new PassingTime();
    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = SmallEstate.tell(new LoopbackAws());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void readsTheWholeEstate() throws IOException {
        Scan scan = scan();

        assertThat(scan.coverage().complete()).isTrue();
        assertThat(scan.resources())
                .extracting(resource -> resource.type() + " " + resource.name() + " " + resource.region())
                .containsExactlyInAnyOrder(
                        "aws.account 111122223333 global",
                        "aws.s3.bucket bare us-east-1",
                        "aws.s3.bucket full eu-west-1",
                        "aws.iam.user alice global",
                        "aws.iam.user robot global",
                        "aws.iam.role loader global",
                        "aws.iam.policy everything global",
                        "aws.iam.policy ReadOnlyAccess global",
                        "aws.kms.key alias/data eu-west-1",
                        "aws.kms.key %s eu-west-1".formatted(SmallEstate.SIGNING_KEY));
        assertThat(scan.resources()).allSatisfy(resource -> {
            assertThat(resource.unread()).isEmpty();
            assertThat(resource.account().value()).isEqualTo(SmallEstate.ACCOUNT);
            assertThat(resource.collectedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void aBucketSpeaksInTheWordsOfTheApi() throws IOException {
        Resource full = scan().resource(FULL);

        assertThat(full.tags()).containsExactly(Map.entry("team", "data"));
        assertThat(full.config())
                .containsEntry("Name", "full")
                .containsEntry("CreationDate", "2024-02-03T04:05:06Z")
                .containsEntry("BucketLocation", Map.of("LocationConstraint", "eu-west-1"))
                .containsEntry("BucketPolicyStatus", Map.of("PolicyStatus", Map.of("IsPublic", true)))
                .containsEntry("BucketVersioning", Map.of("Status", "Enabled", "MFADelete", "Disabled"))
                .containsEntry(
                        "BucketOwnershipControls",
                        Map.of(
                                "OwnershipControls",
                                Map.of("Rules", List.of(Map.of("ObjectOwnership", "BucketOwnerEnforced")))))
                .containsEntry(
                        "BucketAcl",
                        Map.of(
                                "Owner", Map.of("ID", "75aa"),
                                "Grants",
                                        List.of(Map.of(
                                                "Grantee",
                                                Map.of("ID", "75aa", "Type", "CanonicalUser"),
                                                "Permission",
                                                "FULL_CONTROL"))))
                .containsEntry(
                        "BucketEncryption",
                        Map.of(
                                "ServerSideEncryptionConfiguration",
                                Map.of(
                                        "Rules",
                                        List.of(Map.of(
                                                "ApplyServerSideEncryptionByDefault",
                                                Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", SmallEstate.KEY),
                                                "BucketKeyEnabled",
                                                true)))));
        assertThat(at(full.config(), "BucketPolicy.Policy.Statement"))
                .isEqualTo(List.of(Map.of(
                        "Effect",
                        "Allow",
                        "Principal",
                        "*",
                        "Action",
                        "s3:GetObject",
                        "Resource",
                        "arn:aws:s3:::full/*")));
        assertThat(at(full.config(), "BucketLifecycleConfiguration.Rules"))
                .asList()
                .first()
                .extracting("AbortIncompleteMultipartUpload.DaysAfterInitiation")
                .isEqualTo(7L);
    }

    @Test
    void noSuchConfigurationIsNullAndNeverSetIsAnEmptyMap() throws IOException {
        Resource bare = scan().resource(BARE);

        assertThat(bare.config())
                .containsAllEntriesOf(nulls(
                        "BucketPolicy",
                        "BucketPolicyStatus",
                        "BucketOwnershipControls",
                        "PublicAccessBlock",
                        "BucketEncryption",
                        "BucketLifecycleConfiguration",
                        "BucketReplication",
                        "ObjectLockConfiguration",
                        "BucketWebsite",
                        "BucketCors",
                        "BucketTagging"))
                .containsEntry("BucketVersioning", Map.of())
                .containsEntry("BucketLogging", Map.of())
                .containsEntry("BucketNotificationConfiguration", Map.of())
                .containsEntry("BucketLocation", Map.of("LocationConstraint", ""));
        assertThat(bare.unread()).isEmpty();
    }

    @Test
    void whatEarlierAnswersSayIsNotAskedAgain() throws IOException {
        scan();

        assertThat(aws.requests())
                .filteredOn(request -> request.resource().equals("bare"))
                .extracting(LoopbackAws.Request::operation)
                .contains("GetBucketPolicy", "GetBucketVersioning")
                .doesNotContain("GetBucketPolicyStatus", "GetBucketReplication", "GetObjectLockConfiguration");
    }

    @Test
    void identitiesCarryTheirPoliciesParsed() throws IOException {
        Scan scan = scan();

        Resource alice = scan.resource("arn:aws:iam::111122223333:user/alice");
        assertThat(alice.tags()).containsExactly(Map.entry("team", "data"));
        assertThat(alice.config())
                .containsEntry("PasswordLastUsed", "2026-11-01T00:00:00Z")
                .containsEntry("GroupsForUser", Map.of("Groups", List.of(Map.of("GroupName", "analysts"))))
                .containsEntry("AccessKeys", Map.of("AccessKeyMetadata", List.of()));
        assertThat(at(alice.config(), "LoginProfile.LoginProfile.UserName")).isEqualTo("alice");
        assertThat(at(alice.config(), "CredentialReport.mfa_active")).isEqualTo("true");
        assertThat(at(alice.config(), "AttachedUserPolicies.AttachedPolicies"))
                .asList()
                .first()
                .extracting("PolicyName")
                .isEqualTo("ReadOnlyAccess");

        Resource robot = scan.resource("arn:aws:iam::111122223333:user/robot");
        assertThat(robot.config()).containsEntry("LoginProfile", null).containsEntry("CredentialReport", null);
        assertThat(at(robot.config(), "UserPolicies.PolicyNames")).isEqualTo(List.of("inline"));
        assertThat(actionOf(robot, "UserPolicies.Policies", "PolicyDocument")).isEqualTo("s3:*");

        Resource role = scan.resource("arn:aws:iam::111122223333:role/service/loader");
        assertThat(at(role.config(), "AssumeRolePolicyDocument.Statement"))
                .asList()
                .first()
                .isEqualTo(Map.of("Effect", "Allow", "Action", "sts:AssumeRole", "Resource", "a+b c"));
        assertThat(at(role.config(), "RoleLastUsed.Region")).isEqualTo("eu-west-1");
        assertThat(actionOf(role, "RolePolicies.Policies", "PolicyDocument")).isEqualTo("s3:PutObject");

        Resource readOnly = scan.resource("arn:aws:iam::aws:policy/ReadOnlyAccess@111122223333");
        assertThat(readOnly.config()).containsEntry("Arn", "arn:aws:iam::aws:policy/ReadOnlyAccess");
        assertThat(at(readOnly.config(), "PolicyVersion.PolicyVersion.Document.Statement"))
                .asList()
                .hasSize(1);

        Resource policy = scan.resource("arn:aws:iam::111122223333:policy/everything");
        assertThat(policy.config()).containsEntry("AttachmentCount", 1L).containsEntry("DefaultVersionId", "v2");
        assertThat(at(policy.config(), "PolicyVersion.PolicyVersion.Document.Statement"))
                .asList()
                .first()
                .extracting("Action")
                .isEqualTo("*");
    }

    @Test
    void keysAndTheAccountItself() throws IOException {
        Scan scan = scan();

        Resource key = scan.resource("arn:aws:kms:eu-west-1:111122223333:key/" + SmallEstate.KEY);
        assertThat(key.tags()).containsEntry("team", "data");
        assertThat(key.config())
                .containsEntry("KeySpec", "SYMMETRIC_DEFAULT")
                .containsEntry("MultiRegion", false)
                .containsEntry("CreationDate", "2023-11-14T22:13:20.500Z")
                .containsEntry("KeyRotationStatus", Map.of("KeyRotationEnabled", true, "RotationPeriodInDays", 365L));
        assertThat(at(key.config(), "KeyPolicy.Policy.Version")).isEqualTo("2012-10-17");
        assertThat(at(key.config(), "Grants.Grants")).asList().hasSize(1);
        Resource signing = scan.resource("arn:aws:kms:eu-west-1:111122223333:key/" + SmallEstate.SIGNING_KEY);
        assertThat(signing.config())
                .containsEntry("KeyRotationStatus", null)
                .containsEntry("Aliases", Map.of("Aliases", List.of()));

        Resource account = scan.resource("arn:aws:iam::111122223333:root");
        assertThat(account.isAccount()).isTrue();
        assertThat(account.config())
                .containsEntry("AccountAliases", Map.of("AccountAliases", List.of("example-data")))
                .containsEntry("OrganizationsFeatures", null);
        assertThat(at(account.config(), "CallerIdentity.Account")).isEqualTo(SmallEstate.ACCOUNT);
        assertThat(at(account.config(), "PublicAccessBlock.PublicAccessBlockConfiguration.BlockPublicPolicy"))
                .isEqualTo(false);
        assertThat(at(account.config(), "AccountSummary.SummaryMap.AccountMFAEnabled"))
                .isEqualTo(1L);
        assertThat(at(account.config(), "AccountPasswordPolicy.PasswordPolicy.MinimumPasswordLength"))
                .isEqualTo(14L);
        assertThat(at(account.config(), "CredentialReport.Content"))
                .asList()
                .first()
                .extracting("user")
                .isEqualTo("<root_account>");
    }

    @Test
    void asksForNothingButWhatItsPermissionsGrant() throws IOException {
        aws.otherwise(SampleAnswers::to);
        Set<String> asked = new TreeSet<>();
        try (AwsScanner scanner = open(settings().withRegions(List.of()))) {
            scan(scanner);
            aws.requests().forEach(request -> asked.add(request.api()));

            Set<String> granted = SmallEstate.collectors(scanner).stream()
                    .flatMap(collector -> collector.requiredPermissions().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            granted.add("account:ListRegions");
            assertThat(asked.stream().map(AwsScannerTest::permissionOf).collect(Collectors.toSet()))
                    .isEqualTo(granted);
            assertThat(AwsPermissions.required()).containsAll(granted);
        }
        assertThat(asked)
                .allMatch(api -> api.matches(
                        "[a-z0-9]+:(Get|List|Describe|BatchGet|Search)[A-Za-z0-9]+|iam:GenerateCredentialReport"));
    }

    @Test
    void oneDeniedCallIsUnreadThereAndNowhereElse() throws IOException {
        aws.when("s3:GetPublicAccessBlock@full", LoopbackAws.s3Error(403, "AccessDenied"));
        aws.when("iam:GetAccountSummary", LoopbackAws.iamError(403, "AccessDenied"));
        aws.when("kms:GetKeyPolicy@" + SmallEstate.KEY, LoopbackAws.jsonError(400, "AccessDeniedException"));

        Scan scan = scan();

        assertThat(scan.coverage().complete()).isTrue();
        assertThat(scan.unread())
                .containsExactlyInAnyOrder(
                        new Unread(
                                "config.PublicAccessBlock",
                                "s3:GetPublicAccessBlock",
                                "AccessDenied",
                                "s3:GetBucketPublicAccessBlock"),
                        new Unread(
                                "config.AccountSummary",
                                "iam:GetAccountSummary",
                                "AccessDenied",
                                "iam:GetAccountSummary"),
                        new Unread(
                                "config.KeyPolicy", "kms:GetKeyPolicy", "AccessDeniedException", "kms:GetKeyPolicy"));
        assertThat(scan.resource(FULL).config()).doesNotContainKey("PublicAccessBlock");
    }

    @Test
    void aDeniedListingIsCoverageAndStopsNobody() throws IOException {
        aws.when("s3:ListBuckets", LoopbackAws.s3Error(403, "AccessDenied"));

        Scan scan = scan();

        assertThat(scan.resources()).hasSize(8);
        assertThat(scan.notRead()).singleElement().satisfies(entry -> {
            assertThat(entry.type().value()).isEqualTo("aws.s3.bucket");
            assertThat(entry.status()).isEqualTo(Coverage.Status.NOT_READ);
            assertThat(entry.permission()).isEqualTo("s3:ListAllMyBuckets");
            assertThat(entry.cause()).contains("s3:ListBuckets answered AccessDenied");
        });
    }

    @Test
    void whatADeniedDescriptionWouldHaveToldIsUnreadMemberByMember() throws IOException {
        aws.when("kms:DescribeKey@" + SmallEstate.KEY, LoopbackAws.jsonError(400, "AccessDeniedException"));
        aws.when("iam:GetAccountAuthorizationDetails", LoopbackAws.iamError(403, "AccessDenied"));

        Scan scan = scan();

        Resource key = scan.resource("arn:aws:kms:eu-west-1:111122223333:key/" + SmallEstate.KEY);
        assertThat(key.config()).containsKeys("KeyId", "Arn", "KeyPolicy").doesNotContainKey("KeyState");
        assertThat(key.unread()).extracting(Unread::path).contains("config.KeyState", "config.KeyManager");
        assertThat(scan.resource("arn:aws:iam::111122223333:user/alice").unread())
                .extracting(Unread::path)
                .containsExactly("config.AttachedUserPolicies", "config.UserPolicies", "config.GroupsForUser");
        assertThat(scan.notRead())
                .extracting(entry -> entry.type().value())
                .containsExactly("aws.iam.role", "aws.iam.policy");
    }

    @Test
    void everyPageIsFollowed() throws IOException {
        aws.when("s3:ListBuckets", request -> switch (request.parameter("continuation-token")) {
            case "" -> SmallEstate.bucketPage(names("a", 40), "second");
            case "second" -> SmallEstate.bucketPage(names("b", 40), "third");
            default -> SmallEstate.bucketPage(names("c", 5), "");
        });

        Scan scan = scan();

        assertThat(aws.count("s3:ListBuckets")).isEqualTo(3);
        assertThat(scan.resources().stream()
                        .filter(resource -> resource.type().value().equals("aws.s3.bucket")))
                .extracting(Resource::name)
                .hasSize(85)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPageTokenThatComesBackEndsTheListing() throws IOException {
        aws.when(
                "s3:ListBuckets",
                request -> SmallEstate.bucketPage(
                        List.of(request.parameter("continuation-token").isEmpty() ? "bare" : "full"), "again"));

        Scan scan = scan();

        assertThat(scan.notRead()).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(Coverage.Status.PARTIAL);
            assertThat(entry.resources()).isEqualTo(2);
            assertThat(entry.cause()).contains("EndlessListing");
        });
    }

    @Test
    void throttlingIsWaitedOutAsAsked() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        aws.when(
                "s3:GetBucketAcl@full",
                request -> asked.incrementAndGet() <= 2
                        ? LoopbackAws.s3Error(503, "SlowDown").with("Retry-After", "7")
                        : Answer.ok(
                                "<AccessControlPolicy><Owner><ID>75aa</ID></Owner><AccessControlList/></AccessControlPolicy>"));
        long start = time.nanoTime();

        Scan scan = scan();

        assertThat(asked).hasValue(3);
        assertThat(scan.resource(FULL).unread()).isEmpty();
        assertThat(Duration.ofNanos(time.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void aStormThatDoesNotEndIsGivenUpPolitely() throws IOException {
        aws.when("s3:GetBucketAcl@full", LoopbackAws.s3Error(429, "TooManyRequests"));
        aws.when("s3:GetBucketCors@full", LoopbackAws.s3Error(503, "SlowDown").with("Retry-After", "86400"));

        Scan scan = scan();

        assertThat(scan.unread())
                .extracting(unread -> unread.path() + " " + unread.errorCode())
                .containsExactly("config.BucketAcl TooManyRequests", "config.BucketCors SlowDown");
        assertThat(scan.unread()).extracting(Unread::permission).containsOnly("");
        assertThat(count("s3:GetBucketAcl", "full")).isEqualTo(3);
        assertThat(count("s3:GetBucketCors", "full")).isEqualTo(1);
    }

    @Test
    void answersOfABrokenServerAreUnread() throws IOException {
        aws.when("s3:GetBucketAcl@full", LoopbackAws.htmlError(500));
        aws.when("s3:GetBucketCors@full", Answer.ok("<CORSConfiguration><CORSRule><Allow"));
        aws.when("s3:GetBucketPolicy@full", Answer.ok("{\"Statement\": ["));
        aws.when("kms:GetKeyPolicy@" + SmallEstate.KEY, Answer.ok("{\"Policy\": \"{"));

        Scan scan = scan();

        assertThat(scan.coverage().complete()).isTrue();
        assertThat(scan.resource(FULL).unread())
                .extracting(Unread::path)
                .containsExactly("config.BucketPolicy", "config.BucketAcl", "config.BucketCors");
        assertThat(scan.resource(FULL).unread().get(1).errorCode()).isEqualTo("Http500");
        assertThat(scan.unread()).hasSize(4);
        assertThat(count("s3:GetBucketAcl", "full")).isEqualTo(3);
    }

    @Test
    void aServerThatFallsSilentIsUnreadInBoundedTime() throws IOException {
        aws.when("s3:GetBucketAcl@full", Answer.hanging());
        aws.when("s3:GetBucketCors@bare", Answer.hangingAfter("<CORSConfiguration>"));

        Scan scan = scan(settings().withRetry(policy(2, PATIENCE)));

        assertThat(scan.coverage().complete()).isTrue();
        assertThat(scan.unread())
                .extracting(unread -> unread.path() + " " + unread.errorCode())
                .containsExactlyInAnyOrder("config.BucketAcl Timeout", "config.BucketCors Timeout");
    }

    @Test
    void aBucketThatLiesElsewhereIsAskedThere() throws IOException {
        aws.when("s3:GetBucketLocation@full", LoopbackAws.s3Error(403, "AccessDenied"));
        LoopbackAws.S3_QUESTIONS.forEach(operation -> {
            var inPlace = aws.answerTo(operation, "full");
            aws.when(
                    operation + "@full",
                    request -> request.region().equals("eu-west-1")
                            ? inPlace.apply(request)
                            : LoopbackAws.s3Error(301, "PermanentRedirect").with("x-amz-bucket-region", "eu-west-1"));
        });

        Resource full = scan().resource(FULL);

        assertThat(full.region()).isEqualTo("eu-west-1");
        assertThat(full.unread()).extracting(Unread::path).containsExactly("config.BucketLocation");
    }

    @Test
    void whatWasDeletedSinceItWasListedIsNoResource() throws IOException {
        aws.when("s3:GetBucketLocation@full", LoopbackAws.s3Error(404, "NoSuchBucket"));
        aws.when("kms:DescribeKey@" + SmallEstate.KEY, LoopbackAws.jsonError(400, "NotFoundException"));

        Scan scan = scan();

        assertThat(scan.coverage().complete()).isTrue();
        assertThat(scan.resources()).hasSize(8);
    }

    @Test
    void aRegionThatTheAccountHasNotEnabledIsNotOffered() throws IOException {
        refuseKeysOfIreland("UnrecognizedClientException");

        Scan scan = scan();

        assertThat(scan.coverage().complete()).isTrue();
        // Once it is known, no other type is asked for there.
        assertThat(scan.notRead()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.status()).isEqualTo(Coverage.Status.NOT_OFFERED);
            assertThat(entry.region()).isEqualTo("eu-west-1");
        });
        assertThat(scan.notRead())
                .filteredOn(entry -> entry.type().value().equals("aws.kms.key"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.cause()).contains("has not enabled the region"));
    }

    @Test
    void credentialsThatAreNoLongerKnownAnywhereAreNoDisabledRegion() throws IOException {
        refuseKeysOfIreland("UnrecognizedClientException");
        try (AwsScanner scanner = open(settings())) {
            aws.when("sts:GetCallerIdentity", LoopbackAws.iamError(403, "InvalidClientTokenId"));

            Scan scan = scan(scanner);

            assertThat(scan.notRead()).extracting(Coverage.Entry::status).containsExactly(Coverage.Status.NOT_READ);
        }
    }

    @Test
    void whatAnOrganisationForbidsNoPermissionWouldChange() throws IOException {
        aws.when(
                "s3:ListBuckets",
                new Answer(
                        403,
                        Map.of(),
                        "<Error><Code>AccessDenied</Code><Message>not authorized to perform: s3:ListAllMyBuckets"
                                + " with an explicit deny in a service control policy</Message></Error>",
                        false));

        assertThat(scan().notRead()).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(Coverage.Status.NOT_READ);
            assertThat(entry.permission()).isEmpty();
            assertThat(entry.cause()).contains("service control policy");
        });
    }

    @Test
    void credentialsThatExpireHalfWayLeaveNothingHalfRead() throws IOException {
        aws.when("kms:GetKeyPolicy@" + SmallEstate.KEY, LoopbackAws.jsonError(400, "ExpiredTokenException"));

        Scan scan = scan();

        assertThat(scan.unread()).isEmpty();
        assertThat(scan.notRead()).singleElement().satisfies(entry -> {
            assertThat(entry.type().value()).isEqualTo("aws.kms.key");
            assertThat(entry.cause()).startsWith("the AWS credentials have expired: refresh them");
        });
    }

    private void refuseKeysOfIreland(String code) {
        aws.when(
                "kms:ListKeys",
                request -> request.region().equals("eu-west-1")
                        ? LoopbackAws.jsonError(400, code)
                        : Answer.ok("{\"Keys\": [], \"Truncated\": false}"));
    }

    @Test
    void theCredentialReportIsAwaited() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        aws.when(
                "iam:GenerateCredentialReport",
                request -> SmallEstate.reportState(
                        switch (asked.incrementAndGet()) {
                            case 1 -> "STARTED";
                            case 2 -> "INPROGRESS";
                            default -> "COMPLETE";
                        }));

        assertThat(scan().unread()).isEmpty();
        assertThat(aws.count("iam:GetCredentialReport")).isEqualTo(1);
    }

    @Test
    void aCredentialReportThatIsNeverReadyIsUnread() throws IOException {
        aws.when("iam:GenerateCredentialReport", SmallEstate.reportState("INPROGRESS"));

        assertThat(scan().unread())
                .hasSize(3)
                .extracting(unread -> unread.path() + " " + unread.errorCode())
                .containsOnly("config.CredentialReport NotReady");
    }

    @Test
    void requestsNeverExceedTheBudget() throws IOException {
        aws.when("s3:ListBuckets", SmallEstate.bucketPage(names("b", 25), ""));
        long start = time.nanoTime();

        scan(settings().withRequestsPerSecond(10));

        long busiest = aws.requests().stream()
                .collect(Collectors.groupingBy(request -> request.service() + request.region(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        assertThat(busiest).isGreaterThan(300);
        assertThat(Duration.ofNanos(time.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(busiest / 10 - 1));
    }

    @Test
    void withoutListedRegionsEveryEnabledOneIsRead() throws IOException {
        try (AwsScanner scanner = open(settings().withRegions(List.of()))) {
            assertThat(scanner.scope().regions()).containsExactly("eu-west-1", "us-east-1");
        }
    }

    @Test
    void regionsThatCannotBeListedAreToldToTheUser() {
        aws.when("account:ListRegions", LoopbackAws.jsonError(403, "AccessDeniedException"));

        assertThatThrownBy(() -> open(settings().withRegions(List.of())))
                .isInstanceOf(ProviderAccessException.class)
                .hasMessageContaining("grant account:ListRegions, or list the regions");
    }

    @Test
    void aRoleIsAssumedWithItsExternalId() throws IOException {
        aws.when("sts:AssumeRole", SmallEstate.xml("AssumeRole", """
                <Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
                <SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>"""));

        try (AwsScanner scanner =
                open(settings().thenRole(new AwsRole("arn:aws:iam::111122223333:role/plumbline", Optional.of("42"))))) {
            assertThat(scanner.account().value()).isEqualTo(SmallEstate.ACCOUNT);
        }

        assertThat(aws.requests().getFirst()).satisfies(request -> {
            assertThat(request.operation()).isEqualTo("AssumeRole");
            assertThat(request.parameter("ExternalId")).isEqualTo("42");
            assertThat(request.parameter("RoleSessionName")).isEqualTo("plumbline");
        });
    }

    @Test
    void accessThatIsNoneIsOneHelpfulSentence() {
        aws.when("sts:AssumeRole", LoopbackAws.iamError(403, "AccessDenied"));
        assertThatThrownBy(() ->
                        open(settings().thenRole(new AwsRole("arn:aws:iam::111122223333:role/x", Optional.empty()))))
                .isInstanceOf(ProviderAccessException.class)
                .hasMessageContaining("cannot assume role arn:aws:iam::111122223333:role/x")
                .hasMessageContaining("allow sts:AssumeRole");

        aws.when("sts:GetCallerIdentity", LoopbackAws.iamError(403, "ExpiredToken"));
        assertThatThrownBy(() -> open(settings())).hasMessageContaining("have expired");

        aws.when("sts:GetCallerIdentity", LoopbackAws.iamError(403, "InvalidClientTokenId"));
        assertThatThrownBy(() -> open(settings())).hasMessageContaining("refuses the credentials");
    }

    @Test
    void anEndpointWhereNobodyListensIsNamed() {
        URI nobody = aws.endpoint();
        aws.close();

        assertThatThrownBy(() -> open(settings()))
                .isInstanceOf(ProviderAccessException.class)
                .hasMessageContaining("cannot reach AWS at " + nobody);
    }

    private AwsSettings settings() {
        return AwsSettings.standard()
                .withRegions(List.of("us-east-1", "eu-west-1"))
                .withEndpoint(aws.endpoint())
                .withRequestsPerSecond(1_000)
                .withRetry(policy(3, Duration.ofSeconds(30)));
    }

    private static RetryPolicy policy(int attempts, Duration attemptTimeout) {
        return new RetryPolicy(
                attempts,
                Duration.ofMillis(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                attemptTimeout,
                Duration.ofMinutes(2));
    }

    private AwsScanner open(AwsSettings settings) {
        return AwsScanner.open(settings, Clock.fixed(NOW, ZoneOffset.UTC), CREDENTIALS, time);
    }

    private Scan scan() throws IOException {
        return scan(settings());
    }

    private Scan scan(AwsSettings settings) throws IOException {
        try (AwsScanner scanner = open(settings)) {
            return scan(scanner);
        }
    }

    private Scan scan(AwsScanner scanner) throws IOException {
        try (CollectionSpool spool = CollectionSpool.open(directory)) {
            Coverage coverage =
                    new CollectionRun(4, entry -> {}).run(SmallEstate.collectors(scanner), scanner.scope(), spool);
            List<Resource> resources = new ArrayList<>();
            spool.resources(resources::add);
            // What services are set to in a region is there in every account.
            resources.removeIf(resource -> resource.type().value().endsWith(".region"));
            return new Scan(resources, coverage);
        }
    }

    private long count(String api, String resource) {
        return aws.requests().stream()
                .filter(request ->
                        request.api().equals(api) && request.resource().equals(resource))
                .count();
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static Map<String, Object> nulls(String... keys) {
        Map<String, Object> nulls = new HashMap<>();
        for (String key : keys) {
            nulls.put(key, null);
        }
        return nulls;
    }

    private static Object actionOf(Resource resource, String policies, String document) {
        Object policy = ((List<?>) at(resource.config(), policies)).getFirst();
        return at(((List<?>) at(policy, document + ".Statement")).getFirst(), "Action");
    }

    /** What stands at a dotted path of a tree. */
    private static Object at(Object tree, String path) {
        Object value = tree;
        for (String key : path.split("\\.", -1)) {
            value = requireNonNull(((Map<?, ?>) value).get(key), path);
        }
        return value;
    }

    /** IAM's names, written down a second time from the service authorization reference. */
    private static String permissionOf(String api) {
        return switch (api) {
            case "s3:ListBuckets" -> "s3:ListAllMyBuckets";
            case "s3:GetPublicAccessBlock" -> "s3:GetBucketPublicAccessBlock";
            case "s3:GetBucketEncryption" -> "s3:GetEncryptionConfiguration";
            case "s3:GetBucketLifecycleConfiguration" -> "s3:GetLifecycleConfiguration";
            case "s3:GetBucketReplication" -> "s3:GetReplicationConfiguration";
            case "s3:GetObjectLockConfiguration" -> "s3:GetBucketObjectLockConfiguration";
            case "s3:GetBucketNotificationConfiguration" -> "s3:GetBucketNotification";
            case "s3:GetBucketCors" -> "s3:GetBucketCORS";
            case "s3control:GetPublicAccessBlock" -> "s3:GetAccountPublicAccessBlock";
            default -> permissionOf(api.split(":", 2));
        };
    }

    private static String permissionOf(String[] serviceAndOperation) {
        return AwsServices.ALL.stream()
                .filter(service -> service.name().equals(serviceAndOperation[0]))
                .findFirst()
                .orElseThrow()
                .operation(serviceAndOperation[1])
                .permission();
    }

    private record Scan(List<Resource> resources, Coverage coverage) {
        private Resource resource(String id) {
            return resources.stream()
                    .filter(resource -> resource.id().value().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no resource " + id));
        }

        private List<Unread> unread() {
            return resources.stream()
                    .flatMap(resource -> resource.unread().stream())
                    .toList();
        }

        private List<Coverage.Entry> notRead() {
            return coverage.entries().stream()
                    .filter(entry -> entry.status() != Coverage.Status.READ)
                    .toList();
        }
    }
}
