package dev.plumbline.scanner.aws;

import java.util.List;
import java.util.stream.Stream;

/** Every declared type, service by service. */
final class AwsTypes {
    private AwsTypes() {}

    static List<AwsType<?>> all() {
        return Stream.of(
                        AccessAnalyzerTypes.all(),
                        AcmTypes.all(),
                        ApiGatewayTypes.all(),
                        ApiGatewayV2Types.all(),
                        AthenaTypes.all(),
                        BackupTypes.all(),
                        BedrockAgentTypes.all(),
                        BedrockTypes.all(),
                        CloudFrontTypes.all(),
                        CloudTrailTypes.all(),
                        CloudWatchLogsTypes.all(),
                        ConfigTypes.all(),
                        DaxTypes.all(),
                        DynamoDbTypes.all(),
                        Ec2StorageTypes.all(),
                        EcrTypes.all(),
                        EfsTypes.all(),
                        ElastiCacheTypes.all(),
                        ElasticLoadBalancingTypes.all(),
                        ElasticLoadBalancingV2Types.all(),
                        EmrTypes.all(),
                        FirehoseTypes.all(),
                        FsxTypes.all(),
                        GlacierTypes.all(),
                        GlueTypes.all(),
                        GuardDutyTypes.all(),
                        IamTypes.all(),
                        Inspector2Types.all(),
                        KafkaTypes.all(),
                        KinesisTypes.all(),
                        KmsTypes.all(),
                        LakeFormationTypes.all(),
                        LambdaTypes.all(),
                        Macie2Types.all(),
                        MemoryDbTypes.all(),
                        NetworkTypes.all(),
                        OpenSearchTypes.all(),
                        OrganizationsTypes.all(),
                        RdsTypes.all(),
                        RedshiftServerlessTypes.all(),
                        RedshiftTypes.all(),
                        S3ControlTypes.all(),
                        SageMakerTypes.all(),
                        SecretsManagerTypes.all(),
                        SecurityHubTypes.all(),
                        SnsTypes.all(),
                        SqsTypes.all(),
                        SsmTypes.all(),
                        SsoAdminTypes.all())
                .flatMap(List::stream)
                .toList();
    }
}
