package dev.plumbline.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.aws.LoopbackAws.Request;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.PassingTime;
import dev.plumbline.scanner.collect.ProviderAccessException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** An organisation of five accounts: the one that calls, two to read, one suspended and one excluded. */
class AwsOrganizationTest {
    private static final String MANAGEMENT = "111122223333";
    private static final String DATA = "444455556666";
    private static final String AUDIT = "777788889999";
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret"));
    private static final OrganizationWalk WALK = new OrganizationWalk(
            "security/plumbline-reader", Optional.of("7f3a"), Set.of(new AccountId("222233334444")));

    private final PassingTime time = new PassingTime();
    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = new LoopbackAws();
        aws.when("sts:GetCallerIdentity", AwsOrganizationTest::identity);
        aws.when("sts:AssumeRole", AwsOrganizationTest::role);
        aws.when(
                "organizations:ListAccounts",
                request -> request.parameter("NextToken").isEmpty() ? Answer.ok("""
                        {"Accounts": [{"Id": "777788889999", "Status": "ACTIVE"}, {"Id": "111122223333", "Status": "ACTIVE"},
                         {"Id": "999900001111", "Status": "SUSPENDED"}], "NextToken": "second"}""") : Answer.ok("""
                        {"Accounts": [{"Id": "444455556666", "Status": "ACTIVE"}, {"Id": "222233334444", "Status": "ACTIVE"}]}"""));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    /** Credentials of a role carry its account in their key's name. */
    private static Answer identity(Request request) {
        String account =
                request.accessKey().startsWith("ASIA") ? request.accessKey().substring(4) : MANAGEMENT;
        return SmallEstate.xml("GetCallerIdentity", """
                <UserId>A</UserId><Account>%1$s</Account><Arn>arn:aws:sts::%1$s:assumed-role/r/s</Arn>""".formatted(account));
    }

    private static Answer role(Request request) {
        return SmallEstate.xml(
                "AssumeRole", """
                <Credentials><AccessKeyId>ASIA%s</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
                <SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>""".formatted(request.parameter("RoleArn").split(":", -1)[4]));
    }

    @Test
    void activeAccountsAreReadUnlessExcluded() {
        List<AwsSettings> accounts = accounts(settings());

        assertThat(accounts).extracting(account -> account.signIn().label()).containsExactly(MANAGEMENT, DATA, AUDIT);
        assertThat(accounts.getFirst().signIn().roles()).isEmpty();
        assertThat(accounts.get(1).signIn().roles())
                .containsExactly(
                        new AwsRole("arn:aws:iam::444455556666:role/security/plumbline-reader", Optional.of("7f3a")));
    }

    @Test
    void eachIsEnteredByItsRoleUnderAKnownName() {
        for (AwsSettings account : accounts(settings().withSessionName("posture@example.com"))) {
            try (AwsScanner scanner = open(account)) {
                assertThat(scanner.account().value()).isEqualTo(account.signIn().label());
            }
        }

        assertThat(assumed()).hasSize(2).allSatisfy(request -> {
            assertThat(request.parameter("ExternalId")).isEqualTo("7f3a");
            assertThat(request.parameter("RoleSessionName")).isEqualTo("posture@example.com");
        });
    }

    @Test
    void aRoleMayLeadToTheRoles() {
        AwsSettings through = settings().thenRole(new AwsRole("arn:aws:iam::777788889999:role/hub", Optional.empty()));

        AwsSettings data = accounts(through).stream()
                .filter(account -> account.signIn().label().equals(DATA))
                .findFirst()
                .orElseThrow();
        try (AwsScanner scanner = open(data)) {
            assertThat(scanner.account().value()).isEqualTo(DATA);
        }

        assertThat(assumed().getLast()).satisfies(request -> {
            assertThat(request.accessKey()).isEqualTo("ASIA" + AUDIT);
            assertThat(request.parameter("RoleArn")).contains(DATA);
        });
    }

    @Test
    void anOrganisationThatIsNotToldIsOneSentence() {
        aws.when("organizations:ListAccounts", LoopbackAws.jsonError(400, "AccessDeniedException"));

        assertThatThrownBy(() -> accounts(settings()))
                .isInstanceOf(ProviderAccessException.class)
                .hasMessageContaining("from account 111122223333")
                .hasMessageContaining("grant organizations:ListAccounts");
    }

    @Test
    void credentialsThatExpireWhileOthersAreReadAreWaitedForAtTheDoorToo() {
        AwsSettings data = accounts(settings()).get(1);
        AtomicInteger tries = new AtomicInteger();
        aws.when(
                "sts:AssumeRole",
                request -> tries.incrementAndGet() < 3 ? LoopbackAws.iamError(403, "ExpiredToken") : role(request));

        try (AwsScanner scanner = open(data)) {
            assertThat(scanner.account().value()).isEqualTo(DATA);
        }

        assertThat(notices)
                .containsExactly(
                        "AWS account 444455556666 is paused: its AWS credentials have expired. Refresh them, for instance"
                                + " with 'aws sso login'; waiting up to 15 min",
                        "AWS account 444455556666 goes on: its AWS credentials are good again");
    }

    @Test
    void credentialsThatExpireHalfWayPauseTheirOwnAccount() {
        List<AwsSettings> accounts = accounts(settings());
        AtomicInteger polls = new AtomicInteger();
        try (AwsScanner data = open(accounts.get(1));
                AwsScanner audit = open(accounts.get(2))) {
            aws.when("kms:ListKeys", request -> keys(request, polls.get() < 2));
            aws.when(
                    "sts:GetCallerIdentity",
                    request -> request.accessKey().endsWith(DATA) && polls.incrementAndGet() < 2
                            ? LoopbackAws.iamError(403, "ExpiredToken")
                            : identity(request));

            assertThat(keysOf(audit).complete()).isTrue();
            assertThat(notices).isEmpty();
            assertThat(keysOf(data).complete()).isTrue();
        }

        assertThat(notices).hasSize(2).allMatch(notice -> notice.contains(DATA));
    }

    @Test
    void credentialsThatNobodyRefreshesLeaveTheRestToTheNextScan() {
        try (AwsScanner data = open(accounts(settings()).get(1))) {
            aws.when("kms:ListKeys", request -> keys(request, true));
            aws.when("sts:GetCallerIdentity", LoopbackAws.iamError(403, "ExpiredToken"));
            long start = time.nanoTime();

            Coverage first = keysOf(data);
            Coverage second = keysOf(data);

            assertThat(List.of(first, second)).allMatch(Coverage::resumable);
            assertThat(time.nanoTime() - start).isEqualTo(Duration.ofMinutes(15).toNanos());
        }

        assertThat(notices).hasSize(2).last().asString().contains("is given up");
    }

    private static Answer keys(Request request, boolean expired) {
        return expired && request.accessKey().endsWith(DATA)
                ? LoopbackAws.jsonError(400, "ExpiredTokenException")
                : Answer.ok("{\"Keys\": [], \"Truncated\": false}");
    }

    private static Coverage keysOf(AwsScanner scanner) {
        Collector keys = scanner.collectors().stream()
                .filter(each -> each.resourceType().value().equals("aws.kms.key"))
                .findFirst()
                .orElseThrow();
        return keys.collect(scanner.scope(), resource -> {});
    }

    @Test
    void aRoleThatRefusesIsToldAtOnce() {
        AwsSettings data = accounts(settings()).get(1);
        aws.when("sts:AssumeRole", LoopbackAws.iamError(403, "AccessDenied"));

        assertThatThrownBy(() -> open(data))
                .isInstanceOf(ProviderAccessException.class)
                .hasMessageContaining("arn:aws:iam::444455556666:role/security/plumbline-reader")
                .hasMessageContaining("trust the caller in its trust policy");
        assertThat(notices).isEmpty();
    }

    private List<Request> assumed() {
        return aws.requests().stream()
                .filter(request -> request.operation().equals("AssumeRole"))
                .toList();
    }

    private List<AwsSettings> accounts(AwsSettings settings) {
        return AwsOrganization.accounts(settings, WALK, CREDENTIALS, time);
    }

    private AwsScanner open(AwsSettings settings) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
        return AwsScanner.open(settings, clock, CREDENTIALS, time, notices::add);
    }

    private AwsSettings settings() {
        return AwsSettings.standard()
                .withRegions(List.of("eu-west-1"))
                .withEndpoint(aws.endpoint())
                .withCredentialPatience(Duration.ofMinutes(15))
                .withRequestsPerSecond(1_000);
    }
}
