package dev.plumbline.dashboards.demo.log;

import static dev.plumbline.dashboards.demo.log.Operation.changes;
import static dev.plumbline.dashboards.demo.log.Operation.looks;
import static dev.plumbline.dashboards.demo.log.Operation.readsData;
import static dev.plumbline.dashboards.demo.log.Operation.writesData;

import java.util.List;

/** CloudTrail's event names. */
final class AwsWords {
    static final String S3 = "s3.amazonaws.com";
    static final String EC2 = "ec2.amazonaws.com";
    static final String STS = "sts.amazonaws.com";
    static final String IAM = "iam.amazonaws.com";
    static final String CLOUDTRAIL = "cloudtrail.amazonaws.com";
    static final String COMMAND_LINE = "aws-cli/2.31.9 md/awscrt#0.27.6 ua/2.1 os/linux lang/python#3.13.7";

    private static final String CLOUDFORMATION = "cloudformation.amazonaws.com";
    private static final String LAMBDA = "lambda.amazonaws.com";

    static final Words WORDS = new Words(
            looks(STS, "GetCallerIdentity"),
            looks(S3, "ListBuckets"),
            readsData(S3, "ListObjects"),
            readsData(S3, "GetObject"),
            writesData(S3, "PutObject"),
            looks("kms.amazonaws.com", "Decrypt"),
            1,
            List.of(
                    looks(EC2, "DescribeInstances"),
                    looks(EC2, "DescribeSecurityGroups"),
                    looks(EC2, "DescribeVolumes"),
                    looks(EC2, "DescribeSnapshots"),
                    looks("logs.amazonaws.com", "DescribeLogGroups"),
                    looks("logs.amazonaws.com", "GetLogEvents"),
                    looks("monitoring.amazonaws.com", "GetMetricData"),
                    looks("rds.amazonaws.com", "DescribeDBInstances"),
                    looks("glue.amazonaws.com", "GetTables"),
                    looks(LAMBDA, "ListFunctions20150331"),
                    looks(IAM, "ListRoles"),
                    looks(CLOUDTRAIL, "DescribeTrails")),
            List.of(
                    looks(STS, "GetCallerIdentity"),
                    looks(CLOUDFORMATION, "DescribeStacks"),
                    changes(CLOUDFORMATION, "CreateChangeSet"),
                    changes(CLOUDFORMATION, "ExecuteChangeSet"),
                    changes(LAMBDA, "UpdateFunctionCode20150331v2"),
                    changes(LAMBDA, "PublishVersion20150331"),
                    changes("ecs.amazonaws.com", "UpdateService"),
                    looks("ecs.amazonaws.com", "DescribeServices"),
                    changes(EC2, "CreateTags"),
                    looks(CLOUDFORMATION, "DescribeStackEvents")),
            List.of(
                    Words.BROWSER,
                    COMMAND_LINE,
                    "Boto3/1.40.50 md/Botocore#1.40.50 ua/2.1 os/linux lang/python#3.12.11"),
            List.of(
                    "Boto3/1.40.50 md/Botocore#1.40.50 ua/2.1 os/linux lang/python#3.12.11 exec-env/AWS_ECS_FARGATE",
                    "aws-sdk-java/2.35.4 md/io#sync md/http#Apache ua/2.1 os/Linux lang/java#21.0.8",
                    "aws-sdk-go-v2/1.39.2 ua/2.1 os/linux lang/go#1.25.1"));

    private AwsWords() {}
}
