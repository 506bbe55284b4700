package dev.plumbline.scanner.aws.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.collect.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationDetailsTest {
    private static final String ALICE = """
            {"Path": "/", "UserName": "alice", "UserId": "AIDA", "Arn": "arn:aws:iam::111122223333:user/alice",
             "CreateDate": "2021-01-01T00:00:00Z", "GroupList": [], "AttachedManagedPolicies": [], "UserPolicyList": [],
             "Tags": [{"Key": "team", "Value": "data"}]}""";
    private static final String ANALYSTS = """
            {"Path": "/", "GroupName": "analysts", "GroupId": "AGPA", "Arn": "arn:aws:iam::111122223333:group/analysts",
             "CreateDate": "2021-01-01T00:00:00Z", "AttachedManagedPolicies": [], "GroupPolicyList":
             [{"PolicyName": "read", "PolicyDocument": {"Version": "2012-10-17", "Statement": []}}]}""";
    private static final String LOADER = """
            {"Path": "/", "RoleName": "loader", "RoleId": "AROA", "Arn": "arn:aws:iam::111122223333:role/loader",
             "CreateDate": "2021-01-01T00:00:00Z", "AssumeRolePolicyDocument": "%7B%22Statement%22%3A%5B%5D%7D",
             "RolePolicyList": [], "AttachedManagedPolicies": [], "InstanceProfileList": []}""";
    private static final String AWS_OWN = """
            {"PolicyName": "ReadOnlyAccess", "Arn": "arn:aws:iam::aws:policy/ReadOnlyAccess", "AttachmentCount": 1,
             "PolicyVersionList": []}""";

    @TempDir
    Path folder;

    @Test
    void everyEntryIsAResourceButForThePoliciesOfAws() throws IOException {
        Path file = write(
                "details.json", page(List.of(ALICE), List.of(ANALYSTS), List.of(LOADER), List.of(AWS_OWN), false));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(Items.NOON)));

        Estates estate = Estates.read(file);

        assertThat(estate.resources())
                .extracting(resource -> resource.id().value(), Resource::region, Resource::collectedAt)
                .containsExactly(
                        tuple("arn:aws:iam::111122223333:user/alice", "global", Instant.parse(Items.NOON)),
                        tuple("arn:aws:iam::111122223333:group/analysts", "global", Instant.parse(Items.NOON)),
                        tuple("arn:aws:iam::111122223333:role/loader", "global", Instant.parse(Items.NOON)),
                        tuple("arn:aws:iam::111122223333:root", "global", Instant.parse(Items.NOON)));
        assertThat(estate.only("aws.iam.user").tags()).isEqualTo(Map.of("team", "data"));
        assertThat(estate.only("aws.iam.group").config())
                .containsEntry("AttachedGroupPolicies", Map.of("AttachedPolicies", List.of()));
        assertThat(estate.coverage().complete()).isTrue();
    }

    @Test
    void documentsAreParsedWhetherEncodedOrNot() throws IOException {
        Estates estate = Estates.read(
                write("details.json", page(List.of(), List.of(ANALYSTS), List.of(LOADER), List.of(), false)));

        assertThat(estate.only("aws.iam.role").config())
                .containsEntry("AssumeRolePolicyDocument", Map.of("Statement", List.of()));
        assertThat(estate.only("aws.iam.group").config())
                .containsEntry(
                        "GroupPolicies",
                        Map.of(
                                "PolicyNames",
                                List.of("read"),
                                "Policies",
                                List.of(Map.of(
                                        "PolicyName",
                                        "read",
                                        "PolicyDocument",
                                        Map.of("Version", "2012-10-17", "Statement", List.of())))));
    }

    @Test
    void whatOnlyOtherCallsTellIsUnread() throws IOException {
        Resource alice = Estates.read(
                        write("details.json", page(List.of(ALICE), List.of(), List.of(), List.of(), false)))
                .only("aws.iam.user");

        assertThat(alice.unread())
                .contains(new Unread("config.LoginProfile", "iam:GetLoginProfile", "NotInAuthorizationDetails", ""))
                .extracting(Unread::path)
                .containsExactly(
                        "config.PasswordLastUsed",
                        "config.LoginProfile",
                        "config.MFADevices",
                        "config.AccessKeys",
                        "config.CredentialReport");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s%s", "%s\n%s\n", "[%s,\n%s]"})
    void pagesMayStandOneAfterTheOther(String shape) throws IOException {
        Path file = write(
                "pages.json",
                shape.formatted(
                        page(List.of(ALICE), List.of(), List.of(), List.of(), true),
                        page(List.of(), List.of(), List.of(LOADER), List.of(), false)));

        Estates estate = Estates.read(file);

        assertThat(estate.names("aws.iam.user")).containsExactly("alice");
        assertThat(estate.names("aws.iam.role")).containsExactly("loader");
        assertThat(estate.coverage().complete()).isTrue();
    }

    @Test
    void pagesMayStandInFilesOfTheirOwn() throws IOException {
        Path first = write("page-1.json", page(List.of(ALICE), List.of(), List.of(), List.of(), true));
        Path last = write("page-2.json", page(List.of(), List.of(), List.of(LOADER), List.of(), false));

        assertThat(Estates.read(first, last).coverage().complete()).isTrue();
    }

    @Test
    void thePageAtTheEndMayHoldNothingButPoliciesOfAws() throws IOException {
        Path first = write("page-1.json", page(List.of(ALICE), List.of(), List.of(), List.of(), true));
        Path last = write("page-2.json", page(List.of(), List.of(), List.of(), List.of(AWS_OWN), false));
        Path middle = write("page-3.json", page(List.of(), List.of(), List.of(), List.of(AWS_OWN), true));

        assertThat(Estates.read(first, last).coverage().complete()).isTrue();
        assertThat(Estates.read(first, middle).coverage().complete()).isFalse();
        assertThat(Estates.read(middle).coverage().complete()).isFalse();
    }

    @Test
    void aListingThatGoesOnLeavesEveryKindOpenAndSaysWhatToDo() throws IOException {
        Estates estate =
                Estates.read(write("page-1.json", page(List.of(ALICE), List.of(), List.of(), List.of(), true)));

        assertThat(estate.coverage().gaps())
                .extracting(gap -> gap.type().value(), Coverage.Entry::status)
                .containsExactly(
                        tuple("aws.iam.group", Coverage.Status.NOT_READ),
                        tuple("aws.iam.policy", Coverage.Status.NOT_READ),
                        tuple("aws.iam.role", Coverage.Status.NOT_READ),
                        tuple("aws.iam.user", Coverage.Status.PARTIAL));
        assertThat(estate.coverage().gaps())
                .allSatisfy(gap -> assertThat(gap.cause()).contains("IsTruncated", "give the pages that follow"));
    }

    @Test
    void anEntryWithoutArnIsNamedAndTheRestIsRead() throws IOException {
        Estates estate = Estates.read(write(
                "details.json",
                page(List.of("{\"UserName\": \"eve\"}", "7", ALICE), List.of(), List.of(), List.of(), false)));

        assertThat(estate.names("aws.iam.user")).containsExactly("alice");
        assertThat(estate.problems()).hasSize(2);
        assertThat(estate.problems().getFirst()).contains("details.json: byte ", "'Arn'");
        assertThat(estate.coverage().complete()).isFalse();
    }

    @Test
    void aSnapshotThatIsNewerThanTheListingCounts() throws IOException {
        Path details = write("details.json", page(List.of(), List.of(), List.of(LOADER), List.of(), false));
        Files.setLastModifiedTime(details, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Path snapshot = Items.snapshot(
                folder.resolve("snapshot.json"),
                Items.item(
                        "AWS::IAM::Role",
                        "global",
                        "arn:aws:iam::111122223333:role/loader",
                        Items.NOON,
                        "{\"roleName\": \"loader\", \"path\": \"/new/\"}",
                        "{}"));

        assertThat(Estates.read(snapshot, details).only("aws.iam.role").config())
                .containsEntry("Path", "/new/");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String page(
            List<String> users, List<String> groups, List<String> roles, List<String> policies, boolean truncated) {
        return """
                {"UserDetailList": [%s], "GroupDetailList": [%s], "RoleDetailList": [%s], "Policies": [%s],
                 "IsTruncated": %s}""".formatted(
                        String.join(",", users),
                        String.join(",", groups),
                        String.join(",", roles),
                        String.join(",", policies),
                        truncated);
    }
}
