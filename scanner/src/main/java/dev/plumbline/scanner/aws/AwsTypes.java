package dev.plumbline.scanner.aws;

import java.util.List;
import java.util.stream.Stream;

/** Every declared type, service by service. */
final class AwsTypes {
    private AwsTypes() {}

    static List<AwsType<?>> all() {
        return Stream.of(
                        ApiGatewayTypes.all(),
                        ApiGatewayV2Types.all(),
                        BedrockAgentTypes.all(),
                        BedrockTypes.all(),
                        CloudFrontTypes.all(),
                        CloudTrailTypes.all(),
                        CloudWatchLogsTypes.all(),
                        ConfigTypes.all(),
                        ElasticLoadBalancingTypes.all(),
                        ElasticLoadBalancingV2Types.all(),
                        GuardDutyTypes.all(),
                        Inspector2Types.all(),
                        KmsTypes.all(),
                        LambdaTypes.all(),
                        Macie2Types.all(),
                        NetworkTypes.all(),
                        SageMakerTypes.all(),
                        SecurityHubTypes.all())
                .flatMap(List::stream)
                .toList();
    }
}
