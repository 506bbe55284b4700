package dev.plumbline.scanner.aws.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.language.Judgement;
import dev.plumbline.rules.language.RuleEngine;
import dev.plumbline.rules.language.RulePack;
import dev.plumbline.rules.language.Verdict;
import dev.plumbline.rules.resource.Account;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.inventory.ResourceJson;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same thing told by the live collectors and by an export: no rule may judge it differently. */
class SameVerdictsTest {
    private static final RuleEngine ENGINE = new RuleEngine(RulePack.builtIn());
    private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String OPEN = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::full/*\"}]}";
    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"AWS\":\"*\"},\"Action\":\"sts:AssumeRole\"}]}";
    private static final String ADMIN =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
    private static final Set<String> USER_GAPS =
            Set.of("aws-iam-access-key-age", "aws-iam-user-mfa", "aws-iam-user-unused-credentials");

    @TempDir
    Path folder;

    /**
     * @param live what collectors give as {@code config}
     * @param export the same thing in the words of a file of AWS
     * @param open rules that the export has no answer for
     */
    record Told(String what, String type, String id, String live, String export, Set<String> open) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Told> things() {
        return Stream.of(
                bucketWithEverything(),
                bucketWithNothing(),
                new Told(
                        "a user in a snapshot",
                        "aws.iam.user",
                        "arn:aws:iam::111122223333:user/alice",
                        user(),
                        iam("User", "user/alice", """
                                {"path": "/", "userName": "alice", "userId": "AIDA", "arn": "arn:aws:iam::111122223333:user/alice",
                                 "createDate": "2021-01-01T00:00:00.000Z", "groupList": ["analysts"], "tags": [],
                                 "attachedManagedPolicies": [{"policyName": "ReadOnlyAccess",
                                   "policyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}],
                                 "userPolicyList": [{"policyName": "inline", "policyDocument": "%s"}]}""".formatted(encoded(ADMIN))),
                        USER_GAPS),
                new Told(
                        "a user in authorization details",
                        "aws.iam.user",
                        "arn:aws:iam::111122223333:user/alice",
                        user(),
                        details("UserDetailList", """
                                {"Path": "/", "UserName": "alice", "UserId": "AIDA", "Arn": "arn:aws:iam::111122223333:user/alice",
                                 "CreateDate": "2021-01-01T00:00:00+00:00", "GroupList": ["analysts"], "Tags": [],
                                 "AttachedManagedPolicies": [{"PolicyName": "ReadOnlyAccess",
                                   "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}],
                                 "UserPolicyList": [{"PolicyName": "inline", "PolicyDocument": %s}]}""".formatted(ADMIN)),
                        USER_GAPS),
                new Told(
                        "a role in a snapshot",
                        "aws.iam.role",
                        "arn:aws:iam::111122223333:role/loader",
                        role(),
                        iam("Role", "role/loader", """
                                {"path": "/", "roleName": "loader", "roleId": "AROA", "arn": "arn:aws:iam::111122223333:role/loader",
                                 "createDate": "2022-01-01T00:00:00.000Z", "assumeRolePolicyDocument": "%s",
                                 "instanceProfileList": [], "rolePolicyList": [], "attachedManagedPolicies": [],
                                 "permissionsBoundary": null, "roleLastUsed": null, "tags": []}""".formatted(encoded(TRUST))),
                        Set.of()),
                new Told(
                        "a role in authorization details",
                        "aws.iam.role",
                        "arn:aws:iam::111122223333:role/loader",
                        role(),
                        details("RoleDetailList", """
                                {"Path": "/", "RoleName": "loader", "RoleId": "AROA", "Arn": "arn:aws:iam::111122223333:role/loader",
                                 "CreateDate": "2022-01-01T00:00:00Z", "AssumeRolePolicyDocument": "%s",
                                 "InstanceProfileList": [], "RolePolicyList": [], "AttachedManagedPolicies": []}""".formatted(encoded(TRUST))),
                        Set.of()),
                new Told(
                        "a policy in a snapshot",
                        "aws.iam.policy",
                        "arn:aws:iam::111122223333:policy/everything",
                        policy(),
                        iam("Policy", "policy/everything", """
                                {"policyName": "everything", "policyId": "ANPA", "path": "/", "defaultVersionId": "v2",
                                 "arn": "arn:aws:iam::111122223333:policy/everything", "attachmentCount": 1,
                                 "isAttachable": true, "description": null, "policyVersionList": [
                                  {"document": "%s", "versionId": "v1", "isDefaultVersion": false},
                                  {"document": "%s", "versionId": "v2", "isDefaultVersion": true}]}""".formatted(encoded(OPEN), encoded(ADMIN))),
                        Set.of()),
                new Told(
                        "a policy in authorization details",
                        "aws.iam.policy",
                        "arn:aws:iam::111122223333:policy/everything",
                        policy(),
                        details("Policies", """
                                {"PolicyName": "everything", "PolicyId": "ANPA", "Path": "/", "DefaultVersionId": "v2",
                                 "Arn": "arn:aws:iam::111122223333:policy/everything", "AttachmentCount": 1,
                                 "IsAttachable": true, "PolicyVersionList": [
                                  {"Document": %s, "VersionId": "v2", "IsDefaultVersion": true}]}""".formatted(ADMIN)),
                        Set.of()),
                key());
    }

    private static Told bucketWithEverything() {
        return new Told(
                "a bucket with everything",
                "aws.s3.bucket",
                "arn:aws:s3:::full",
                """
                {"Name": "full", "CreationDate": "2024-02-03T04:05:06Z", "BucketLocation": {"LocationConstraint": "eu-west-1"},
                 "BucketPolicy": {"Policy": %s}, "BucketTagging": {"TagSet": [{"Key": "team", "Value": "data"}]},
                 "BucketAcl": {"Owner": {"ID": "75aa"}, "Grants": [
                   {"Grantee": {"ID": "75aa", "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"},
                   {"Grantee": {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AllUsers"}, "Permission": "READ"}]},
                 "PublicAccessBlock": {"PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "IgnorePublicAcls": false,
                   "BlockPublicPolicy": true, "RestrictPublicBuckets": false}},
                 "BucketEncryption": {"ServerSideEncryptionConfiguration": {"Rules": [{"ApplyServerSideEncryptionByDefault":
                   {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "1234"}, "BucketKeyEnabled": true}]}},
                 "BucketVersioning": {"Status": "Enabled", "MFADelete": "Disabled"},
                 "BucketLogging": {"LoggingEnabled": {"TargetBucket": "logs", "TargetPrefix": "full/"}},
                 "BucketLifecycleConfiguration": {"Rules": [
                   {"ID": "old", "Status": "Enabled", "Filter": {}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}},
                   {"ID": "docs", "Status": "Enabled", "Filter": {"And": {"Prefix": "docs/", "Tags": [{"Key": "a", "Value": "b"}]}},
                    "Expiration": {"Days": 60}, "NoncurrentVersionExpiration": {"NoncurrentDays": 545},
                    "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}],
                    "NoncurrentVersionTransitions": [{"StorageClass": "GLACIER", "NoncurrentDays": 180}]}]},
                 "ObjectLockConfiguration": {"ObjectLockConfiguration": {"ObjectLockEnabled": "Enabled",
                   "Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": 30}}}},
                 "BucketCors": {"CORSRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "ExposeHeaders": ["ETag"]}]},
                 "BucketNotificationConfiguration": {}, "BucketWebsite": null, "BucketReplication": null,
                 "BucketPolicyStatus": {"PolicyStatus": {"IsPublic": true}},
                 "BucketOwnershipControls": {"OwnershipControls": {"Rules": [{"ObjectOwnership": "ObjectWriter"}]}}}""".formatted(OPEN),
                bucket("full", """
                {"BucketPolicy": {"policyText": "%s"}, "BucketTaggingConfiguration": {"tagSets": [{"tags": {"team": "data"}}]},
                 "AccessControlList": "{\\"grantSet\\": null, \\"grantList\\": [{\\"grantee\\": {\\"id\\": \\"75aa\\", \\"displayName\\": null}, \\"permission\\": \\"FullControl\\"}, {\\"grantee\\": \\"AllUsers\\", \\"permission\\": \\"Read\\"}], \\"owner\\": {\\"displayName\\": null, \\"id\\": \\"75aa\\"}}",
                 "PublicAccessBlockConfiguration": {"blockPublicAcls": true, "ignorePublicAcls": false,
                   "blockPublicPolicy": true, "restrictPublicBuckets": false},
                 "ServerSideEncryptionConfiguration": {"rules": [{"applyServerSideEncryptionByDefault":
                   {"sseAlgorithm": "aws:kms", "kmsMasterKeyID": "1234"}, "bucketKeyEnabled": true}]},
                 "BucketVersioningConfiguration": {"status": "Enabled", "isMfaDeleteEnabled": false},
                 "BucketLoggingConfiguration": {"destinationBucketName": "logs", "logFilePrefix": "full/"},
                 "BucketLifecycleConfiguration": {"rules": [
                   {"id": "old", "prefix": null, "status": "Enabled", "filter": {"predicate": null}, "expirationInDays": -1,
                    "expiredObjectDeleteMarker": false, "noncurrentVersionExpirationInDays": -1, "expirationDate": null,
                    "transitions": null, "noncurrentVersionTransitions": null,
                    "abortIncompleteMultipartUpload": {"daysAfterInitiation": 7}},
                   {"id": "docs", "prefix": null, "status": "Enabled", "filter": {"predicate": {"type": "LifecycleAndOperator",
                     "operands": [{"type": "LifecyclePrefixPredicate", "prefix": "docs/"},
                       {"type": "LifecycleTagPredicate", "tag": {"key": "a", "value": "b"}}]}}, "expirationInDays": 60,
                    "expiredObjectDeleteMarker": false, "noncurrentVersionExpirationInDays": 545, "expirationDate": null,
                    "transitions": [{"days": 30, "date": null, "storageClass": "STANDARD_IA"}],
                    "noncurrentVersionTransitions": [{"days": 180, "storageClass": "GLACIER"}],
                    "abortIncompleteMultipartUpload": null}]},
                 "ObjectLockConfiguration": {"objectLockEnabled": "Enabled", "rule": {"defaultRetention":
                   {"mode": "COMPLIANCE", "days": 30, "years": null}}},
                 "BucketCrossOriginConfiguration": {"rules": [{"id": null, "allowedMethods": ["GET"], "allowedOrigins": ["*"],
                   "exposedHeaders": ["ETag"]}]},
                 "BucketNotificationConfiguration": {"configurations": {}}, "IsRequesterPaysEnabled": false}""".formatted(OPEN.replace("\"", "\\\""))),
                Set.of("aws-s3-bucket-acl-disabled"));
    }

    private static Told bucketWithNothing() {
        return new Told(
                "a bucket with nothing",
                "aws.s3.bucket",
                "arn:aws:s3:::bare",
                """
                {"Name": "bare", "CreationDate": "2024-02-03T04:05:06Z", "BucketLocation": {"LocationConstraint": "eu-west-1"},
                 "BucketPolicy": null, "BucketTagging": {"TagSet": [{"Key": "team", "Value": "data"}]},
                 "BucketAcl": {"Owner": {"ID": "75aa"}, "Grants": [
                   {"Grantee": {"ID": "75aa", "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"}]},
                 "PublicAccessBlock": null, "BucketVersioning": {}, "BucketLogging": {}, "BucketLifecycleConfiguration": null,
                 "BucketCors": null, "BucketNotificationConfiguration": {}, "BucketWebsite": null, "BucketReplication": null,
                 "BucketEncryption": {"ServerSideEncryptionConfiguration": {"Rules": [
                   {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": false}]}},
                 "ObjectLockConfiguration": null, "BucketPolicyStatus": null, "BucketOwnershipControls": null}""",
                bucket("bare", """
                {"BucketPolicy": "{\\"policyText\\":null}", "BucketLoggingConfiguration": "{\\"destinationBucketName\\":null}",
                 "AccessControlList": "\\"{\\\\\\"grantSet\\\\\\":null,\\\\\\"grantList\\\\\\":[{\\\\\\"grantee\\\\\\":{\\\\\\"id\\\\\\":\\\\\\"75aa\\\\\\"},\\\\\\"permission\\\\\\":\\\\\\"FullControl\\\\\\"}],\\\\\\"owner\\\\\\":{\\\\\\"id\\\\\\":\\\\\\"75aa\\\\\\"}}\\"",
                 "BucketVersioningConfiguration": "{\\"status\\":\\"Off\\",\\"isMfaDeleteEnabled\\":null}",
                 "ServerSideEncryptionConfiguration": "{\\"rules\\":[{\\"applyServerSideEncryptionByDefault\\":{\\"sseAlgorithm\\":\\"AES256\\",\\"kmsMasterKeyID\\":null},\\"bucketKeyEnabled\\":false}]}",
                 "BucketNotificationConfiguration": "{\\"configurations\\":{}}"}"""),
                Set.of("aws-s3-bucket-acl-disabled", "aws-s3-bucket-mfa-delete"));
    }

    private static Told key() {
        String policy = TRUST.replace("sts:AssumeRole", "kms:Decrypt").replace("}]}", ",\"Resource\":\"*\"}]}");
        return new Told(
                "a key in a snapshot",
                "aws.kms.key",
                KEY,
                """
                {"KeyId": "1234abcd-12ab-34cd-56ef-1234567890ab", "Arn": "%s", "AWSAccountId": "111122223333",
                 "KeyManager": "CUSTOMER", "KeySpec": "SYMMETRIC_DEFAULT", "CustomerMasterKeySpec": "SYMMETRIC_DEFAULT",
                 "KeyUsage": "ENCRYPT_DECRYPT", "KeyState": "Enabled", "Origin": "AWS_KMS", "Enabled": true,
                 "CreationDate": "2021-05-20T18:12:43.927Z", "KeyRotationStatus": {"KeyRotationEnabled": false},
                 "KeyPolicy": {"Policy": %s}, "Aliases": {"Aliases": []}, "Grants": {"Grants": []},
                 "ResourceTags": {"Tags": [{"TagKey": "team", "TagValue": "data"}]}}""".formatted(KEY, policy),
                Items.item("AWS::KMS::Key", KEY, """
                {"customerMasterKeySpec": "SYMMETRIC_DEFAULT", "keyState": "Enabled", "origin": "AWS_KMS", "enabled": true,
                 "keyId": "1234abcd-12ab-34cd-56ef-1234567890ab", "creationDate": "2021-05-20T18:12:43.927Z", "deletionDate": null,
                 "keyManager": "CUSTOMER", "keyUsage": "ENCRYPT_DECRYPT", "arn": "%s", "awsaccountId": "111122223333"}""".formatted(KEY), """
                {"Policy": "%s", "KeyRotationStatus": false, "Tags": [{"tagKey": "team", "tagValue": "data"}]}""".formatted(policy.replace("\"", "\\\""))),
                Set.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("things")
    void noRuleJudgesThemDifferently(Told told) throws IOException {
        Resource live = live(told);
        Resource exported = exported(told);

        Map<String, Verdict> expected = verdicts(live);
        Map<String, Verdict> given = verdicts(exported);

        Set<String> open = new TreeSet<>();
        given.forEach((rule, verdict) -> {
            if (verdict instanceof Verdict.NotAssessed) {
                open.add(rule);
            } else {
                assertThat(verdict).as(rule).hasSameClassAs(expected.get(rule));
            }
        });
        assertThat(given).isNotEmpty();
        assertThat(given.keySet()).isEqualTo(expected.keySet());
        assertThat(open).isEqualTo(told.open());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("things")
    void everyAnswerIsTheSameOrUnread(Told told) throws IOException {
        Resource live = live(told);
        Resource exported = exported(told);

        Set<String> unread = new TreeSet<>();
        exported.unread().forEach(gap -> unread.add(gap.path().substring("config.".length())));
        live.config().forEach((key, answer) -> {
            if (!unread.contains(key)) {
                assertThat(exported.config()).as(key).containsEntry(key, answer);
            }
        });
        assertThat(live.config().keySet()).containsAll(exported.config().keySet());
    }

    private static Resource live(Told told) {
        return new Resource(
                Cloud.AWS,
                new AccountId(Items.ACCOUNT),
                "global",
                new ResourceType(told.type()),
                new ResourceId(told.id()),
                ConfigType.lastPart(told.id()),
                Map.of("team", "data"),
                ResourceJson.tree(told.live()),
                List.of(),
                Instant.parse(Items.NOON));
    }

    private Resource exported(Told told) throws IOException {
        return Estates.read(Files.writeString(
                        folder.resolve("export.json"),
                        told.export().contains("resourceType")
                                ? "{\"configSnapshotId\": \"1\", \"configurationItems\": [%s]}".formatted(told.export())
                                : told.export()))
                .only(told.type());
    }

    private static Map<String, Verdict> verdicts(Resource resource) {
        Account account = new Account(ResourceJson.tree("{\"PublicAccessBlock\": null}"), List.of());
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (Judgement judgement : ENGINE.judge(resource, account)) {
            verdicts.put(judgement.rule().id().value(), judgement.verdict());
        }
        return verdicts;
    }

    private static String bucket(String name, String supplement) {
        return Items.item(
                "AWS::S3::Bucket",
                "arn:aws:s3:::" + name,
                "{\"name\": \"%s\", \"owner\": {\"id\": \"75aa\"}, \"creationDate\": \"2024-02-03T04:05:06.000Z\"}"
                        .formatted(name),
                supplement);
    }

    private static String iam(String kind, String name, String configuration) {
        return Items.item("AWS::IAM::" + kind, "arn:aws:iam::111122223333:" + name, configuration, "{}");
    }

    private static String details(String list, String entry) {
        return "{\"UserDetailList\": [], \"%s\": [%s], \"IsTruncated\": false}".formatted(list, entry);
    }

    private static String user() {
        return """
                {"Path": "/", "UserName": "alice", "UserId": "AIDA", "Arn": "arn:aws:iam::111122223333:user/alice",
                 "CreateDate": "2021-01-01T00:00:00Z", "PasswordLastUsed": "2026-02-01T00:00:00Z",
                 "LoginProfile": {"LoginProfile": {"UserName": "alice"}}, "MFADevices": {"MFADevices": []},
                 "AccessKeys": {"AccessKeyMetadata": []}, "CredentialReport": {"password_enabled": "false",
                 "access_key_1_active": "false", "access_key_2_active": "false"},
                 "AttachedUserPolicies": {"AttachedPolicies": [{"PolicyName": "ReadOnlyAccess",
                   "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}]},
                 "UserPolicies": {"PolicyNames": ["inline"], "Policies": [{"PolicyName": "inline", "PolicyDocument": %s}]},
                 "GroupsForUser": {"Groups": [{"GroupName": "analysts"}]}}""".formatted(ADMIN);
    }

    private static String role() {
        return """
                {"Path": "/", "RoleName": "loader", "RoleId": "AROA", "Arn": "arn:aws:iam::111122223333:role/loader",
                 "CreateDate": "2022-01-01T00:00:00Z", "AssumeRolePolicyDocument": %s, "InstanceProfileList": [],
                 "RoleLastUsed": {}, "AttachedRolePolicies": {"AttachedPolicies": []},
                 "RolePolicies": {"PolicyNames": [], "Policies": []}}""".formatted(TRUST);
    }

    private static String policy() {
        return """
                {"PolicyName": "everything", "PolicyId": "ANPA", "Path": "/", "DefaultVersionId": "v2",
                 "Arn": "arn:aws:iam::111122223333:policy/everything", "AttachmentCount": 1, "IsAttachable": true,
                 "PolicyVersion": {"PolicyVersion": {"Document": %s, "VersionId": "v2", "IsDefaultVersion": true}}}""".formatted(ADMIN);
    }

    private static String encoded(String document) {
        return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
