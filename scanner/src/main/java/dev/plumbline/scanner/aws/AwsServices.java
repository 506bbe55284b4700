package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.aws.AwsService.Making;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrockagent.BedrockAgentClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.dax.DaxClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.fsx.FSxClient;
import software.amazon.awssdk.services.glacier.GlacierClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lakeformation.LakeFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.macie2.Macie2Client;
import software.amazon.awssdk.services.memorydb.MemoryDbClient;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Every service of AWS that is asked, told once: name, IAM's spelling of its permissions, the prefix of its host names,
 * its client. Endpoints, permissions, budgets and settings follow from it.
 */
final class AwsServices {
    /** IAM's own names for operations of S3. */
    private static final Map<String, String> S3_NAMES = Map.of(
            "ListBuckets", "ListAllMyBuckets",
            "GetPublicAccessBlock", "GetBucketPublicAccessBlock",
            "GetBucketEncryption", "GetEncryptionConfiguration",
            "GetBucketLifecycleConfiguration", "GetLifecycleConfiguration",
            "GetBucketReplication", "GetReplicationConfiguration",
            "GetObjectLockConfiguration", "GetBucketObjectLockConfiguration",
            "GetBucketCors", "GetBucketCORS",
            "GetBucketNotificationConfiguration", "GetBucketNotification");

    // Lambdas, not method references: those would load all clients at once, some with a thousand operations.
    static final AwsService<AccessAnalyzerClient> ACCESSANALYZER =
            regional("accessanalyzer", iam("access-analyzer"), "access-analyzer", () -> AccessAnalyzerClient.builder());
    static final AwsService<AccountClient> ACCOUNT = global("account", iam("account"), () -> AccountClient.builder());
    static final AwsService<AcmClient> ACM = regional("acm", iam("acm"), "acm", () -> AcmClient.builder());
    static final AwsService<ApiGatewayClient> APIGATEWAY =
            regional("apigateway", AwsServices::restGet, "apigateway", () -> ApiGatewayClient.builder());
    static final AwsService<ApiGatewayV2Client> APIGATEWAYV2 =
            regional("apigatewayv2", AwsServices::restGet, "apigateway", () -> ApiGatewayV2Client.builder());
    static final AwsService<AthenaClient> ATHENA =
            regional("athena", iam("athena"), "athena", () -> AthenaClient.builder());
    static final AwsService<BackupClient> BACKUP =
            regional("backup", iam("backup"), "backup", () -> BackupClient.builder());
    static final AwsService<BedrockClient> BEDROCK =
            regional("bedrock", iam("bedrock"), "bedrock", () -> BedrockClient.builder());
    static final AwsService<BedrockAgentClient> BEDROCKAGENT =
            regional("bedrockagent", iam("bedrock"), "bedrock-agent", () -> BedrockAgentClient.builder());
    static final AwsService<CloudFrontClient> CLOUDFRONT =
            global("cloudfront", iam("cloudfront"), () -> CloudFrontClient.builder());
    static final AwsService<CloudTrailClient> CLOUDTRAIL =
            regional("cloudtrail", iam("cloudtrail"), "cloudtrail", () -> CloudTrailClient.builder());
    static final AwsService<CloudWatchLogsClient> CLOUDWATCHLOGS =
            regional("cloudwatchlogs", iam("logs"), "logs", () -> CloudWatchLogsClient.builder());
    static final AwsService<ConfigClient> CONFIG =
            regional("config", iam("config"), "config", () -> ConfigClient.builder());
    static final AwsService<DaxClient> DAX = regional("dax", iam("dax"), "dax", () -> DaxClient.builder());
    static final AwsService<DynamoDbClient> DYNAMODB =
            regional("dynamodb", iam("dynamodb"), "dynamodb", () -> DynamoDbClient.builder());
    static final AwsService<Ec2Client> EC2 = regional("ec2", iam("ec2"), "ec2", () -> Ec2Client.builder());
    static final AwsService<EcrClient> ECR = regional("ecr", iam("ecr"), "api.ecr", () -> EcrClient.builder());
    static final AwsService<EfsClient> EFS =
            regional("efs", iam("elasticfilesystem"), "elasticfilesystem", () -> EfsClient.builder());
    static final AwsService<ElastiCacheClient> ELASTICACHE =
            regional("elasticache", iam("elasticache"), "elasticache", () -> ElastiCacheClient.builder());
    static final AwsService<ElasticLoadBalancingClient> ELASTICLOADBALANCING = regional(
            "elasticloadbalancing",
            iam("elasticloadbalancing"),
            "elasticloadbalancing",
            () -> ElasticLoadBalancingClient.builder());
    static final AwsService<ElasticLoadBalancingV2Client> ELASTICLOADBALANCINGV2 = regional(
            "elasticloadbalancingv2",
            iam("elasticloadbalancing"),
            "elasticloadbalancing",
            () -> ElasticLoadBalancingV2Client.builder());
    static final AwsService<EmrClient> EMR =
            regional("emr", iam("elasticmapreduce"), "elasticmapreduce", () -> EmrClient.builder());
    static final AwsService<FirehoseClient> FIREHOSE =
            regional("firehose", iam("firehose"), "firehose", () -> FirehoseClient.builder());
    static final AwsService<FSxClient> FSX = regional("fsx", iam("fsx"), "fsx", () -> FSxClient.builder());
    static final AwsService<GlacierClient> GLACIER =
            regional("glacier", iam("glacier"), "glacier", () -> GlacierClient.builder());
    static final AwsService<GlueClient> GLUE = regional("glue", iam("glue"), "glue", () -> GlueClient.builder());
    static final AwsService<GuardDutyClient> GUARDDUTY =
            regional("guardduty", iam("guardduty"), "guardduty", () -> GuardDutyClient.builder());
    static final AwsService<IamClient> IAM = global("iam", iam("iam"), () -> IamClient.builder());
    static final AwsService<IdentitystoreClient> IDENTITYSTORE =
            regional("identitystore", iam("identitystore"), "identitystore", () -> IdentitystoreClient.builder());
    static final AwsService<Inspector2Client> INSPECTOR2 =
            regional("inspector2", iam("inspector2"), "inspector2", () -> Inspector2Client.builder());
    static final AwsService<KafkaClient> KAFKA = regional("kafka", iam("kafka"), "kafka", () -> KafkaClient.builder());
    static final AwsService<KinesisClient> KINESIS =
            regional("kinesis", iam("kinesis"), "kinesis", () -> KinesisClient.builder());
    static final AwsService<KmsClient> KMS = regional("kms", iam("kms"), "kms", () -> KmsClient.builder());
    static final AwsService<LakeFormationClient> LAKEFORMATION =
            regional("lakeformation", iam("lakeformation"), "lakeformation", () -> LakeFormationClient.builder());
    static final AwsService<LambdaClient> LAMBDA =
            regional("lambda", iam("lambda"), "lambda", () -> LambdaClient.builder());
    static final AwsService<Macie2Client> MACIE2 =
            regional("macie2", iam("macie2"), "macie2", () -> Macie2Client.builder());
    static final AwsService<MemoryDbClient> MEMORYDB =
            regional("memorydb", iam("memorydb"), "memory-db", () -> MemoryDbClient.builder());
    static final AwsService<OpenSearchClient> OPENSEARCH =
            regional("opensearch", iam("es"), "es", () -> OpenSearchClient.builder());
    static final AwsService<OrganizationsClient> ORGANIZATIONS =
            global("organizations", iam("organizations"), () -> OrganizationsClient.builder());
    static final AwsService<RdsClient> RDS = regional("rds", iam("rds"), "rds", () -> RdsClient.builder());
    static final AwsService<RedshiftClient> REDSHIFT =
            regional("redshift", iam("redshift"), "redshift", () -> RedshiftClient.builder());
    static final AwsService<RedshiftServerlessClient> REDSHIFTSERVERLESS = regional(
            "redshiftserverless",
            iam("redshift-serverless"),
            "redshift-serverless",
            () -> RedshiftServerlessClient.builder());
    static final AwsService<S3Client> S3 = regional("s3", iam("s3", S3_NAMES), "s3", () -> S3Client.builder());
    static final AwsService<S3ControlClient> S3CONTROL = regional(
            "s3control",
            iam("s3", Map.of("GetPublicAccessBlock", "GetAccountPublicAccessBlock")),
            "s3-control",
            () -> S3ControlClient.builder());
    static final AwsService<SageMakerClient> SAGEMAKER =
            regional("sagemaker", iam("sagemaker"), "api.sagemaker", () -> SageMakerClient.builder());
    static final AwsService<SecretsManagerClient> SECRETSMANAGER =
            regional("secretsmanager", iam("secretsmanager"), "secretsmanager", () -> SecretsManagerClient.builder());
    static final AwsService<SecurityHubClient> SECURITYHUB =
            regional("securityhub", iam("securityhub"), "securityhub", () -> SecurityHubClient.builder());
    static final AwsService<SnsClient> SNS = regional("sns", iam("sns"), "sns", () -> SnsClient.builder());
    static final AwsService<SqsClient> SQS = regional("sqs", iam("sqs"), "sqs", () -> SqsClient.builder());
    static final AwsService<SsmClient> SSM = regional("ssm", iam("ssm"), "ssm", () -> SsmClient.builder());
    static final AwsService<SsoAdminClient> SSOADMIN =
            regional("ssoadmin", iam("sso"), "sso", () -> SsoAdminClient.builder());
    static final AwsService<StsClient> STS = regional("sts", iam("sts"), "sts", () -> StsClient.builder());

    static final List<AwsService<?>> ALL = List.of(
            ACCESSANALYZER,
            ACCOUNT,
            ACM,
            APIGATEWAY,
            APIGATEWAYV2,
            ATHENA,
            BACKUP,
            BEDROCK,
            BEDROCKAGENT,
            CLOUDFRONT,
            CLOUDTRAIL,
            CLOUDWATCHLOGS,
            CONFIG,
            DAX,
            DYNAMODB,
            EC2,
            ECR,
            EFS,
            ELASTICACHE,
            ELASTICLOADBALANCING,
            ELASTICLOADBALANCINGV2,
            EMR,
            FIREHOSE,
            FSX,
            GLACIER,
            GLUE,
            GUARDDUTY,
            IAM,
            IDENTITYSTORE,
            INSPECTOR2,
            KAFKA,
            KINESIS,
            KMS,
            LAKEFORMATION,
            LAMBDA,
            MACIE2,
            MEMORYDB,
            OPENSEARCH,
            ORGANIZATIONS,
            RDS,
            REDSHIFT,
            REDSHIFTSERVERLESS,
            S3,
            S3CONTROL,
            SAGEMAKER,
            SECRETSMANAGER,
            SECURITYHUB,
            SNS,
            SQS,
            SSM,
            SSOADMIN,
            STS);

    private AwsServices() {}

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> AwsService<C> regional(
            String name, UnaryOperator<String> permission, String endpoint, Supplier<B> builder) {
        return new AwsService<>(name, permission, endpoint, false, new Making<>(builder));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> AwsService<C> global(
            String name, UnaryOperator<String> permission, Supplier<B> builder) {
        return new AwsService<>(name, permission, name, true, new Making<>(builder));
    }

    /** IAM knows API Gateway's calls by their HTTP method. */
    private static String restGet(String operation) {
        return "apigateway:GET";
    }

    private static UnaryOperator<String> iam(String prefix) {
        return iam(prefix, Map.of());
    }

    /** @param otherNames IAM's for operations, where it has names of its own */
    private static UnaryOperator<String> iam(String prefix, Map<String, String> otherNames) {
        return operation -> prefix + ":" + otherNames.getOrDefault(operation, operation);
    }
}
