package dev.plumbline.detectors.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.detectors.event.AccessEvent;
import dev.plumbline.detectors.event.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {
    private static final String TIME = "2026-03-04T05:06:07Z";

    @TempDir
    private Path folder;

    @Test
    void readsRecordsDocuments() {
        Path file = Reading.file(
                folder, "a.json", "{\"Records\":[%s,%s]}".formatted(Reading.read("1", TIME), Reading.read("2", TIME)));

        Reading reading = Reading.of(file);

        assertThat(reading.events()).extracting(AccessEvent::id).containsExactly("1", "2");
        assertThat(reading.coverage().complete()).isTrue();
    }

    @Test
    void readsIndentedDocumentsAndPlainArrays() {
        Path indented = Reading.file(
                folder, "a.json", "{\n  \"Records\": [\n    %s\n  ]\n}".formatted(Reading.read("1", TIME)));
        Path array = Reading.file(
                folder, "b.json", "[\n%s,\n%s\n]".formatted(Reading.read("2", TIME), Reading.read("3", TIME)));

        assertThat(Reading.of(indented, array).events())
                .extracting(AccessEvent::id)
                .containsExactly("1", "2", "3");
    }

    @Test
    void readsRecordsDocumentsWithAnEventALine() {
        Path each = Reading.file(
                folder,
                "a.json",
                "{\"Records\":[\r\n%s,\r\n%s\r\n]}".formatted(Reading.read("1", TIME), Reading.read("2", TIME)));
        Path first = Reading.file(
                folder,
                "b.json",
                "{\"Records\":[%s,\n%s]}".formatted(Reading.read("3", TIME), Reading.read("4", TIME)));

        Reading reading = Reading.of(each, first);

        assertThat(reading.events()).extracting(AccessEvent::id).containsExactly("1", "2", "3", "4");
        assertThat(reading.coverage().complete()).isTrue();
    }

    @Test
    void readsOneEventALineWithLogstashTime() {
        String line = Reading.read("1", TIME).replace("\"eventTime\"", "\"@timestamp\"");
        Path file = Reading.file(folder, "a.ndjson", line + "\n\n" + line.replace("\"1\"", "\"2\""));

        Reading reading = Reading.of(file);

        assertThat(reading.events()).extracting(AccessEvent::id).containsExactly("1", "2");
        assertThat(reading.events().getFirst().time()).isEqualTo(TIME);
    }

    @Test
    void unwrapsEventBridgeLogstashAndLookupEvents() {
        String quoted = Reading.read("2", TIME).replace("\"", "\\\"");
        Path file = Reading.file(
                folder,
                "a.ndjson",
                "{\"version\":\"0\",\"detail-type\":\"AWS API Call via CloudTrail\",\"time\":\"x\",\"detail\":%s}\n"
                                .formatted(Reading.read("1", TIME))
                        + "{\"EventId\":\"2\",\"EventTime\":\"x\",\"CloudTrailEvent\":\"%s\"}\n".formatted(quoted)
                        + "{\"message\":\"%s\"}\n".formatted(quoted.replace("2", "3")));

        assertThat(Reading.of(file).events()).hasSize(3);
    }

    @Test
    void readsTheBucketLayoutOfCloudTrailInTheOrderOfItsPaths() {
        String prefix = "AWSLogs/111122223333/CloudTrail/";
        Reading.file(
                folder,
                prefix + "us-east-1/2026/03/04/b.json.gz",
                Reading.gzip("{\"Records\":[%s]}".formatted(Reading.read("3", TIME))));
        Reading.file(
                folder,
                prefix + "eu-west-1/2026/03/05/a.json.gz",
                Reading.gzip("{\"Records\":[%s]}".formatted(Reading.read("2", TIME))));
        Reading.file(
                folder,
                prefix + "eu-west-1/2026/03/04/z.json.gz",
                Reading.gzip("{\"Records\":[%s]}".formatted(Reading.read("1", TIME))));

        Reading reading = Reading.of(folder);

        assertThat(reading.events()).extracting(AccessEvent::id).containsExactly("1", "2", "3");
        assertThat(reading.coverage().files()).isEqualTo(3);
    }

    @Test
    void tellsTheFormatByContentNotByName() {
        Path packed = Reading.file(folder, "packed.txt", Reading.gzip(Reading.read("1", TIME)));
        Path plain = Reading.file(folder, "plain.json.gz", Reading.read("2", TIME));

        assertThat(Reading.of(packed, plain).events()).hasSize(2);
    }

    @Test
    void dropsASecondDeliveryAndCountsIt() {
        Path once = Reading.file(folder, "a.ndjson", Reading.read("1", TIME));
        Path again = Reading.file(folder, "b.json", "{\"Records\":[%s]}".formatted(Reading.read("1", TIME)));

        Reading reading = Reading.of(once, again);

        assertThat(reading.events()).hasSize(1);
        assertThat(reading.coverage().duplicates()).isEqualTo(1);
    }

    @Test
    void keepsEventsThatShareAnIdButNotTheirTime() {
        Path file = Reading.file(
                folder, "a.ndjson", Reading.read("1", TIME) + "\n" + Reading.read("1", "2026-03-04T05:06:08Z"));

        assertThat(Reading.of(file).events()).hasSize(2);
    }

    @Test
    void namesFileAndLineOfABrokenLineAndReadsOn() {
        Path file = Reading.file(
                folder, "a.ndjson", Reading.read("1", TIME) + "\n{\"eventID\": oops\n" + Reading.read("2", TIME));

        Reading reading = Reading.of(file);

        assertThat(reading.events()).hasSize(2);
        assertThat(reading.coverage().malformed()).isEqualTo(1);
        assertThat(reading.coverage().problems())
                .singleElement()
                .asString()
                .startsWith(file + ":2: broken JSON")
                .doesNotContain("oops");
    }

    @Test
    void namesEveryLineThatIsNoEventOncePerCause() {
        Path file = Reading.file(
                folder,
                "a.ndjson",
                "{}\n{}\n{}\n" + Reading.read("1", TIME) + "\n{}\n" + Reading.read("2", "soon") + "\n");

        LogCoverage coverage = Reading.of(file).coverage();

        assertThat(coverage.unrecognised()).isEqualTo(5);
        assertThat(coverage.problems())
                .extracting(LogCoverage.Problem::toString)
                .containsExactly(
                        file + ":1: no event of a log that can be read: 4 times, at lines 1 to 3, 5",
                        file + ":6: an event without a time that can be read");
    }

    @Test
    void readsOnWhereTheVeryFirstLineIsBroken() {
        Path file = Reading.file(folder, "a.ndjson", "{\"eventID\": \"x\", \n" + Reading.read("1", TIME) + "\n");

        Reading reading = Reading.of(file);

        assertThat(reading.events()).hasSize(1);
        assertThat(reading.coverage().problems()).first().asString().startsWith(file + ":1:");
    }

    @Test
    void keepsWhatATruncatedArchiveStillHolds() {
        String lines = (Reading.read("1", TIME) + "\n" + Reading.read("2", "2026-03-04T05:06:08Z") + "\n").repeat(400);
        byte[] whole = Reading.gzip(lines);
        Path file = Reading.file(folder, "a.json.gz", Arrays.copyOf(whole, whole.length - 12));

        Reading reading = Reading.of(file);

        assertThat(reading.events()).hasSize(2);
        assertThat(reading.coverage().malformed()).isEqualTo(1);
        assertThat(reading.coverage().problems()).last().asString().contains("ends early");
    }

    @Test
    void skipsALineOverTheLimitWithoutHoldingIt() {
        var limits = new LogLimits(4096, 64, 1 << 20, 400);
        String monster = "{\"eventName\":\"" + "x".repeat(3_000_000) + "\"}";
        Path file = Reading.file(
                folder, "a.ndjson", Reading.read("1", TIME) + "\n" + monster + "\n" + Reading.read("2", TIME));

        Reading reading = Reading.of(limits, 1, file);

        assertThat(reading.events()).extracting(AccessEvent::id).containsExactly("1", "2");
        assertThat(reading.coverage().problems())
                .containsExactly(new LogCoverage.Problem(file.toString(), 2, "longer than 4096 bytes"));
    }

    @Test
    void namesALineWhoseNestingHasNoBottomAndReadsOn() {
        String bottomless = "{\"requestParameters\":" + "{\"a\":[".repeat(600_000);
        Path file = Reading.file(
                folder,
                "a.ndjson",
                bottomless + "\n" + Reading.read("1", TIME) + "\n" + bottomless + "\n" + Reading.read("2", TIME));

        Reading reading = Reading.of(file);

        assertThat(reading.events()).extracting(AccessEvent::id).containsExactly("1", "2");
        assertThat(reading.coverage().malformed()).isEqualTo(2);
        assertThat(reading.coverage().problems())
                .containsExactly(new LogCoverage.Problem(
                        file.toString(), 1, "JSON beyond the limits of nesting or length: 2 times, at lines 1, 3", 2));
    }

    @Test
    void namesTheLineInADocumentAtWhichNestingHasNoBottom() {
        Path file = Reading.file(
                folder,
                "a.json",
                "{\"Records\":[\n%s,\n{\"a\":%s".formatted(Reading.read("1", TIME), "[".repeat(3_000_000)));

        Reading reading = Reading.of(file);

        assertThat(reading.events()).extracting(AccessEvent::id).containsExactly("1");
        assertThat(reading.coverage().problems())
                .containsExactly(new LogCoverage.Problem(
                        file.toString(),
                        3,
                        "JSON beyond the limits of nesting or length; the rest of the file was not read"));
    }

    /** Whoever calls an API chooses its parameters: what is nested in them must not hide the call, nor those after it. */
    @Test
    void aCallIsNotHiddenByHowDeepItsParametersAre() {
        for (String deep :
                List.of("[".repeat(60_000) + "]".repeat(60_000), "{\"a\":".repeat(30_000) + "1" + "}".repeat(30_000))) {
            String unlisted = Reading.read("1", TIME).replace("\"key\":", "\"filter\":%s,\"key\":".formatted(deep));
            String listed = Reading.read("2", TIME).replace("\"key\":", "\"policyArn\":%s,\"key\":".formatted(deep));
            Path document = Reading.file(
                    folder, "a.json", "{\"Records\":[%s,%s,%s]}".formatted(unlisted, listed, Reading.read("3", TIME)));

            Reading reading = Reading.of(document);

            assertThat(reading.events()).extracting(AccessEvent::id).containsExactly("1", "2", "3");
            assertThat(reading.coverage().complete()).isTrue();
        }
    }

    @Test
    void listsInListsInPlaceOfEventsAreReadThrough() {
        Path file = Reading.file(
                folder, "a.json", "[".repeat(50_000) + Reading.read("1", TIME) + "]".repeat(50_000) + "\n");

        assertThat(Reading.of(file).events()).hasSize(1);
    }

    @Test
    void aTextThatIsBrokenInsideCostsNothingElse() {
        Path file = Reading.file(
                folder,
                "a.json",
                "{\"Records\":[%s,\n{\"message\":\"{oops\"},\n%s]}"
                        .formatted(Reading.read("1", TIME), Reading.read("2", TIME)));

        Reading reading = Reading.of(file);

        assertThat(reading.events()).extracting(AccessEvent::id).containsExactly("1", "2");
        assertThat(reading.coverage().malformed()).isEqualTo(1);
        assertThat(reading.coverage().problems())
                .singleElement()
                .asString()
                .startsWith(file + ":2: in a text inside: broken JSON");
    }

    @Test
    void stopsAtAnArchiveThatGrowsOutOfProportion() {
        var limits = new LogLimits(1 << 20, 64, 1 << 20, 100);
        Path bomb = Reading.file(
                folder, "a.json.gz", Reading.gzip(Reading.read("1", TIME) + "\n" + " ".repeat(30_000_000)));
        Path good = Reading.file(folder, "b.json", Reading.read("2", TIME));

        Reading reading = Reading.of(limits, 2, bomb, good);

        assertThat(reading.events()).extracting(AccessEvent::id).containsExactly("1", "2");
        assertThat(reading.coverage().problems()).singleElement().asString().contains("100-fold");
    }

    @Test
    void countsWhatIsNoEventAndWhatHasNoTime() {
        Path file = Reading.file(
                folder,
                "a.ndjson",
                "{\"hello\":\"world\"}\n" + Reading.read("1", "yesterday") + "\n" + Reading.read("2", TIME));

        LogCoverage coverage = Reading.of(file).coverage();

        assertThat(coverage.events()).isEqualTo(1);
        assertThat(coverage.unrecognised()).isEqualTo(2);
        assertThat(coverage.complete()).isFalse();
    }

    @Test
    void countsAFileThatIsNoJsonAndAnEmptyOne() {
        Path text = Reading.file(folder, "LICENSE", "Permission is hereby granted\n");
        Path empty = Reading.file(folder, "empty.json", "");

        LogCoverage coverage = Reading.of(text, empty).coverage();

        assertThat(coverage.files()).isEqualTo(2);
        assertThat(coverage.unrecognised()).isEqualTo(1);
    }

    @Test
    void dropsFieldsOffTheListAndCountsThem() {
        String extended =
                Reading.read("1", TIME).replace("\"eventType\"", "\"tlsDetails\":{\"a\":[1,{}]},\"eventType\"");

        long before = Reading.of(Reading.file(folder, "a.json", Reading.read("1", TIME)))
                .coverage()
                .droppedFields();
        long after =
                Reading.of(Reading.file(folder, "b.json", extended)).coverage().droppedFields();

        assertThat(after).isEqualTo(before + 1);
    }

    @Test
    void givesTheSameEventsInTheSameOrderOnAnyNumberOfThreads() {
        for (int i = 0; i < 40; i++) {
            String lines = "";
            for (int j = 0; j < 30; j++) {
                lines += Reading.read(i + "-" + j, "2026-03-04T05:%02d:%02dZ".formatted(i, j)) + "\n";
            }
            Reading.file(
                    folder,
                    "%02d.json".formatted(i),
                    i % 2 == 0 ? Reading.gzip(lines) : lines.getBytes(StandardCharsets.UTF_8));
        }

        Reading alone = Reading.of(LogLimits.standard(), 1, folder);
        Reading together = Reading.of(LogLimits.standard(), 4, folder);

        assertThat(alone.events()).hasSize(1200).isEqualTo(together.events());
        assertThat(alone.coverage()).isEqualTo(together.coverage());
    }

    @Test
    void saysWhichPathDoesNotExist() {
        Path missing = folder.resolve("nowhere");

        assertThatThrownBy(() -> Reading.of(missing))
                .isInstanceOf(LogProblemException.class)
                .hasMessageContaining(missing.toString());
    }

    @Test
    void followsNoLinksInAFolderButTheFolderItself() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Reading.file(real, "a.json", Reading.read("1", TIME));
        Files.createSymbolicLink(real.resolve("loop"), real);
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertThat(Reading.of(link).events()).hasSize(1);
    }

    @Test
    void readsGoogleCloudAuditLogs() {
        AccessEvent event = Reading.only(folder, """
                {"insertId":"g1","timestamp":"2026-03-04T05:06:07.123456Z",
                 "logName":"projects/lake/logs/cloudaudit.googleapis.com%2Fdata_access",
                 "resource":{"type":"gcs_bucket","labels":{"project_id":"lake","bucket_name":"raw","location":"eu"}},
                 "protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog",
                  "serviceName":"storage.googleapis.com","methodName":"storage.objects.get",
                  "resourceName":"projects/_/buckets/raw/objects/people/anna.json",
                  "authenticationInfo":{"principalEmail":"etl@lake.iam.gserviceaccount.com",
                   "serviceAccountKeyName":"//iam.googleapis.com/projects/lake/serviceAccounts/etl/keys/1"},
                  "requestMetadata":{"callerIp":"2001:db8:1:2::5","callerSuppliedUserAgent":"gl-python/3.12 gcloud-python"},
                  "authorizationInfo":[{"granted":true,"permission":"storage.objects.get"}],"status":{}}}""");

        assertThat(event.provider()).isEqualTo(Provider.GCP);
        assertThat(event.account()).isEqualTo("lake");
        assertThat(event.resources()).containsExactly("//storage.googleapis.com/raw");
        assertThat(event.access()).isEqualTo(AccessEvent.Access.READ);
        assertThat(event.principal().token()).matches("service:[0-9a-f]{10}");
        assertThat(event.network()).isEqualTo("2001:db8:1::/48");
    }

    @Test
    void readsAzureActivityInBothForms() {
        String diagnostic = """
                {"records":[{"time":"2026-03-04T05:06:07.1234567Z","resourceId":"/SUBSCRIPTIONS/S1/RESOURCEGROUPS/RG/PROVIDERS/MICROSOFT.STORAGE/STORAGEACCOUNTS/ACC/PROVIDERS/MICROSOFT.INSIGHTS/DIAGNOSTICSETTINGS/ALL",
                 "operationName":"MICROSOFT.INSIGHTS/DIAGNOSTICSETTINGS/DELETE","category":"Administrative","resultType":"Success",
                 "callerIpAddress":"198.51.100.20:4711","correlationId":"c1","location":"global",
                 "identity":{"claims":{"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn":"Anna@Example.org"}}}]}""";
        String rest = """
                {"eventDataId":"e2","eventTimestamp":"2026-03-04T05:06:09Z","operationName":{"value":"Microsoft.KeyVault/vaults/write"},
                 "status":{"value":"Failed"},"subStatus":{"value":"Forbidden"},"caller":"anna@example.org","subscriptionId":"s1",
                 "resourceId":"/subscriptions/s1/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/V/secrets/pin",
                 "httpRequest":{"clientIpAddress":"198.51.100.20"}}""";

        List<AccessEvent> events = Reading.of(
                        Reading.file(folder, "a.json", diagnostic), Reading.file(folder, "b.json", rest))
                .events();

        assertThat(events.get(0).resources())
                .containsExactly("/subscriptions/s1/resourcegroups/rg/providers/microsoft.storage/storageaccounts/acc");
        assertThat(events.get(0).id()).startsWith("c1/");
        assertThat(events.get(0).network()).isEqualTo("198.51.100.0/24");
        assertThat(events.get(1).resources())
                .containsExactly("/subscriptions/s1/resourcegroups/rg/providers/microsoft.keyvault/vaults/v");
        assertThat(events.get(1).outcome()).isEqualTo(AccessEvent.Outcome.DENIED);
        assertThat(events.get(0).principal().token())
                .isEqualTo(events.get(1).principal().token());
    }

    @Test
    void readsStorageResourceLogsDownToTheContainer() {
        AccessEvent event = Reading.only(folder, """
                {"time":"2026-03-04T05:06:07Z","category":"StorageRead","operationName":"GetBlob","statusCode":200,
                 "resourceId":"/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/acc/blobServices/default",
                 "uri":"https://acc.blob.core.windows.net:443/payroll/2026/a.csv?sv=1","callerIpAddress":"10.1.2.3:55",
                 "correlationId":"c","identity":{"type":"OAuth","requester":{"objectId":"o1","appId":"app1"}},
                 "properties":{"responseBodySize":2048}}""");

        assertThat(event.resources())
                .containsExactly("/subscriptions/s1/resourcegroups/rg/providers/microsoft.storage/storageaccounts/acc"
                        + "/blobservices/default/containers/payroll");
        assertThat(event.access()).isEqualTo(AccessEvent.Access.READ);
        assertThat(event.bytesOut()).isEqualTo(2048);
    }
}
