package dev.plumbline.scanner.aws.export;

import static dev.plumbline.scanner.aws.export.Items.NOON;
import static dev.plumbline.scanner.aws.export.Items.accountBlock;
import static dev.plumbline.scanner.aws.export.Items.bucket;
import static dev.plumbline.scanner.aws.export.Items.deleted;
import static dev.plumbline.scanner.aws.export.Items.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.inventory.ResourceJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSnapshotTest {
    private static final String EARLIER = "2026-03-01T12:00:00.000Z";
    private static final String LATER = "2026-03-03T12:00:00.000Z";

    @TempDir
    Path folder;

    @Test
    void aResourceHasTheNameIdTagsAndTimeOfItsItem() throws IOException {
        Resource bucket =
                Estates.read(snapshot(bucket("ledger", NOON, "Enabled"))).only("aws.s3.bucket");

        assertThat(bucket.account().value()).isEqualTo("111122223333");
        assertThat(bucket.region()).isEqualTo("eu-west-1");
        assertThat(bucket.id().value()).isEqualTo("arn:aws:s3:::ledger");
        assertThat(bucket.name()).isEqualTo("ledger");
        assertThat(bucket.tags()).isEqualTo(Map.of("team", "data"));
        assertThat(bucket.collectedAt()).isEqualTo(Instant.parse(NOON));
        assertThat(bucket.config())
                .containsEntry("Name", "ledger")
                .containsEntry("CreationDate", "2024-02-03T04:05:06Z")
                .doesNotContainKey("Owner");
    }

    @Test
    void ofSeveralVersionsTheNewestCountsWhereverItStands() throws IOException {
        Path one = Items.snapshot(
                folder.resolve("one"), bucket("ledger", NOON, "Enabled"), bucket("ledger", EARLIER, "Off"));
        Path two = Items.history(folder.resolve("two"), bucket("ledger", LATER, "Suspended"));

        Resource bucket = Estates.read(one, two).only("aws.s3.bucket");

        assertThat(bucket.config().get("BucketVersioning")).isEqualTo(Map.of("Status", "Suspended"));
    }

    @Test
    void whatWasDeletedIsLeftOutUnlessItWasMadeAgain() throws IOException {
        Estates estate = Estates.read(snapshot(
                bucket("gone", NOON, "Enabled"),
                deleted("AWS::S3::Bucket", "gone", LATER),
                deleted("AWS::S3::Bucket", "back", EARLIER),
                bucket("back", NOON, "Enabled")));

        assertThat(estate.names("aws.s3.bucket")).containsExactly("back");
        assertThat(estate.coverage().gaps()).isEmpty();
    }

    @Test
    void whatASnapshotDoesNotHoldIsUnreadAndSaysSo() throws IOException {
        Resource bucket =
                Estates.read(snapshot(bucket("ledger", NOON, "Enabled"))).only("aws.s3.bucket");

        assertThat(bucket.unread())
                .contains(
                        new Unread("config.BucketPolicyStatus", "s3:GetBucketPolicyStatus", "NotInConfigSnapshot", ""))
                .extracting(Unread::path)
                .contains("config.BucketOwnershipControls", "config.BucketPolicy", "config.BucketEncryption")
                .doesNotContain("config.BucketVersioning");
        assertThat(bucket.unread().getFirst().sentence()).contains("is not in an AWS Config snapshot");
    }

    @Test
    void leavesOutMeansNoneOnlyWhereConfigIsKnownToWriteItSo() throws IOException {
        Resource late = Estates.read(snapshot(bucket("ledger", NOON, "Off"))).only("aws.s3.bucket");
        Resource early = Estates.read(snapshot(bucket("ledger", "2018-06-01T00:00:00.000Z", "Off")))
                .only("aws.s3.bucket");

        assertThat(late.config())
                .containsEntry("PublicAccessBlock", null)
                .containsEntry("BucketLifecycleConfiguration", null)
                .containsEntry("BucketVersioning", Map.of());
        assertThat(early.config()).doesNotContainKey("PublicAccessBlock");
        assertThat(early.unread()).extracting(Unread::path).contains("config.PublicAccessBlock");
    }

    @Test
    void aGranteeThatNobodyHasDescribedLeavesTheAclUnread() throws IOException {
        String acl =
                "{\"AccessControlList\": {\"grantList\": [{\"grantee\": \"Everybody\", \"permission\": \"Read\"}]}}";

        Resource bucket = Estates.read(
                        snapshot(item("AWS::S3::Bucket", "arn:aws:s3:::odd", "{\"name\": \"odd\"}", acl)))
                .only("aws.s3.bucket");

        assertThat(bucket.config()).doesNotContainKey("BucketAcl");
        assertThat(bucket.unread()).contains(new Unread("config.BucketAcl", "s3:GetBucketAcl", "MalformedAnswer", ""));
    }

    @Test
    void theAccountIsMadeOfWhatIsThere() throws IOException {
        Resource account = Estates.read(snapshot(accountBlock(true), bucket("ledger", NOON, "Off")))
                .only("aws.account");

        assertThat(account.id().value()).isEqualTo("arn:aws:iam::111122223333:root");
        assertThat(account.config())
                .isEqualTo(Map.of(
                        "PublicAccessBlock",
                        Map.of(
                                "PublicAccessBlockConfiguration",
                                Map.of(
                                        "BlockPublicAcls", true,
                                        "IgnorePublicAcls", true,
                                        "BlockPublicPolicy", true,
                                        "RestrictPublicBuckets", true))));
        assertThat(account.unread())
                .extracting(Unread::path)
                .containsExactly(
                        "config.CallerIdentity",
                        "config.AccountPasswordPolicy",
                        "config.AccountSummary",
                        "config.CredentialReport");
    }

    @Test
    void withoutItsItemTheAccountsBlockIsUnread() throws IOException {
        Resource account = Estates.read(snapshot(bucket("ledger", NOON, "Off"))).only("aws.account");

        assertThat(account.config()).isEmpty();
        assertThat(account.unread()).extracting(Unread::path).contains("config.PublicAccessBlock");
    }

    @Test
    void coverageCountsEachTypeWhereItIsAndNamesThoseThatAreNotRead() throws IOException {
        Estates estate = Estates.read(snapshot(
                bucket("one", NOON, "Off"),
                bucket("two", NOON, "Off"),
                item("AWS::EC2::Subnet", "arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1", "{}", "{}"),
                item("AWS::S3::AccessPoint", "arn:aws:s3:eu-west-1:111122223333:accesspoint/a", "{}", "{}")));

        assertThat(estate.coverage().entries())
                .extracting(
                        entry -> entry.type().value(),
                        Coverage.Entry::region,
                        Coverage.Entry::status,
                        Coverage.Entry::resources)
                .containsExactlyInAnyOrder(
                        tuple("aws.s3.bucket", "eu-west-1", Coverage.Status.READ, 2L),
                        tuple("aws.account", "global", Coverage.Status.READ, 1L),
                        tuple("aws.ec2.subnet", "eu-west-1", Coverage.Status.NOT_OFFERED, 0L),
                        tuple("aws.s3.accesspoint", "eu-west-1", Coverage.Status.NOT_READ, 0L));
        assertThat(estate.coverage().gaps().getFirst().cause()).contains("1 items of AWS::S3::AccessPoint");
    }

    @Test
    void aHistoryIsNotTheWholeUntilASnapshotStandsBesideIt() throws IOException {
        Path history = Items.history(folder.resolve("history"), bucket("ledger", NOON, "Off"));
        Path whole = Items.snapshot(folder.resolve("whole"), bucket("ledger", EARLIER, "Off"));

        Coverage alone = Estates.read(history).coverage();

        assertThat(alone.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.status()).isEqualTo(Coverage.Status.PARTIAL);
            assertThat(gap.cause()).contains("holds only what changed");
        });
        assertThat(Estates.read(history, whole).coverage().complete()).isTrue();
    }

    @Test
    void anItemThatCannotBeUsedIsNamedByItsPlaceAndTheRestIsRead() throws IOException {
        Path file = snapshot(
                bucket("one", NOON, "Off"),
                "{\"resourceType\": \"AWS::S3::Bucket\"}",
                "17",
                bucket("two", "last Tuesday", "Off"),
                bucket("three", NOON, "Off"));

        Estates estate = Estates.read(file);

        assertThat(estate.names("aws.s3.bucket")).containsExactly("one", "three");
        assertThat(estate.problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem).matches("(?s).*snapshot.json: byte \\d+: .*"));
        assertThat(estate.problems().get(2)).contains("configurationItemCaptureTime");
        assertThat(estate.coverage().gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.cause()).contains("3 items of"));
    }

    @Test
    void anItemTooLargeToBeOneIsPassedOver() throws IOException {
        String numbers = "1234567,".repeat((int) JsonFile.MAX_ITEM_BYTES / 8) + "0";

        Estates estate = Estates.read(snapshot(
                bucket("one", NOON, "Off"),
                "{\"configuration\": {\"deep\": [[" + numbers + "], {\"a\": 1}]}}",
                bucket("two", NOON, "Off")));

        assertThat(estate.names("aws.s3.bucket")).containsExactly("one", "two");
        assertThat(estate.problems())
                .singleElement()
                .asString()
                .contains("an item must be an object of at most 16,777,216 bytes");
    }

    @Test
    void aFileWithNothingUsableIsAGapOfItsOwn() throws IOException {
        Path torn = Files.writeString(
                folder.resolve("torn.json"), "{\"configSnapshotId\": \"1\", \"configurationItems\": [{\"a\":");

        Estates estate = Estates.read(torn);

        assertThat(estate.resources()).isEmpty();
        assertThat(estate.coverage().complete()).isFalse();
        assertThat(estate.problems().getFirst()).contains("cut off or damaged");
    }

    @Test
    void tellsAnExportByWhatItHolds() throws IOException {
        Path plain = snapshot(bucket("ledger", NOON, "Off"));
        Path packed = Items.gzipped(plain, folder.resolve("no-such-suffix"));
        Path ours = Files.writeString(
                folder.resolve("configSnapshotId.json.gz"),
                ResourceJson.write(Estates.read(plain).only("aws.s3.bucket")) + "\n");

        assertThat(AwsExports.recognises(plain)).isTrue();
        assertThat(AwsExports.recognises(packed)).isTrue();
        assertThat(AwsExports.recognises(ours)).isFalse();
        assertThat(AwsExports.recognises(folder.resolve("missing"))).isFalse();
        assertThat(Estates.read(packed)).isEqualTo(Estates.read(plain));
    }

    @Test
    void readsWhatTheApiAnswersToo() throws IOException {
        Path answer = Files.writeString(folder.resolve("answer.json"), """
                {"configurationItems": [{"version": "1.3", "accountId": "111122223333", "arn": "arn:aws:s3:::ledger",
                  "configurationItemCaptureTime": 1772452800.5, "configurationItemStatus": "OK",
                  "resourceType": "AWS::S3::Bucket", "resourceId": "ledger", "awsRegion": "us-east-1",
                  "configuration": "{\\"name\\":\\"ledger\\",\\"creationDate\\":\\"2024-02-03T04:05:06.000Z\\"}",
                  "supplementaryConfiguration": {"BucketPolicy": "{\\"policyText\\":null}", "AccessControlList":
                    "\\"{\\\\\\"grantSet\\\\\\":null,\\\\\\"grantList\\\\\\":[],\\\\\\"owner\\\\\\":{\\\\\\"id\\\\\\":\\\\\\"75aa\\\\\\"}}\\""}}]}
                """);

        Resource bucket = Estates.read(answer).only("aws.s3.bucket");

        assertThat(bucket.collectedAt()).isEqualTo(Instant.ofEpochMilli(1_772_452_800_500L));
        assertThat(bucket.config())
                .containsEntry("Name", "ledger")
                .containsEntry("BucketPolicy", null)
                .containsEntry("BucketLocation", Map.of())
                .containsEntry("BucketAcl", Map.of("Owner", Map.of("ID", "75aa"), "Grants", List.of()));
    }

    @Test
    void valuesOfEnvironmentVariablesStayOut() throws IOException {
        String function = """
                {"functionName": "loader", "functionArn": "arn:aws:lambda:eu-west-1:111122223333:function:loader",
                 "environment": {"variables": {"dbPassword": "hunter2", "STAGE": "prod"}, "error": null},
                 "kmskeyArn": "arn:aws:kms:eu-west-1:111122223333:key/1", "state": {"value": "Active"}}""";

        Resource loader = Estates.read(snapshot(item(
                        "AWS::Lambda::Function",
                        "arn:aws:lambda:eu-west-1:111122223333:function:loader",
                        function,
                        "{}")))
                .only("aws.lambda.function");

        assertThat(ResourceJson.write(loader)).doesNotContain("hunter2").doesNotContain("prod");
        assertThat(loader.config())
                .containsEntry(
                        "Environment", Map.of("Variables", Map.of("dbPassword", "(redacted)", "STAGE", "(redacted)")))
                .containsEntry("KMSKeyArn", "arn:aws:kms:eu-west-1:111122223333:key/1")
                .containsEntry("State", "Active");
    }

    private Path snapshot(String... items) throws IOException {
        return Items.snapshot(folder.resolve("snapshot.json"), items);
    }
}
