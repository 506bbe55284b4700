package dev.plumbline.dashboards.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a user gets wrong ends with code 2 and one sentence that helps, and never with a stack trace. */
class UserErrorsTest {
    private static final String TRAIL = """
            {"cloud":"aws","account":"111122223333","region":"eu-west-1","type":"aws.cloudtrail.trail",\
            "id":"arn:aws:cloudtrail:eu-west-1:111122223333:trail/t","name":"t","tags":{},"config":{},"unread":[],\
            "collectedAt":"2026-03-02T12:00:00Z"}
            """;

    @TempDir
    static Path folder;

    private static ServerSocket taken;

    @BeforeAll
    static void prepare() throws IOException {
        taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        write("good.ndjson", TRAIL);
        write("notes.db", "no database at all, but long enough to be looked at as one");
        write("broken-rules/broken.yaml", "id: [\n");
        write("broken.yaml", "accounts: [\n");
        write("key.yaml", "acounts: []\n");
        write("cron.yaml", "schedule: {cron: every day, scan: [--logs, nowhere]}\n");
        write("zone.yaml", "schedule: {zone: Mars}\n");
        Files.createDirectory(folder.resolve("folder"));
    }

    @AfterAll
    static void release() throws IOException {
        taken.close();
    }

    static Stream<Arguments> whatOneCanGetWrong() {
        return Stream.of(
                wrong("a rule that is not there", "there is no rule 'nope'", "rules show nope"),
                wrong(
                        "a misspelt command",
                        "Unmatched argument at index 0: 'scna'. Did you mean scan? See: plumbline --help",
                        "scna"),
                wrong("a misspelt cloud", "Did you mean azure? See: plumbline scan --help", "scan azur"),
                wrong("no command", "Missing required subcommand. See: plumbline rules --help", "rules"),
                wrong("a misspelt option", "Did you mean --format? See: plumbline scan --help", SCAN + "--formt json"),
                wrong(
                        "an option behind paths",
                        "Unknown option: '--fail'",
                        "scan --inventory {}/good.ndjson --fail high"),
                wrong("an option left out", "Missing required option: '--project=ID'", "scan gcp"),
                wrong("an unknown format", "expected one of [TABLE, JSON]", SCAN + "--format jsn"),
                wrong("an unknown threshold", "use critical, high, medium, low or never", SCAN + "--fail-on hihg"),
                wrong("no day", "'soon' is no day such as 2026-11-25", "demo --until soon --dir {}/demo"),
                wrong("no URL", "'http://a b' is no URL", "scan aws --endpoint-url", "http://a b"),
                wrong("an organisation without a role", "--organization needs --role-name", "scan aws --organization"),
                wrong(
                        "a role's name without an organisation",
                        "--role-name and --exclude-accounts go with --organization",
                        "scan aws --role-name reader"),
                wrong("an external id without a role", "name the role too", "scan aws --external-id 7f3a"),
                wrong(
                        "a misspelt duration",
                        "'soon' is no duration: write one such as 90s, 15m or 2h",
                        "scan aws --wait-for-credentials soon"),
                wrong("nothing to scan", "nothing to scan: give --inventory FILE", "scan"),
                wrong(
                        "an inventory that is not there",
                        "cannot read the inventory {}/none.ndjson",
                        "scan --inventory {}/none.ndjson"),
                wrong("a folder as inventory", "cannot read the inventory {}/folder", "scan --inventory {}/folder"),
                wrong(
                        "logs that are not there",
                        "there is no log file or folder {}/none: check --logs",
                        SCAN + "--logs {}/none"),
                wrong(
                        "logs to detect that are not there",
                        "there is no log file or folder {}/none",
                        "detect --logs {}/none --pseudonym-key {}/key"),
                wrong("a labelled set that is not there", "no such file: {}/none.csv", "evaluate {}/none.csv"),
                wrong("an unknown kind of output", "write ocsf=FILE", SCAN + "--output pdf={}/x"),
                wrong("output into no folder", "there is no folder {}/none", SCAN + "--output ocsf={}/none/x"),
                wrong(
                        "output over a folder",
                        "cannot write {}/folder: it is a folder",
                        SCAN + "--output ocsf={}/folder"),
                wrong("inventory into no folder", "there is no folder {}/none", SCAN + "--save-inventory {}/none/x"),
                wrong(
                        "event scores into no folder",
                        "there is no folder {}/none",
                        "detect --logs {}/good.ndjson --pseudonym-key {}/key --event-scores {}/none/x"),
                wrong(
                        "a store that is no database",
                        "it is no SQLite database",
                        "scan --inventory {}/good.ndjson --db {}/notes.db"),
                wrong(
                        "a store in no folder",
                        "its folder is missing",
                        "scan --inventory {}/good.ndjson --db {}/none/x.db"),
                wrong(
                        "a store of another kind",
                        "give a file for SQLite, or a jdbc:postgresql: address",
                        "scan --inventory {}/good.ndjson --db jdbc:mysql://h/x"),
                wrong("a configuration that is not there", "no such file: {}/none.yaml", "scan --config {}/none.yaml"),
                wrong(
                        "broken YAML",
                        "this is not YAML: expected the node content, but found '<stream end>' (line 2, column 1)",
                        "scan --config {}/broken.yaml"),
                wrong(
                        "a misspelt key",
                        "acounts is unknown: use one of accounts, inventories",
                        "scan --config {}/key.yaml"),
                wrong("no time zone", "'Mars' is no time zone", "serve --config {}/zone.yaml --db {}/ok.db"),
                wrong(
                        "no cron expression",
                        "'every day' is no cron expression",
                        "serve --config {}/cron.yaml --db {}/ok.db"),
                wrong("an impossible port", "70000 is outside 0 to 65535", "serve --port 70000 --db {}/ok.db"),
                wrong(
                        "a storage account's name",
                        "names are 3 to 24 lower-case letters and digits",
                        "scan azure --subscription s --resource-group g --storage-account X --db {}/ok.db"),
                wrong("a size out of range", "size -1.0 is outside 0.01 to 50.0", "demo --size=-1 --dir {}/demo"));
    }

    private static final String SCAN = "scan --inventory {}/good.ndjson --db {}/ok.db ";

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatOneCanGetWrong")
    void oneSentenceAndCodeTwo(String what, String sentence, List<String> line) {
        Outcome outcome = run(line);

        assertThat(outcome.err.lines())
                .singleElement()
                .asString()
                .startsWith("plumbline: ")
                .contains(sentence.replace("{}", folder.toString()))
                .doesNotContain("Exception");
        assertThat(outcome.out).isEmpty();
        assertThat(outcome.code).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatOneCanGetWrong")
    void nothingIsLeftBehindThatWasNotAskedFor(String what, String sentence, List<String> line) {
        run(line);

        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(folder.resolve("demo")).doesNotExist();
    }

    /** Every problem of every rule at once, each with its place: the one error of more than a line. */
    @Test
    void aBrokenRuleIsToldWithItsPlace() {
        Outcome outcome =
                run(List.of("rules", "test", folder.resolve("broken-rules").toString()));

        assertThat(outcome.code).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err)
                .startsWith("plumbline: 1 problem in the rules:")
                .contains("broken.yaml:2:1: this is not YAML")
                .doesNotContain("\tat ");
    }

    @Test
    void aPortInUse() {
        Outcome outcome = run(List.of(
                "serve",
                "--port",
                Integer.toString(taken.getLocalPort()),
                "--db",
                folder.resolve("ok.db").toString()));

        assertThat(outcome.code).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err.lines())
                .singleElement()
                .asString()
                .contains("the port is in use")
                .contains("--port");
    }

    /** Not an error of the command line: the good lines are judged, the others are told, and it is not complete. */
    @Test
    void garbageInAnInventoryIsIncomplete() throws IOException {
        write("garbage.ndjson", TRAIL + "garbage\n{\"cloud\":\"aws\"}\n");

        Outcome outcome = run(List.of(
                "scan",
                "--inventory",
                folder.resolve("garbage.ndjson").toString(),
                "--db",
                folder.resolve("garbage.db").toString(),
                "--fail-on",
                "never"));

        assertThat(outcome.code).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(outcome.err)
                .contains("garbage.ndjson:2: no JSON object")
                .contains("garbage.ndjson:3: member 'type' must be a string")
                .doesNotContain("\tat ");
    }

    @Test
    void debugShowsTheStackTrace() {
        Outcome outcome =
                run(List.of("scan", "--config", folder.resolve("none.yaml").toString(), "--debug"));

        assertThat(outcome.code).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err).contains("NoSuchFileException").contains("\tat ");
    }

    /** @param words split at blanks; {@code {}} is the folder of this test; {@code last} stays whole */
    private static Arguments wrong(String what, String sentence, String words, String... last) {
        return arguments(
                what,
                sentence,
                Stream.concat(Stream.of(words.strip().split(" ")), Stream.of(last))
                        .toList());
    }

    private static Outcome run(List<String> line) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments =
                line.stream().map(word -> word.replace("{}", folder.toString())).toArray(String[]::new);
        int code = Plumbline.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private record Outcome(int code, String out, String err) {}

    private static void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
