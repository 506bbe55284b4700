package dev.plumbline.detectors.alert;

import static dev.plumbline.detectors.alert.Marking.cloudTrail;

import dev.plumbline.detectors.alert.EventRulesTest.Case;
import java.util.List;

/** Events in the shape of CloudTrail's own. */
final class AwsRuleCases {
    private AwsRuleCases() {}

    static List<Case> all() {
        return List.of(
                hit(
                        "trail stopped",
                        "aws-cloudtrail-logging-stopped",
                        "cloudtrail",
                        "StopLogging",
                        parameters("\"name\":\"main\"")),
                hit("trail deleted", "aws-cloudtrail-logging-stopped", "cloudtrail", "DeleteTrail", ""),
                miss("stopping refused", "cloudtrail", "StopLogging", "\"errorCode\":\"AccessDenied\""),
                miss("trail started", "cloudtrail", "StartLogging", ""),
                hit(
                        "trail cut to one region",
                        "aws-cloudtrail-weakened",
                        "cloudtrail",
                        "UpdateTrail",
                        parameters("\"isMultiRegionTrail\":false")),
                miss("trail widened", "cloudtrail", "UpdateTrail", parameters("\"isMultiRegionTrail\":true")),
                hit(
                        "selectors without management events",
                        "aws-cloudtrail-event-selectors-emptied",
                        "cloudtrail",
                        "PutEventSelectors",
                        parameters(
                                "\"eventSelectors\":[{\"includeManagementEvents\":false,\"readWriteType\":\"All\"}]")),
                miss(
                        "selectors with all events",
                        "cloudtrail",
                        "PutEventSelectors",
                        parameters(
                                "\"eventSelectors\":[{\"includeManagementEvents\":true,\"readWriteType\":\"All\"}]")),
                hit("flow logs deleted", "aws-log-source-removed", "ec2", "DeleteFlowLogs", ""),
                hit("detector deleted", "aws-log-source-removed", "guardduty", "DeleteDetector", ""),
                miss("flow logs created", "ec2", "CreateFlowLogs", ""),
                hit("log group deleted", "aws-log-group-deleted", "logs", "DeleteLogGroup", ""),
                hit(
                        "snapshot to everyone",
                        "aws-snapshot-shared-out",
                        "ec2",
                        "ModifySnapshotAttribute",
                        parameters(
                                "\"snapshotId\":\"snap-1\",\"createVolumePermission\":{\"add\":{\"items\":[{\"group\":\"all\"}]}}")),
                hit(
                        "snapshot to an account",
                        "aws-snapshot-shared-out",
                        "ec2",
                        "ModifySnapshotAttribute",
                        parameters("\"createVolumePermission\":{\"add\":{\"items\":[{\"userId\":\"9\"}]}}")),
                miss(
                        "snapshot no longer shared",
                        "ec2",
                        "ModifySnapshotAttribute",
                        parameters("\"createVolumePermission\":{\"remove\":{\"items\":[{\"group\":\"all\"}]}}")),
                hit(
                        "image to an account",
                        "aws-image-shared-out",
                        "ec2",
                        "ModifyImageAttribute",
                        parameters("\"launchPermission\":{\"add\":{\"items\":[{\"userId\":\"9\"}]}}")),
                miss("image described", "ec2", "ModifyImageAttribute", parameters("\"description\":{\"value\":\"x\"}")),
                hit(
                        "database snapshot shared",
                        "aws-database-snapshot-shared-out",
                        "rds",
                        "ModifyDBSnapshotAttribute",
                        parameters(
                                "\"dBSnapshotIdentifier\":\"s\",\"attributeName\":\"restore\",\"valuesToAdd\":[\"all\"]")),
                miss(
                        "database snapshot unshared",
                        "rds",
                        "ModifyDBSnapshotAttribute",
                        parameters("\"attributeName\":\"restore\",\"valuesToRemove\":[\"all\"]")),
                hit(
                        "key to be deleted",
                        "aws-kms-key-deletion-scheduled",
                        "kms",
                        "ScheduleKeyDeletion",
                        parameters("\"keyId\":\"k\"")),
                miss("deletion cancelled", "kms", "CancelKeyDeletion", ""),
                hit(
                        "policy for everyone",
                        "aws-bucket-made-public",
                        "s3",
                        "PutBucketPolicy",
                        parameters(
                                "\"bucketName\":\"b\",\"bucketPolicy\":{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\"}]}")),
                hit(
                        "policy for everyone, long form",
                        "aws-bucket-made-public",
                        "s3",
                        "PutBucketPolicy",
                        parameters(
                                "\"bucketPolicy\":{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"*\"]}}]}")),
                miss(
                        "policy for one account",
                        "s3",
                        "PutBucketPolicy",
                        parameters(
                                "\"bucketPolicy\":{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::9:root\"}}]}")),
                hit(
                        "canned public list",
                        "aws-bucket-made-public",
                        "s3",
                        "PutBucketAcl",
                        parameters("\"x-amz-acl\":[\"public-read\"]")),
                miss("private list", "s3", "PutBucketAcl", parameters("\"x-amz-acl\":[\"private\"]")),
                hit("block deleted", "aws-public-access-block-removed", "s3", "DeleteBucketPublicAccessBlock", ""),
                hit(
                        "block opened",
                        "aws-public-access-block-removed",
                        "s3",
                        "PutBucketPublicAccessBlock",
                        parameters(
                                "\"PublicAccessBlockConfiguration\":{\"BlockPublicAcls\":true,\"BlockPublicPolicy\":false}")),
                miss(
                        "block closed",
                        "s3",
                        "PutBucketPublicAccessBlock",
                        parameters(
                                "\"PublicAccessBlockConfiguration\":{\"BlockPublicAcls\":true,\"BlockPublicPolicy\":true}")),
                hit("encryption removed", "aws-bucket-defence-lowered", "s3", "DeleteBucketEncryption", ""),
                hit(
                        "key asks who it is",
                        "aws-identity-checked-from-new-network",
                        "sts",
                        "GetCallerIdentity",
                        "\"userIdentity\":{\"type\":\"IAMUser\",\"accessKeyId\":\"AKIA1\"}"),
                miss(
                        "session asks who it is",
                        "sts",
                        "GetCallerIdentity",
                        "\"userIdentity\":{\"type\":\"AssumedRole\",\"accessKeyId\":\"ASIA1\"}"),
                hit(
                        "instance role on a laptop",
                        "aws-instance-role-used-outside",
                        "s3",
                        "ListObjects",
                        instance("aws-cli/1.18 Python/3.8 Darwin/19.5.0")),
                miss(
                        "instance role on its instance",
                        "s3",
                        "ListObjects",
                        instance("aws-cli/1.18 Python/3.8 Linux/5.10")),
                hit(
                        "instance role lists buckets",
                        "aws-instance-role-enumerates-buckets",
                        "s3",
                        "ListBuckets",
                        instance("Boto3/1.34 Linux/5.10")),
                hit(
                        "key for another",
                        "aws-access-key-created-for-another",
                        "iam",
                        "CreateAccessKey",
                        parameters("\"userName\":\"kim\"")),
                miss("key for oneself", "iam", "CreateAccessKey", "\"requestParameters\":null"),
                hit(
                        "password for another",
                        "aws-login-profile-set-for-another",
                        "iam",
                        "UpdateLoginProfile",
                        parameters("\"userName\":\"kim\"")),
                hit(
                        "administrator made",
                        "aws-administrator-policy-attached",
                        "iam",
                        "AttachUserPolicy",
                        parameters("\"policyArn\":\"arn:aws:iam::aws:policy/AdministratorAccess\"")),
                miss(
                        "reader made",
                        "iam",
                        "AttachUserPolicy",
                        parameters("\"policyArn\":\"arn:aws:iam::aws:policy/ReadOnlyAccess\"")),
                hit("root changes", "aws-root-used", "iam", "CreateUser", "\"userIdentity\":{\"type\":\"Root\"}"),
                miss("root looks", "iam", "ListUsers", "\"userIdentity\":{\"type\":\"Root\"}"),
                hit(
                        "login with a password alone",
                        "aws-console-login-without-mfa",
                        "signin",
                        "ConsoleLogin",
                        "\"userIdentity\":{\"type\":\"IAMUser\"},\"additionalEventData\":{\"MFAUsed\":\"No\"},\"responseElements\":{\"ConsoleLogin\":\"Success\"}"),
                miss(
                        "login with a second factor",
                        "signin",
                        "ConsoleLogin",
                        "\"userIdentity\":{\"type\":\"IAMUser\"},\"additionalEventData\":{\"MFAUsed\":\"Yes\"},\"responseElements\":{\"ConsoleLogin\":\"Success\"}"),
                hit("account leaves", "aws-organization-left", "organizations", "LeaveOrganization", ""),
                hit(
                        "one call refused",
                        "aws-access-denied-burst",
                        "s3",
                        "GetObject",
                        "\"errorCode\":\"AccessDenied\""));
    }

    private static Case hit(String name, String rule, String service, String action, String members) {
        return new Case(name, rule, cloudTrail(service, action, members));
    }

    /** The burst rule counts every refusal, so a refused near miss bears another error. */
    private static Case miss(String name, String service, String action, String members) {
        return new Case(
                name, "", cloudTrail(service, action, members.replace("AccessDenied", "InvalidTrailNameException")));
    }

    private static String parameters(String members) {
        return "\"requestParameters\":{%s}".formatted(members);
    }

    private static String instance(String agent) {
        return "\"userAgent\":\"%s\",\"userIdentity\":{\"type\":\"AssumedRole\",\"arn\":\"arn:aws:sts::1:assumed-role/App/i-0317f6c6b66ae9c40\"}"
                .formatted(agent);
    }
}
