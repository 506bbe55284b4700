package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.GLUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.collect.Coverage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.GetCrawlersResponse;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;
import software.amazon.awssdk.services.glue.model.GetTablesResponse;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.ListJobsResponse;

/** What can be said in a declaration, on declarations made up for it. */
class DeclaredCollectorTest {
    private LoopbackAws aws;
    private LoopbackConnection connection;

    @BeforeEach
    void start() throws IOException {
        aws = new LoopbackAws();
        connection = new LoopbackConnection(aws);
    }

    @AfterEach
    void stop() {
        connection.close();
        aws.close();
    }

    @Test
    void thingsAreListedWithinEachOfTheirParents() {
        twoDatabases();
        aws.when(
                "glue:GetTables",
                request -> request.parameter("NextToken").isEmpty()
                        ? tables(request.parameter("DatabaseName") + "1", "\"NextToken\": \"more\",")
                        : tables(request.parameter("DatabaseName") + "2", ""));

        Read read = read(table());

        assertThat(read.coverage().status()).isEqualTo(Coverage.Status.READ);
        assertThat(read.ids()).containsExactlyInAnyOrder("hr/hr1", "hr/hr2", "web/web1", "web/web2");
    }

    @Test
    void aParentWhoseThingsCannotBeListedLeavesTheOthersBe() {
        twoDatabases();
        aws.when(
                "glue:GetTables",
                request -> request.parameter("DatabaseName").equals("hr")
                        ? LoopbackAws.jsonError(400, "AccessDeniedException")
                        : tables("clicks", ""));

        Read read = read(table());

        assertThat(read.ids()).containsExactly("web/clicks");
        assertThat(read.coverage().status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(read.coverage().permission()).isEqualTo("glue:GetTables");
    }

    @Test
    void severalAreDescribedWithOneCall() {
        aws.when("glue:ListJobs", Answer.ok("""
                {"JobNames": ["a", "b", "c"]}"""));
        aws.when("glue:BatchGetJobs", Answer.ok("""
                {"Jobs": [{"Name": "c", "Role": "loads"}, {"Name": "a", "Role": "reads"}, {"Name": "b", "Role": "writes"}]}"""));
        aws.when("glue:GetJobBookmark", Answer.ok("{}"));

        Read read = read(job());

        assertThat(read.resources())
                .extracting(
                        resource -> resource.name() + " " + resource.config().get("Role"))
                .containsExactlyInAnyOrder("a reads", "b writes", "c loads");
        assertThat(aws.count("glue:BatchGetJobs")).isEqualTo(2);
    }

    @Test
    void oneThatIsMissingInTheDescriptionOfManyIsUnreadMemberByMember() {
        aws.when("glue:ListJobs", Answer.ok("""
                {"JobNames": ["a", "b"]}"""));
        aws.when("glue:BatchGetJobs", Answer.ok("""
                {"Jobs": [{"Name": "a", "Role": "reads"}], "JobsNotFound": ["b"]}"""));
        aws.when("glue:GetJobBookmark", Answer.ok("{}"));

        Read read = read(job());

        assertThat(read.one("a").unread()).isEmpty();
        assertThat(read.one("b").config()).doesNotContainKey("Role");
        assertThat(read.one("b").unread()).contains(new Unread("config.Role", "glue:BatchGetJobs", "NotListed", ""));
    }

    @Test
    void aQuestionIsPutOnlyToThoseThatItAppliesTo() {
        aws.when("glue:ListJobs", Answer.ok("""
                {"JobNames": ["etl", "python"]}"""));
        aws.when("glue:BatchGetJobs", Answer.ok("""
                {"Jobs": [{"Name": "etl"}, {"Name": "python"}]}"""));
        aws.when("glue:GetJobBookmark", Answer.ok("""
                {"JobBookmarkEntry": {"JobName": "etl", "Run": 3}}"""));

        Read read = read(job());

        assertThat(read.one("etl").config())
                .containsEntry("JobBookmark", Map.of("JobBookmarkEntry", Map.of("JobName", "etl", "Run", 3L)));
        assertThat(read.one("python").config()).containsEntry("JobBookmark", null);
        assertThat(aws.count("glue:GetJobBookmark")).isEqualTo(1);
    }

    @Test
    void settingsAreOneResourceNamedAfterTheRegion() {
        aws.when("glue:GetDataCatalogEncryptionSettings", Answer.ok("""
                {"DataCatalogEncryptionSettings": {"EncryptionAtRest": {"CatalogEncryptionMode": "SSE-KMS"}}}"""));

        Read read = read(GLUE.type("aws.glue.region")
                .settings()
                .ask(
                        "GetDataCatalogEncryptionSettings",
                        (glue, place) -> glue.getDataCatalogEncryptionSettings(r -> {}))
                .build());

        Resource settings = read.one("arn:aws:glue:eu-west-1:%s:region/eu-west-1".formatted(SmallEstate.ACCOUNT));
        assertThat(settings.name()).isEqualTo("eu-west-1");
        assertThat(settings.config())
                .containsExactly(Map.entry(
                        "DataCatalogEncryptionSettings",
                        Map.of(
                                "DataCatalogEncryptionSettings",
                                Map.of("EncryptionAtRest", Map.of("CatalogEncryptionMode", "SSE-KMS")))));
    }

    @Test
    void oneListingTellsOfAllThings() {
        twoDatabases();
        aws.when(
                "glue:GetCrawlers",
                request -> request.parameter("NextToken").isEmpty() ? Answer.ok("""
                                {"Crawlers": [{"Name": "x", "DatabaseName": "hr"}, {"Name": "lost"}], "NextToken": "more"}""") : Answer.ok("""
                                {"Crawlers": [{"Name": "y", "DatabaseName": "hr"}]}"""));

        Read read = read(database());

        assertThat(read.one("hr").config())
                .containsEntry(
                        "Crawlers",
                        Map.of(
                                "Crawlers",
                                List.of(
                                        Map.of("Name", "x", "DatabaseName", "hr"),
                                        Map.of("Name", "y", "DatabaseName", "hr"))));
        assertThat(read.one("web").config()).containsEntry("Crawlers", Map.of("Crawlers", List.of()));
        assertThat(aws.count("glue:GetCrawlers")).isEqualTo(2);
    }

    @Test
    void aListingThatCannotBeJoinedIsUnreadOnEachThing() {
        twoDatabases();
        aws.when("glue:GetCrawlers", LoopbackAws.jsonError(400, "AccessDeniedException"));

        Read read = read(database());

        assertThat(read.resources())
                .hasSize(2)
                .allSatisfy(resource -> assertThat(resource.unread())
                        .containsExactly(new Unread(
                                "config.Crawlers", "glue:GetCrawlers", "AccessDeniedException", "glue:GetCrawlers")));
        assertThat(aws.count("glue:GetCrawlers")).isEqualTo(1);
    }

    @Test
    void aJoinedListingMayAnswerThatThereIsNone() {
        twoDatabases();
        aws.when("glue:GetCrawlers", LoopbackAws.jsonError(400, "EntityNotFoundException"));

        Read read = read(database());

        assertThat(read.resources()).hasSize(2).allSatisfy(resource -> {
            assertThat(resource.config()).containsEntry("Crawlers", null);
            assertThat(resource.unread()).isEmpty();
        });
    }

    @Test
    void aServiceThatWantsToHearOfWhichAccountItListsIsTold() {
        aws.when(
                "glue:GetDatabases",
                request -> Answer.ok(
                        "{\"DatabaseList\": [{\"Name\": \"in-%s\"}]}".formatted(request.parameter("CatalogId"))));

        Read read = read(GLUE.type("aws.test.database")
                .withinAccount()
                .list(
                        "GetDatabases",
                        (glue, place, token) -> glue.getDatabases(
                                r -> r.catalogId(place.account()).nextToken(token)),
                        GetDatabasesResponse::nextToken,
                        GetDatabasesResponse::databaseList)
                .id(database -> database.item().name())
                .build());

        assertThat(read.ids()).containsExactly("in-" + SmallEstate.ACCOUNT);
        assertThat(aws.count("glue:GetDatabases")).isEqualTo(1);
    }

    @Test
    void aServiceThatIsNotSwitchedOnHasNothing() {
        aws.when("glue:GetDatabases", refusal("Glue is not enabled for the account"));

        Read read = read(database());

        assertThat(read.coverage().status()).isEqualTo(Coverage.Status.READ);
        assertThat(read.resources()).isEmpty();
    }

    @Test
    void theSameCodeInOtherWordsIsARefusal() {
        aws.when("glue:GetDatabases", refusal("not authorized to perform glue:GetDatabases"));

        Read read = read(database());

        assertThat(read.coverage().status()).isEqualTo(Coverage.Status.NOT_READ);
        assertThat(read.coverage().permission()).isEqualTo("glue:GetDatabases");
    }

    private static AwsType<?> database() {
        return GLUE.type("aws.test.database")
                .list(
                        "GetDatabases",
                        (glue, token) -> glue.getDatabases(r -> r.nextToken(token)),
                        GetDatabasesResponse::nextToken,
                        GetDatabasesResponse::databaseList)
                .id(Database::name)
                .noneIf("AccessDeniedException: Glue is not enabled")
                .join(
                        "GetCrawlers",
                        (glue, token) -> glue.getCrawlers(r -> r.nextToken(token)),
                        GetCrawlersResponse::nextToken,
                        GetCrawlersResponse::crawlers,
                        Crawler::databaseName,
                        Database::name,
                        question -> question.orNone("EntityNotFoundException"))
                .build();
    }

    private static AwsType<?> table() {
        return GLUE.type("aws.test.table")
                .within(
                        "GetDatabases",
                        (glue, token) -> glue.getDatabases(r -> r.nextToken(token)),
                        GetDatabasesResponse::nextToken,
                        GetDatabasesResponse::databaseList)
                .list(
                        "GetTables",
                        (glue, database, token) -> glue.getTables(
                                r -> r.databaseName(database.name()).nextToken(token)),
                        GetTablesResponse::nextToken,
                        GetTablesResponse::tableList)
                .id(table -> table.parent().name() + "/" + table.item().name())
                .build();
    }

    private static AwsType<?> job() {
        return GLUE.type("aws.test.job")
                .list(
                        "ListJobs",
                        (glue, token) -> glue.listJobs(r -> r.nextToken(token)),
                        ListJobsResponse::nextToken,
                        ListJobsResponse::jobNames)
                .id(name -> name)
                .describe(
                        "BatchGetJobs",
                        Job::builder,
                        2,
                        (glue, names) ->
                                glue.batchGetJobs(r -> r.jobNames(names)).jobs(),
                        Job::name,
                        name -> name)
                .ask(
                        "GetJobBookmark",
                        (glue, name) -> glue.getJobBookmark(r -> r.jobName(name)),
                        question -> question.onlyIf(name -> !name.equals("python")))
                .build();
    }

    private void twoDatabases() {
        aws.when(
                "glue:GetDatabases",
                request -> request.parameter("NextToken").isEmpty()
                        ? Answer.ok("{\"DatabaseList\": [{\"Name\": \"hr\"}], \"NextToken\": \"more\"}")
                        : Answer.ok("{\"DatabaseList\": [{\"Name\": \"web\"}]}"));
    }

    private static Answer tables(String name, String token) {
        return Answer.ok("{%s \"TableList\": [{\"Name\": \"%s\"}]}".formatted(token, name));
    }

    private static Answer refusal(String words) {
        return new Answer(
                400, Map.of(), "{\"__type\": \"AccessDeniedException\", \"Message\": \"%s\"}".formatted(words), false);
    }

    private Read read(AwsType<?> type) {
        ConcurrentLinkedQueue<Resource> resources = new ConcurrentLinkedQueue<>();
        Coverage coverage = connection.collector(type).collect(connection.scope(), resources::add);
        return new Read(List.copyOf(resources), coverage.entries().getFirst());
    }

    private record Read(List<Resource> resources, Coverage.Entry coverage) {
        private List<String> ids() {
            return resources.stream().map(resource -> resource.id().value()).toList();
        }

        private Resource one(String id) {
            return resources.stream()
                    .filter(resource -> resource.id().value().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
