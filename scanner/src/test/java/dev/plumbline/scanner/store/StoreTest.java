package dev.plumbline.scanner.store;

import static dev.plumbline.scanner.store.Samples.NOON;
import static dev.plumbline.scanner.store.Samples.anomaly;
import static dev.plumbline.scanner.store.Samples.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.finding.FindingChange;
import dev.plumbline.scanner.ranking.Incident;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same contract on both databases, each a real one. */
class StoreTest {
    private static final ResourceType BUCKET = new ResourceType("aws.s3.bucket");
    private static final AccountId ACCOUNT = new AccountId("111122223333");

    abstract static class Contract {
        protected Store store;

        abstract Store open() throws IOException;

        @BeforeEach
        void start() throws IOException {
            store = open();
        }

        @AfterEach
        void stop() {
            store.close();
        }

        private void scan(String scan, Finding... findings) {
            store.inTransaction(tables -> {
                tables.scans().begin(scan, "test", NOON);
                tables.findings()
                        .upsertAll(scan, sink -> Arrays.stream(findings).forEach(sink));
                return tables.findings().resolveUnseen(scan, ACCOUNT, BUCKET, Optional.empty());
            });
        }

        private Finding only(FindingQuery query) {
            Page<Finding> page = store.read(tables -> tables.findings().page(query, 10, 0));
            assertThat(page.total()).isEqualTo(1);
            return page.rows().getFirst();
        }

        private static FindingQuery everything() {
            return new FindingQuery(Set.of(), Set.of(), Set.of(), Optional.empty(), "", Optional.empty(), true);
        }

        @Test
        void givesBackAFindingAsItWas() {
            Finding given = finding("aws-s3-bucket-public-access", "ledger", Severity.CRITICAL);

            scan("first", given);

            assertThat(only(FindingQuery.ACTIVE)).isEqualTo(given);
            assertThat(store.<Optional<Finding>>read(tables -> tables.findings().find(given.id())))
                    .contains(given);
        }

        @Test
        void aScanThatNoLongerFindsItResolvesAndOneThatDoesReopensItWithItsFirstSight() {
            Finding given = finding("aws-s3-bucket-public-access", "ledger", Severity.CRITICAL);
            Finding later = Samples.seenAt(given, NOON.plusSeconds(3600));

            scan("first", given);
            scan("second");
            assertThat(only(everything()).status()).isEqualTo(Finding.Status.RESOLVED);
            assertThat(store.read(tables -> tables.findings().page(FindingQuery.ACTIVE, 10, 0))
                            .total())
                    .isZero();

            scan("third", later);
            Finding reopened = only(FindingQuery.ACTIVE);
            assertThat(reopened.status()).isEqualTo(Finding.Status.REOPENED);
            assertThat(reopened.firstSeen()).isEqualTo(NOON);
            assertThat(reopened.lastSeen()).isEqualTo(NOON.plusSeconds(3600));
        }

        @Test
        void aScanTellsWhatItCreatedLeftOpenResolvedAndReopened() {
            Finding stays = finding("aws-s3-bucket-public-access", "ledger", Severity.CRITICAL);
            Finding goes = finding("aws-s3-bucket-versioning", "ledger", Severity.MEDIUM);

            scan("first", stays, goes);
            assertThat(changes("first"))
                    .containsOnly(FindingChange.Kind.CREATED)
                    .hasSize(2);
            scan("second", stays);
            assertThat(changes("second"))
                    .containsExactlyInAnyOrder(FindingChange.Kind.STILL_OPEN, FindingChange.Kind.RESOLVED);
            scan("third", stays);
            assertThat(changes("third")).containsExactly(FindingChange.Kind.STILL_OPEN);
            scan("fourth", stays, goes);
            assertThat(changes("fourth"))
                    .containsExactlyInAnyOrder(FindingChange.Kind.STILL_OPEN, FindingChange.Kind.REOPENED);
        }

        private List<FindingChange.Kind> changes(String scan) {
            return store.read(tables -> {
                List<FindingChange.Kind> kinds = new ArrayList<>();
                tables.findings().forEachChange(scan, change -> kinds.add(change.kind()));
                return kinds;
            });
        }

        @Test
        void whatAScanDidNotReadStaysOpen() {
            scan("first", finding("aws-s3-bucket-public-access", "ledger", Severity.CRITICAL));

            store.inTransaction(
                    tables -> tables.findings().resolveUnseen("second", ACCOUNT, BUCKET, Optional.of("us-east-1")));

            assertThat(only(FindingQuery.ACTIVE).status()).isEqualTo(Finding.Status.OPEN);
        }

        @Test
        void filtersWithAndBetweenAndOrWithin() {
            scan(
                    "first",
                    finding("aws-s3-bucket-public-access", "ledger", Severity.CRITICAL),
                    finding("aws-s3-bucket-versioning", "ledger", Severity.MEDIUM),
                    finding("aws-s3-bucket-versioning", "100%_odd", Severity.LOW));

            assertThat(titlesOf(new FindingQuery(
                            Set.of(Cloud.AWS),
                            Set.of(Severity.CRITICAL, Severity.LOW),
                            Set.of(),
                            Optional.empty(),
                            "",
                            Optional.empty(),
                            false)))
                    .hasSize(2);
            assertThat(titlesOf(new FindingQuery(
                            Set.of(Cloud.GCP), Set.of(), Set.of(), Optional.empty(), "", Optional.empty(), false)))
                    .isEmpty();
            assertThat(titlesOf(new FindingQuery(
                            Set.of(),
                            Set.of(),
                            Set.of(),
                            Optional.of(new RuleId("aws-s3-bucket-versioning")),
                            "LEDGER",
                            Optional.empty(),
                            false)))
                    .hasSize(1);
            assertThat(titlesOf(new FindingQuery(
                            Set.of(), Set.of(), Set.of(), Optional.empty(), "0%_o", Optional.empty(), false)))
                    .as("wildcards of SQL are plain characters of a search")
                    .hasSize(1);
        }

        private List<String> titlesOf(FindingQuery query) {
            return store.read(tables -> tables.findings().page(query, 10, 0)).rows().stream()
                    .map(Finding::title)
                    .toList();
        }

        @Test
        void groupsByRuleWorstFirst() {
            scan(
                    "first",
                    finding("aws-s3-bucket-versioning", "a", Severity.MEDIUM),
                    finding("aws-s3-bucket-versioning", "b", Severity.MEDIUM),
                    finding("aws-s3-bucket-public-access", "a", Severity.CRITICAL));

            List<RuleGroup> groups = store.read(tables -> tables.findings().groups(FindingQuery.ACTIVE));

            assertThat(groups)
                    .extracting(group -> group.rule().value(), RuleGroup::failed)
                    .containsExactly(tuple("aws-s3-bucket-public-access", 1L), tuple("aws-s3-bucket-versioning", 2L));
        }

        @Test
        void remembersAScanWithItsCoverage() {
            Coverage coverage = new Coverage(List.of(new Coverage.Entry(
                    ACCOUNT, "eu-west-1", BUCKET, Coverage.Status.NOT_READ, 0, "AccessDenied", "s3:ListAllMyBuckets")));
            ScanRecord given = new ScanRecord(
                    "one",
                    NOON,
                    Optional.of(NOON.plusSeconds(5)),
                    ScanRecord.State.INCOMPLETE,
                    "aws 111122223333",
                    12,
                    34,
                    coverage,
                    List.of("inventory.ndjson:3: member 'id' must be a string"));
            RuleCount count = new RuleCount(new RuleId("aws-s3-bucket-versioning"), 5, 6, 7);

            UnreadAnswers denied =
                    new UnreadAnswers(ACCOUNT, BUCKET, "s3:GetBucketPolicy", "AccessDenied", "s3:GetBucketPolicy", 8);

            store.inTransaction(tables -> {
                tables.scans().begin("one", given.source(), NOON);
                tables.scans().end(given, List.of(count), List.of(denied));
                tables.scans().begin("under way", given.source(), NOON.plusSeconds(60));
                return true;
            });

            assertThat(store.<List<ScanRecord>>read(tables -> tables.scans().latest(5)))
                    .contains(given);
            assertThat(store.<Optional<ScanRecord>>read(tables -> tables.scans().latestEnded()))
                    .contains(given);
            assertThat(store.<List<UnreadAnswers>>read(tables -> tables.scans().unread("one")))
                    .containsExactly(denied);
            assertThat(store.<List<RuleCount>>read(tables -> tables.scans().counts("one")))
                    .containsExactly(count);
        }

        @Test
        void keepsSignalsAndIncidentsWhole() {
            Incident incident = Samples.incident(anomaly());

            store.inTransaction(tables -> {
                tables.signals().upsertAll(List.of(anomaly(), anomaly(), Samples.hit()));
                tables.incidents().replaceAll(List.of(incident));
                return true;
            });

            assertThat(store.<List<?>>read(tables -> tables.signals().all()))
                    .isEqualTo(List.of(anomaly(), Samples.hit()));
            assertThat(store.<Optional<Incident>>read(
                            tables -> tables.incidents().find(incident.id())))
                    .contains(incident);
        }

        @Test
        void aTransactionThatThrowsLeavesNothing() {
            assertThatThrownBy(() -> store.inTransaction(tables -> {
                        tables.scans().begin("one", "test", NOON);
                        throw new IllegalStateException("half-way");
                    }))
                    .hasMessage("half-way");

            assertThat(store.<List<ScanRecord>>read(tables -> tables.scans().latest(5)))
                    .isEmpty();
        }
    }

    @Nested
    class OnSqlite extends Contract {
        @TempDir
        Path folder;

        @Override
        Store open() {
            return Store.open(folder.resolve("plumbline.db").toString());
        }

        @Test
        void anotherProcessesFileOpensAgainWithWhatWasCommitted() {
            store.inTransaction(tables -> {
                tables.scans().begin("one", "test", NOON);
                return true;
            });

            try (Store second = open()) {
                assertThat(second.<List<ScanRecord>>read(
                                tables -> tables.scans().latest(5)))
                        .hasSize(1);
            }
        }
    }

    @Nested
    class OnPostgres extends Contract {
        private static EmbeddedPostgres postgres;

        @BeforeAll
        static void startServer() throws IOException {
            postgres = EmbeddedPostgres.builder().start();
        }

        @AfterAll
        static void stopServer() throws IOException {
            postgres.close();
        }

        @Override
        Store open() throws IOException {
            String database = "plumbline_" + Long.toHexString(System.nanoTime());
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + database);
            } catch (java.sql.SQLException e) {
                throw new IOException(e);
            }
            return Store.open(postgres.getJdbcUrl("postgres", database));
        }
    }

    @Test
    void anotherDatabaseIsRefusedWithWhatWouldDo() {
        assertThatThrownBy(() -> Store.open("jdbc:mysql://root:secret@127.0.0.1/x"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("jdbc:postgresql:")
                .hasMessageNotContaining("secret");
    }

    @Test
    void saysWhichStoreDoesNotOpen(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("notes.txt"), "no database at all, but long enough to be read as one");

        assertThatThrownBy(() -> Store.open(file.toString()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("notes.txt")
                .hasMessageContaining("no SQLite database");
        assertThat(Files.readString(file)).isEqualTo("no database at all, but long enough to be read as one");
    }
}
