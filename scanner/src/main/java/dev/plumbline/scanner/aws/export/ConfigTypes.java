package dev.plumbline.scanner.aws.export;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.aws.export.Told.Missing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every type that is read from AWS Config. A type stands here only if its record is known: its properties from AWS's own
 * list, and how they are written from recorded items that are public. Others are counted, never guessed.
 *
 * @see <a href="https://github.com/awslabs/aws-config-resource-schema">AWS: properties of the types in AWS Config</a>
 */
final class ConfigTypes {
    /** The account's own block of public access. It is no resource but an answer about the account. */
    static final String ACCOUNT_BLOCK = "AWS::S3::AccountPublicAccessBlock";

    /**
     * Types that bear on stored data, keys, identity or their logs, and that Config records, but whose record is not
     * known well enough.
     */
    private static final Set<String> UNREAD = Set.of(
            "AWS::Backup::BackupVault",
            "AWS::CloudFront::StreamingDistribution",
            "AWS::ElasticLoadBalancing::LoadBalancer",
            "AWS::ElasticLoadBalancingV2::Listener",
            "AWS::Elasticsearch::Domain",
            "AWS::IAM::OIDCProvider",
            "AWS::IAM::SAMLProvider",
            "AWS::IAM::ServerCertificate",
            "AWS::KinesisFirehose::DeliveryStream",
            "AWS::MSK::Cluster",
            "AWS::Redshift::ClusterSnapshot",
            "AWS::S3::AccessPoint",
            "AWS::S3::MultiRegionAccessPoint",
            "AWS::S3Express::DirectoryBucket");

    static final List<ConfigType> ALL = List.of(
            ConfigType.of("AWS::S3::Bucket", "aws.s3.bucket", BucketItem::tell)
                    .without(
                            new Missing("BucketPolicyStatus", "s3:GetBucketPolicyStatus"),
                            new Missing("BucketOwnershipControls", "s3:GetBucketOwnershipControls")),
            ConfigType.of("AWS::IAM::User", "aws.iam.user", iam(IamEntity::user))
                    .listedOnce()
                    .without(IamEntity.OF_USERS),
            ConfigType.of("AWS::IAM::Group", "aws.iam.group", iam(IamEntity::group))
                    .listedOnce(),
            ConfigType.of("AWS::IAM::Role", "aws.iam.role", iam((entry, told) -> {
                        IamEntity.role(entry, told);
                        IamEntity.roleLastUsed(entry, told, false);
                    }))
                    .listedOnce(),
            ConfigType.of("AWS::IAM::Policy", "aws.iam.policy", iam(IamEntity::policy))
                    .listedOnce(),
            ConfigType.of("AWS::KMS::Key", "aws.kms.key", ConfigReadings::key)
                    .without(new Missing("Aliases", "kms:ListAliases"), new Missing("Grants", "kms:ListGrants")),
            ConfigType.of("AWS::EC2::Volume", "aws.ec2.volume", ConfigReadings.spread()),
            ConfigType.of("AWS::EC2::SecurityGroup", "aws.ec2.securitygroup", ConfigReadings::securityGroup),
            ConfigType.of("AWS::EC2::VPCEndpoint", "aws.ec2.vpcendpoint", ConfigReadings.spread()),
            ConfigType.of("AWS::RDS::DBInstance", "aws.rds.dbinstance", ConfigReadings.spread()),
            ConfigType.of("AWS::RDS::DBCluster", "aws.rds.dbcluster", ConfigReadings.spread(ConfigReadings.CLUSTER)),
            ConfigType.of(
                    "AWS::RDS::DBSnapshot",
                    "aws.rds.dbsnapshot",
                    ConfigReadings.databaseSnapshot("DBSnapshotAttributes", "DBSnapshotIdentifier")),
            ConfigType.of(
                    "AWS::RDS::DBClusterSnapshot",
                    "aws.rds.dbclustersnapshot",
                    ConfigReadings.databaseSnapshot("DBClusterSnapshotAttributes", "DBClusterSnapshotIdentifier")),
            ConfigType.of("AWS::DynamoDB::Table", "aws.dynamodb.table", ConfigReadings::table)
                    .without(new Missing("ResourcePolicy", "dynamodb:GetResourcePolicy")),
            ConfigType.of("AWS::CloudTrail::Trail", "aws.cloudtrail.trail", ConfigReadings.spread())
                    .without(
                            new Missing("TrailStatus", "cloudtrail:GetTrailStatus"),
                            new Missing("EventSelectors", "cloudtrail:GetEventSelectors")),
            ConfigType.of("AWS::Lambda::Function", "aws.lambda.function", ConfigReadings::function),
            ConfigType.of(
                    "AWS::SNS::Topic", "aws.sns.topic", RegistryReadings.attributes("TopicAttributes", "TopicArn")),
            ConfigType.of(
                    "AWS::SQS::Queue", "aws.sqs.queue", RegistryReadings.attributes("QueueAttributes", "QueueUrl")),
            ConfigType.of("AWS::Redshift::Cluster", "aws.redshift.cluster", ConfigReadings::warehouse),
            ConfigType.of("AWS::ACM::Certificate", "aws.acm.certificate", ConfigReadings.spread()),
            ConfigType.of(
                            "AWS::CloudFront::Distribution",
                            "aws.cloudfront.distribution",
                            ConfigReadings.spread(ConfigReadings.DISTRIBUTION))
                    .listedOnce(),
            ConfigType.of(
                    "AWS::ElasticLoadBalancingV2::LoadBalancer",
                    "aws.elasticloadbalancingv2.loadbalancer",
                    ConfigReadings::loadBalancer),
            ConfigType.of("AWS::SecretsManager::Secret", "aws.secretsmanager.secret", RegistryReadings::secret)
                    .without(new Missing("ResourcePolicy", "secretsmanager:GetResourcePolicy")),
            ConfigType.of("AWS::EFS::FileSystem", "aws.elasticfilesystem.filesystem", RegistryReadings::fileSystem),
            ConfigType.of("AWS::ECR::Repository", "aws.ecr.repository", RegistryReadings::repository),
            ConfigType.of("AWS::OpenSearch::Domain", "aws.es.domain", RegistryReadings::domain),
            ConfigType.of("AWS::Kinesis::Stream", "aws.kinesis.stream", RegistryReadings::stream)
                    .without(new Missing("ResourcePolicy", "kinesis:GetResourcePolicy")));

    private static final Map<String, ConfigType> BY_NAME =
            ALL.stream().collect(toUnmodifiableMap(ConfigType::name, Function.identity()));

    private ConfigTypes() {}

    static Optional<ConfigType> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Whether something is lost by passing over items of this type. */
    static boolean isMissed(String name) {
        return UNREAD.contains(name);
    }

    static Stream<String> missed() {
        return UNREAD.stream().sorted();
    }

    /**
     * The name under which a type that is not read stands in coverage.
     *
     * @throws IllegalArgumentException if {@code name} is no name of a type
     */
    static ResourceType nameInCoverage(String name) {
        return new ResourceType(name.replace("::", ".").toLowerCase(Locale.ROOT));
    }

    private static ConfigType.Reading iam(IamReading reading) {
        return (item, told) -> reading.tell(IamEntity.WORDS.map(item.configuration()), told);
    }

    /** Takes the entry in the words of the API. */
    private interface IamReading {
        void tell(Map<String, @Nullable Object> entry, Told told);
    }
}
