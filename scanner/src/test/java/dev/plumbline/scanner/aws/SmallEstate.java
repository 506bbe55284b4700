package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.collect.Collector;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An account with two buckets (one with everything set, one with nothing), two users, one role, one policy and three
 * keys of which one cannot rotate, and nothing of any other type, told to a {@link LoopbackAws} in the words of the API
 * reference.
 */
final class SmallEstate {
    static final String ACCOUNT = "111122223333";
    static final String KEY = "1234abcd-12ab-34cd-56ef-1234567890ab";
    static final String SIGNING_KEY = "5678abcd-12ab-34cd-56ef-1234567890ab";
    private static final String IAM = "arn:aws:iam::%s:".formatted(ACCOUNT);

    private static final Set<String> TYPES =
            Set.of("aws.account", "aws.s3.bucket", "aws.iam.user", "aws.iam.role", "aws.iam.policy", "aws.kms.key");

    private SmallEstate() {}

    /** Those that find something here. */
    static List<Collector> collectors(AwsScanner scanner) {
        return scanner.collectors().stream()
                .filter(collector -> TYPES.contains(collector.resourceType().value()))
                .toList();
    }

    static LoopbackAws tell(LoopbackAws aws) {
        account(aws);
        buckets(aws);
        users(aws);
        rolesAndPolicies(aws);
        keys(aws);
        return aws.otherwise(SampleAnswers::empty);
    }

    private static void account(LoopbackAws aws) {
        identity(aws);
        aws.when("s3control:GetPublicAccessBlock", Answer.ok("""
                <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>
                <IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>false</BlockPublicPolicy>
                <RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>"""));
        aws.when("iam:GetAccountPasswordPolicy", xml("GetAccountPasswordPolicy", """
                <PasswordPolicy><MinimumPasswordLength>14</MinimumPasswordLength>
                <RequireSymbols>true</RequireSymbols><ExpirePasswords>false</ExpirePasswords></PasswordPolicy>"""));
        aws.when("iam:GetAccountSummary", xml("GetAccountSummary", """
                <SummaryMap><entry><key>AccountMFAEnabled</key><value>1</value></entry>
                <entry><key>AccountAccessKeysPresent</key><value>0</value></entry></SummaryMap>"""));
        aws.when("iam:ListAccountAliases", xml("ListAccountAliases", """
                <AccountAliases><member>example-data</member></AccountAliases><IsTruncated>false</IsTruncated>"""));
        aws.when(
                "iam:ListOrganizationsFeatures",
                LoopbackAws.iamError(400, "AccountNotManagementOrDelegatedAdministrator"));
    }

    /** Who signs in, IAM's report, and a trail that lives where it is looked for: what no sample would stand for. */
    static LoopbackAws identity(LoopbackAws aws) {
        aws.when("sts:GetCallerIdentity", xml("GetCallerIdentity", """
                <UserId>AIDAEXAMPLE</UserId><Account>%s</Account><Arn>%suser/auditor</Arn>""".formatted(ACCOUNT, IAM)));
        aws.when("account:ListRegions", Answer.ok("""
                {"Regions": [{"RegionName": "us-east-1", "RegionOptStatus": "ENABLED_BY_DEFAULT"},
                             {"RegionName": "eu-west-1", "RegionOptStatus": "ENABLED_BY_DEFAULT"}]}"""));
        aws.when("iam:GenerateCredentialReport", reportState("COMPLETE"));
        aws.when("iam:GetCredentialReport", xml("GetCredentialReport", """
                <ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-11-20T08:00:00Z</GeneratedTime>
                <Content>%s</Content>""".formatted(Base64.getEncoder()
                .encodeToString("""
                user,arn,user_creation_time,password_enabled,mfa_active,access_key_1_active
                <root_account>,%sroot,2020-01-01T00:00:00+00:00,not_supported,true,false
                alice,%suser/alice,2021-01-01T00:00:00+00:00,true,true,false
                """.formatted(IAM, IAM).getBytes(StandardCharsets.UTF_8)))));
        aws.when("cloudtrail:DescribeTrails", request -> Answer.ok("""
                {"trailList": [{"Name": "all", "TrailARN": "arn:aws:cloudtrail:%1$s:%2$s:trail/all", "HomeRegion": "%1$s",
                  "HasInsightSelectors": true}]}""".formatted(request.region(), ACCOUNT)));
        return aws;
    }

    static Answer reportState(String state) {
        return xml("GenerateCredentialReport", "<State>%s</State>".formatted(state));
    }

    private static void buckets(LoopbackAws aws) {
        aws.when("s3:ListBuckets", bucketPage(List.of("bare", "full"), ""));
        Map.of(
                        "GetBucketPolicy", "NoSuchBucketPolicy",
                        "GetBucketPolicyStatus", "NoSuchBucketPolicy",
                        "GetBucketOwnershipControls", "OwnershipControlsNotFoundError",
                        "GetPublicAccessBlock", "NoSuchPublicAccessBlockConfiguration",
                        "GetBucketEncryption", "ServerSideEncryptionConfigurationNotFoundError",
                        "GetBucketLifecycleConfiguration", "NoSuchLifecycleConfiguration",
                        "GetBucketReplication", "ReplicationConfigurationNotFoundError",
                        "GetObjectLockConfiguration", "ObjectLockConfigurationNotFoundError",
                        "GetBucketCors", "NoSuchCORSConfiguration",
                        "GetBucketTagging", "NoSuchTagSet")
                .forEach((operation, code) -> aws.when("s3:" + operation, LoopbackAws.s3Error(404, code)));
        aws.when("s3:GetBucketWebsite", LoopbackAws.s3Error(404, "NoSuchWebsiteConfiguration"));
        aws.when("s3:GetBucketAcl", Answer.ok("""
                <AccessControlPolicy><Owner><ID>75aa</ID></Owner><AccessControlList><Grant>
                <Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>75aa</ID></Grantee>
                <Permission>FULL_CONTROL</Permission></Grant></AccessControlList></AccessControlPolicy>"""));
        aws.when("s3:GetBucketVersioning", Answer.ok("<VersioningConfiguration/>"));
        aws.when("s3:GetBucketLogging", Answer.ok("<BucketLoggingStatus/>"));
        aws.when("s3:GetBucketNotificationConfiguration", Answer.ok("<NotificationConfiguration/>"));
        aws.when("s3:GetBucketLocation", Answer.ok("<LocationConstraint/>"));
        fullBucket(aws);
    }

    private static void fullBucket(LoopbackAws aws) {
        aws.when("s3:GetBucketLocation@full", Answer.ok("<LocationConstraint>eu-west-1</LocationConstraint>"));
        aws.when("s3:GetBucketPolicy@full", Answer.ok("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
                 "Resource": "arn:aws:s3:::full/*"}]}"""));
        aws.when("s3:GetBucketPolicyStatus@full", Answer.ok("<PolicyStatus><IsPublic>true</IsPublic></PolicyStatus>"));
        aws.when("s3:GetBucketOwnershipControls@full", Answer.ok("""
                <OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>"""));
        aws.when("s3:GetPublicAccessBlock@full", Answer.ok("""
                <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>"""));
        aws.when("s3:GetBucketEncryption@full", Answer.ok("""
                <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>
                <SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>%s</KMSMasterKeyID>
                </ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule>
                </ServerSideEncryptionConfiguration>""".formatted(KEY)));
        aws.when("s3:GetBucketVersioning@full", Answer.ok("""
                <VersioningConfiguration><Status>Enabled</Status><MfaDelete>Disabled</MfaDelete></VersioningConfiguration>"""));
        aws.when("s3:GetBucketLogging@full", Answer.ok("""
                <BucketLoggingStatus><LoggingEnabled><TargetBucket>bare</TargetBucket><TargetPrefix>full/</TargetPrefix>
                </LoggingEnabled></BucketLoggingStatus>"""));
        aws.when("s3:GetBucketLifecycleConfiguration@full", Answer.ok("""
                <LifecycleConfiguration><Rule><ID>old</ID><Status>Enabled</Status><Filter><Prefix></Prefix></Filter>
                <AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload>
                </Rule></LifecycleConfiguration>"""));
        aws.when("s3:GetBucketTagging@full", Answer.ok("""
                <Tagging><TagSet><Tag><Key>team</Key><Value>data</Value></Tag></TagSet></Tagging>"""));
    }

    /** One page of buckets, all made on the same day; the next page's token, or none. */
    static Answer bucketPage(List<String> names, String next) {
        StringBuilder buckets = new StringBuilder();
        names.forEach(name ->
                buckets.append("<Bucket><Name>%s</Name><CreationDate>2024-02-03T04:05:06.000Z</CreationDate></Bucket>"
                        .formatted(name)));
        String token = next.isEmpty() ? "" : "<ContinuationToken>%s</ContinuationToken>".formatted(next);
        return Answer.ok(
                "<ListAllMyBucketsResult><Owner><ID>75aa</ID></Owner><Buckets>%s</Buckets>%s</ListAllMyBucketsResult>"
                        .formatted(buckets, token));
    }

    private static void users(LoopbackAws aws) {
        aws.when(
                "iam:ListUsers",
                xml(
                        "ListUsers",
                        "<Users>%s%s</Users><IsTruncated>false</IsTruncated>"
                                .formatted(
                                        user("alice", "<PasswordLastUsed>2026-11-01T00:00:00Z</PasswordLastUsed>"),
                                        user("robot", ""))));
        aws.when("iam:GetLoginProfile", LoopbackAws.iamError(404, "NoSuchEntity"));
        aws.when("iam:GetLoginProfile@alice", xml("GetLoginProfile", """
                <LoginProfile><UserName>alice</UserName><CreateDate>2021-01-01T00:00:00Z</CreateDate></LoginProfile>"""));
        aws.when("iam:ListMFADevices", xml("ListMFADevices", "<MFADevices/><IsTruncated>false</IsTruncated>"));
        aws.when("iam:ListMFADevices@alice", xml("ListMFADevices", """
                <MFADevices><member><UserName>alice</UserName><SerialNumber>%smfa/alice</SerialNumber>
                <EnableDate>2021-01-02T00:00:00Z</EnableDate></member></MFADevices><IsTruncated>false</IsTruncated>""".formatted(IAM)));
        aws.when("iam:ListAccessKeys", xml("ListAccessKeys", """
                <AccessKeyMetadata/><IsTruncated>false</IsTruncated>"""));
        aws.when("iam:ListAccessKeys@robot", xml("ListAccessKeys", """
                <AccessKeyMetadata><member><UserName>robot</UserName><AccessKeyId>AKIAEXAMPLE</AccessKeyId>
                <Status>Active</Status><CreateDate>2023-01-01T00:00:00Z</CreateDate></member></AccessKeyMetadata>
                <IsTruncated>false</IsTruncated>"""));
    }

    private static String user(String name, String more) {
        return """
                <member><Path>/</Path><UserName>%1$s</UserName><UserId>ID-%1$s</UserId><Arn>%2$suser/%1$s</Arn>
                <CreateDate>2021-01-01T00:00:00Z</CreateDate>%3$s</member>""".formatted(name, IAM, more);
    }

    private static void rolesAndPolicies(LoopbackAws aws) {
        aws.when("iam:GetAccountAuthorizationDetails", request -> switch (request.parameter("Filter.member.1")) {
            case "User" ->
                details("<UserDetailList>%s%s</UserDetailList>"
                        .formatted(
                                user("alice", """
                            <GroupList><member>analysts</member></GroupList>
                            <AttachedManagedPolicies><member><PolicyName>ReadOnlyAccess</PolicyName>
                            <PolicyArn>arn:aws:iam::aws:policy/ReadOnlyAccess</PolicyArn></member></AttachedManagedPolicies>
                            <Tags><member><Key>team</Key><Value>data</Value></member></Tags>"""),
                                user(
                                        "robot",
                                        "<UserPolicyList><member><PolicyName>inline</PolicyName><PolicyDocument>%s</PolicyDocument></member></UserPolicyList>"
                                                .formatted(encoded("s3:*")))));
            case "Role" -> details("""
                    <RoleDetailList><member><Path>/service/</Path><RoleName>loader</RoleName><RoleId>AROA</RoleId>
                    <Arn>%srole/service/loader</Arn><CreateDate>2022-01-01T00:00:00Z</CreateDate>
                    <AssumeRolePolicyDocument>%s</AssumeRolePolicyDocument>
                    <RolePolicyList><member><PolicyName>load</PolicyName><PolicyDocument>%s</PolicyDocument></member></RolePolicyList>
                    <AttachedManagedPolicies/><InstanceProfileList/>
                    <RoleLastUsed><LastUsedDate>2026-11-10T00:00:00Z</LastUsedDate><Region>eu-west-1</Region></RoleLastUsed>
                    </member></RoleDetailList>""".formatted(IAM, encoded("sts:AssumeRole"), encoded("s3:PutObject")));
            default -> details("""
                    <Policies><member><PolicyName>everything</PolicyName><PolicyId>ANPA</PolicyId>
                    <Arn>%spolicy/everything</Arn><Path>/</Path><DefaultVersionId>v2</DefaultVersionId>
                    <AttachmentCount>1</AttachmentCount><IsAttachable>true</IsAttachable>
                    <PolicyVersionList>
                    <member><Document>%s</Document><VersionId>v2</VersionId><IsDefaultVersion>true</IsDefaultVersion></member>
                    <member><Document>%s</Document><VersionId>v1</VersionId><IsDefaultVersion>false</IsDefaultVersion></member>
                    </PolicyVersionList></member>
                    <member><PolicyName>ReadOnlyAccess</PolicyName><Arn>arn:aws:iam::aws:policy/ReadOnlyAccess</Arn>
                    <DefaultVersionId>v9</DefaultVersionId><AttachmentCount>1</AttachmentCount>
                    <PolicyVersionList><member><Document>%s</Document><VersionId>v9</VersionId>
                    <IsDefaultVersion>true</IsDefaultVersion></member></PolicyVersionList></member>
                    <member><PolicyName>Unused</PolicyName><Arn>arn:aws:iam::aws:policy/Unused</Arn>
                    <DefaultVersionId>v1</DefaultVersionId><AttachmentCount>0</AttachmentCount>
                    <PermissionsBoundaryUsageCount>0</PermissionsBoundaryUsageCount>
                    <PolicyVersionList/></member></Policies>""".formatted(IAM, encoded("*"), encoded("s3:GetObject"), encoded("s3:Get*")));
        });
    }

    private static Answer details(String body) {
        return xml("GetAccountAuthorizationDetails", body + "<IsTruncated>false</IsTruncated>");
    }

    private static String encoded(String action) {
        String document =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"a+b c\"}]}"
                        .formatted(action);
        return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void keys(LoopbackAws aws) {
        aws.when(
                "kms:ListKeys",
                request -> request.region().equals("eu-west-1")
                        ? Answer.ok("""
                    {"Keys": [{"KeyId": "%1$s", "KeyArn": "%3$s%1$s"}, {"KeyId": "%2$s", "KeyArn": "%3$s%2$s"}],
                     "Truncated": false}""".formatted(KEY, SIGNING_KEY, keyArn("")))
                        : Answer.ok("{\"Keys\": [], \"Truncated\": false}"));
        aws.when("kms:ListAliases", Answer.ok("""
                {"Aliases": [{"AliasName": "alias/data", "AliasArn": "arn:aws:kms:eu-west-1:111122223333:alias/data",
                 "TargetKeyId": "%s"}, {"AliasName": "alias/aws/ebs"}], "Truncated": false}""".formatted(KEY)));
        aws.when(
                "kms:DescribeKey",
                request -> Answer.ok("""
                {"KeyMetadata": {"KeyId": "%1$s", "Arn": "%2$s", "AWSAccountId": "111122223333", "KeyManager": "CUSTOMER",
                 "KeySpec": "%3$s", "KeyUsage": "ENCRYPT_DECRYPT", "KeyState": "Enabled", "Origin": "AWS_KMS",
                 "MultiRegion": false, "CreationDate": 1700000000.5, "Enabled": true}}""".formatted(
                                request.resource(),
                                keyArn(request.resource()),
                                request.resource().equals(KEY) ? "SYMMETRIC_DEFAULT" : "RSA_4096")));
        aws.when("kms:GetKeyRotationStatus", LoopbackAws.jsonError(400, "UnsupportedOperationException"));
        aws.when("kms:GetKeyRotationStatus@" + KEY, Answer.ok("""
                {"KeyRotationEnabled": true, "RotationPeriodInDays": 365}"""));
        aws.when("kms:GetKeyPolicy", Answer.ok("""
                {"Policy": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[]}", "PolicyName": "default"}"""));
        aws.when("kms:ListGrants", Answer.ok("{\"Grants\": [], \"Truncated\": false}"));
        aws.when("kms:ListGrants@" + KEY, Answer.ok("""
                {"Grants": [{"GrantId": "abc", "GranteePrincipal": "%srole/service/loader", "Operations": ["Decrypt"]}],
                 "Truncated": false}""".formatted(IAM)));
        aws.when("kms:ListResourceTags", Answer.ok("""
                {"Tags": [{"TagKey": "team", "TagValue": "data"}], "Truncated": false}"""));
    }

    private static String keyArn(String id) {
        return "arn:aws:kms:eu-west-1:%s:key/%s".formatted(ACCOUNT, id);
    }

    /** The envelope of the query protocol. */
    static Answer xml(String operation, String result) {
        return Answer.ok(
                "<%1$sResponse><%1$sResult>%2$s</%1$sResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></%1$sResponse>"
                        .formatted(operation, result));
    }
}
