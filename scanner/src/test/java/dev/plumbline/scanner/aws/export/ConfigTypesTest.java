package dev.plumbline.scanner.aws.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.inventory.ResourceJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One item of each type in the words of AWS Config, and the same in those of the API. */
class ConfigTypesTest {
    @TempDir
    Path folder;

    /**
     * @param config the whole of what is read from the item, as JSON
     */
    record Sample(String name, String configuration, String supplement, String config) {
        private Sample(String name, String configuration, String config) {
            this(name, configuration, "{}", config);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample(
                        "AWS::EC2::Volume",
                        "{'volumeId': 'vol-1', 'encrypted': true, 'kmsKeyId': 'k', 'state': {'value': 'in-use'}, 'iops': null}",
                        "{'VolumeId': 'vol-1', 'Encrypted': true, 'KmsKeyId': 'k', 'State': 'in-use'}"),
                new Sample(
                        "AWS::EC2::SecurityGroup",
                        "{'groupId': 'sg-1', 'ipPermissions': [{'ipProtocol': 'tcp', 'fromPort': 22, 'toPort': 22, 'ipv6Ranges': [],"
                                + " 'ipv4Ranges': [{'cidrIp': '0.0.0.0/0'}], 'ipRanges': ['0.0.0.0/0']}],"
                                + " 'ipPermissionsEgress': [{'ipProtocol': '-1', 'ipRanges': ['10.0.0.0/8']}]}",
                        "{'GroupId': 'sg-1', 'IpPermissions': [{'IpProtocol': 'tcp', 'FromPort': 22, 'ToPort': 22, 'Ipv6Ranges': [],"
                                + " 'IpRanges': [{'CidrIp': '0.0.0.0/0'}]}],"
                                + " 'IpPermissionsEgress': [{'IpProtocol': '-1', 'IpRanges': [{'CidrIp': '10.0.0.0/8'}]}]}"),
                new Sample(
                        "AWS::EC2::VPCEndpoint",
                        "{'vpcEndpointId': 'vpce-1', 'policyDocument': '{\\\"Statement\\\": []}'}",
                        "{'VpcEndpointId': 'vpce-1', 'PolicyDocument': {'Statement': []}}"),
                new Sample(
                        "AWS::RDS::DBInstance",
                        "{'dBInstanceIdentifier': 'db', 'dBInstanceArn': 'a', 'storageEncrypted': false, 'kmsKeyId': null,"
                                + " 'iAMDatabaseAuthenticationEnabled': false, 'cACertificateIdentifier': 'rds-ca-2019',"
                                + " 'pendingModifiedValues': {'masterUserPassword': 'hunter2'}}",
                        "{'DBInstanceIdentifier': 'db', 'DBInstanceArn': 'a', 'StorageEncrypted': false,"
                                + " 'IAMDatabaseAuthenticationEnabled': false, 'CACertificateIdentifier': 'rds-ca-2019',"
                                + " 'PendingModifiedValues': {'MasterUserPassword': '(redacted)'}}"),
                new Sample(
                        "AWS::RDS::DBCluster",
                        "{'dbclusterIdentifier': 'c', 'dbclusterArn': 'a', 'storageEncrypted': true, 'dbsubnetGroup': 'd',"
                                + " 'clusterCreateTime': 1603209239560, 'iamdatabaseAuthenticationEnabled': true,"
                                + " 'endpoint': {'value': 'c.example'}, 'dbClusterResourceId': 'r'}",
                        "{'DBClusterIdentifier': 'c', 'DBClusterArn': 'a', 'StorageEncrypted': true, 'DBSubnetGroup': 'd',"
                                + " 'ClusterCreateTime': '2020-10-20T15:53:59.560Z', 'IAMDatabaseAuthenticationEnabled': true,"
                                + " 'Endpoint': 'c.example', 'DbClusterResourceId': 'r'}"),
                new Sample(
                        "AWS::RDS::DBSnapshot",
                        "{'dBSnapshotIdentifier': 's', 'encrypted': false}",
                        "{'DBSnapshotAttributes': [{'attributeName': 'restore', 'attributeValues': ['all']}]}",
                        "{'DBSnapshotIdentifier': 's', 'Encrypted': false, 'DBSnapshotAttributes': {'DBSnapshotAttributesResult':"
                                + " {'DBSnapshotIdentifier': 's', 'DBSnapshotAttributes': [{'AttributeName': 'restore',"
                                + " 'AttributeValues': ['all']}]}}}"),
                new Sample(
                        "AWS::RDS::DBClusterSnapshot",
                        "{'dbclusterSnapshotIdentifier': 's', 'storageEncrypted': true}",
                        "{'DBClusterSnapshotAttributes': '[{\\\"attributeName\\\":\\\"restore\\\",\\\"attributeValues\\\":[]}]'}",
                        "{'DBClusterSnapshotIdentifier': 's', 'StorageEncrypted': true, 'DBClusterSnapshotAttributes':"
                                + " {'DBClusterSnapshotAttributesResult': {'DBClusterSnapshotIdentifier': 's',"
                                + " 'DBClusterSnapshotAttributes': [{'AttributeName': 'restore', 'AttributeValues': []}]}}}"),
                new Sample(
                        "AWS::DynamoDB::Table",
                        "{'tableName': 't', 'ssedescription': {'ssetype': 'KMS', 'kmsmasterKeyArn': 'k', 'status': 'ENABLED'}}",
                        "{'ContinuousBackupsDescription': {'continuousBackupsStatus': 'ENABLED',"
                                + " 'pointInTimeRecoveryDescription': {'pointInTimeRecoveryStatus': 'DISABLED'}}}",
                        "{'TableName': 't', 'SSEDescription': {'SSEType': 'KMS', 'KMSMasterKeyArn': 'k', 'Status': 'ENABLED'},"
                                + " 'ContinuousBackups': {'ContinuousBackupsDescription': {'ContinuousBackupsStatus': 'ENABLED',"
                                + " 'PointInTimeRecoveryDescription': {'PointInTimeRecoveryStatus': 'DISABLED'}}}}"),
                new Sample(
                        "AWS::CloudTrail::Trail",
                        "{'name': 'all', 'trailARN': 'a', 's3BucketName': 'logs', 'logFileValidationEnabled': true,"
                                + " 'isMultiRegionTrail': true, 'snsTopicARN': null}",
                        "{'Name': 'all', 'TrailARN': 'a', 'S3BucketName': 'logs', 'LogFileValidationEnabled': true,"
                                + " 'IsMultiRegionTrail': true}"),
                new Sample(
                        "AWS::Lambda::Function",
                        "{'functionName': 'f', 'lastModified': '2018-10-17T15:12:52.533+0000'}",
                        "{'Policy': '{\\\"Statement\\\": []}', 'Concurrency': {'reservedConcurrentExecutions': 5}}",
                        "{'FunctionName': 'f', 'LastModified': '2018-10-17T15:12:52.533+0000', 'Policy': {'Policy': {'Statement': []}},"
                                + " 'FunctionConcurrency': {'ReservedConcurrentExecutions': 5}}"),
                new Sample(
                        "AWS::SNS::Topic",
                        "{'TopicArn': 'a', 'KmsMasterKeyId': 'k', 'FifoTopic': true, 'Policy': '{\\\"Statement\\\": []}'}",
                        "{'TopicArn': 'a', 'TopicAttributes': {'Attributes': {'TopicArn': 'a', 'KmsMasterKeyId': 'k',"
                                + " 'FifoTopic': 'true', 'Policy': {'Statement': []}}}}"),
                new Sample(
                        "AWS::SQS::Queue",
                        "{'QueueArn': 'a', 'QueueUrl': 'https://q', 'DelaySeconds': 0, 'VisibilityTimeout': 30.0,"
                                + " 'SqsManagedSseEnabled': 'true'}",
                        "{'QueueUrl': 'https://q', 'QueueAttributes': {'Attributes': {'QueueArn': 'a', 'DelaySeconds': '0',"
                                + " 'VisibilityTimeout': '30', 'SqsManagedSseEnabled': 'true'}}}"),
                new Sample(
                        "AWS::Redshift::Cluster",
                        "{'clusterIdentifier': 'w', 'encrypted': false, 'dBName': 'd', 'publiclyAccessible': true}",
                        "{'LoggingStatus': {'loggingEnabled': true, 'bucketName': 'logs'}}",
                        "{'ClusterIdentifier': 'w', 'Encrypted': false, 'DBName': 'd', 'PubliclyAccessible': true,"
                                + " 'LoggingStatus': {'LoggingEnabled': true, 'BucketName': 'logs'}}"),
                new Sample(
                        "AWS::ACM::Certificate",
                        "{'certificateArn': 'a', 'keyAlgorithm': 'RSA-2048', 'notAfter': '2027-01-01T00:00:00.000Z'}",
                        "{'CertificateArn': 'a', 'KeyAlgorithm': 'RSA-2048', 'NotAfter': '2027-01-01T00:00:00Z'}"),
                new Sample(
                        "AWS::CloudFront::Distribution",
                        "{'id': 'E1', 'arn': 'a', 'distributionConfig': {'viewerCertificate': {'sslSupportMethod': 'sni-only',"
                                + " 'minimumProtocolVersion': 'TLSv1.2_2021'}, 'origins': {'items': [{'customHeaders': {'items':"
                                + " [{'headerName': 'X-Proof', 'headerValue': 'hunter2'}]}, 'customOriginConfig': {'httpsPort': 443}}]}}}",
                        "{'Id': 'E1', 'ARN': 'a', 'DistributionConfig': {'ViewerCertificate': {'SSLSupportMethod': 'sni-only',"
                                + " 'MinimumProtocolVersion': 'TLSv1.2_2021'}, 'Origins': {'Items': [{'CustomHeaders': {'Items':"
                                + " [{'HeaderName': 'X-Proof', 'HeaderValue': '(redacted)'}]}, 'CustomOriginConfig': {'HTTPSPort': 443}}]}}}"),
                new Sample(
                        "AWS::ElasticLoadBalancingV2::LoadBalancer",
                        "{'loadBalancerArn': 'a', 'dNSName': 'n', 'state': {'code': 'active', 'reason': null}}",
                        "{'LoadBalancerAttributes': [{'key': 'access_logs.s3.enabled', 'value': 'false'}]}",
                        "{'LoadBalancerArn': 'a', 'DNSName': 'n', 'State': {'Code': 'active'}, 'LoadBalancerAttributes':"
                                + " {'Attributes': [{'Key': 'access_logs.s3.enabled', 'Value': 'false'}]}}"),
                new Sample(
                        "AWS::SecretsManager::Secret",
                        "{'ARN': 'a', 'Name': 'n', 'KMSKeyId': 'k', 'RotationEnabled': true, 'RotationRules':"
                                + " {'RotationScheduleExpression': 'rate(10 days)'}}",
                        "{'ARN': 'a', 'Name': 'n', 'KmsKeyId': 'k', 'RotationEnabled': true, 'RotationRules':"
                                + " {'ScheduleExpression': 'rate(10 days)'}}"),
                new Sample(
                        "AWS::EFS::FileSystem",
                        "{'FileSystemId': 'sample', 'Arn': 'a', 'Encrypted': true, 'FileSystemPolicy': {'Statement': []},"
                                + " 'BackupPolicy': {'Status': 'ENABLED'}}",
                        "{'FileSystemId': 'sample', 'FileSystemArn': 'a', 'Encrypted': true, 'FileSystemPolicy':"
                                + " {'FileSystemId': 'sample', 'Policy': {'Statement': []}},"
                                + " 'BackupPolicy': {'BackupPolicy': {'Status': 'ENABLED'}}}"),
                new Sample(
                        "AWS::ECR::Repository",
                        "{'RepositoryName': 'r', 'Arn': 'a', 'ImageScanningConfiguration': {'ScanOnPush': true},"
                                + " 'RepositoryPolicyText': {'Statement': []}}",
                        "{'repositoryName': 'r', 'repositoryArn': 'a', 'imageScanningConfiguration': {'scanOnPush': true},"
                                + " 'RepositoryPolicy': {'policyText': {'Statement': []}}}"),
                new Sample(
                        "AWS::OpenSearch::Domain",
                        "{'Id': '1/d', 'Arn': 'a', 'DomainName': 'd', 'EncryptionAtRestOptions': {'Enabled': true},"
                                + " 'AccessPolicies': {'Statement': []}, 'AdvancedOptions': {'rest.action': 'true'}}",
                        "{'DomainId': '1/d', 'ARN': 'a', 'DomainName': 'd', 'EncryptionAtRestOptions': {'Enabled': true},"
                                + " 'AccessPolicies': {'Statement': []}, 'AdvancedOptions': {'rest.action': 'true'}}"),
                new Sample(
                        "AWS::Kinesis::Stream",
                        "{'Arn': 'a', 'Name': 's', 'ShardCount': 4, 'StreamEncryption': {'EncryptionType': 'KMS', 'KeyId': 'k'}}",
                        "{'StreamARN': 'a', 'StreamName': 's', 'OpenShardCount': 4, 'EncryptionType': 'KMS', 'KeyId': 'k'}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void itsItemSaysWhatTheApiWouldSay(Sample sample) throws IOException {
        String arn = "arn:aws:x:eu-west-1:111122223333:thing/sample";
        String item = Items.item(sample.name(), arn, json(sample.configuration()), json(sample.supplement()));

        Resource resource = Estates.read(Items.snapshot(folder.resolve("snapshot"), item))
                .only(ConfigTypes.of(sample.name()).orElseThrow().type().value());

        assertThat(resource.config()).isEqualTo(ResourceJson.tree(json(sample.config())));
    }

    /** Buckets, keys and IAM have a test of their own, {@link SameVerdictsTest}. */
    @Test
    void everyTypeHasASample() {
        Set<String> told = samples().map(Sample::name).collect(Collectors.toSet());

        assertThat(ConfigTypes.ALL)
                .extracting(ConfigType::name)
                .filteredOn(name -> !told.contains(name))
                .containsExactlyInAnyOrder(
                        "AWS::S3::Bucket",
                        "AWS::KMS::Key",
                        "AWS::IAM::User",
                        "AWS::IAM::Group",
                        "AWS::IAM::Role",
                        "AWS::IAM::Policy");
    }

    @Test
    void noTypeIsBothReadAndMissed() {
        assertThat(ConfigTypes.missed()).noneMatch(name -> ConfigTypes.of(name).isPresent());
    }

    private static String json(String apostrophes) {
        return apostrophes.replace('\'', '"');
    }
}
