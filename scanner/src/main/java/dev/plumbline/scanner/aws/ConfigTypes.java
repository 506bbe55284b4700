package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.CONFIG;

import java.util.List;
import software.amazon.awssdk.services.config.model.ConfigurationAggregator;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorsResponse;
import software.amazon.awssdk.services.config.model.DescribeRetentionConfigurationsResponse;

/** AWS Config: whether changes are recorded in a region, and where that is delivered. */
final class ConfigTypes {
    private ConfigTypes() {}

    static List<AwsType<?>> all() {
        return List.of(region(), configurationAggregator());
    }

    /** A region has one recorder of the customer's and one channel, or none: their absence is what rules look for. */
    private static AwsType<?> region() {
        return CONFIG.type("aws.config.region")
                .settings()
                .ask(
                        "DescribeConfigurationRecorders",
                        (config, region) -> config.describeConfigurationRecorders(r -> {}))
                .ask(
                        "DescribeConfigurationRecorderStatus",
                        (config, region) -> config.describeConfigurationRecorderStatus(r -> {}))
                .ask("DescribeDeliveryChannels", (config, region) -> config.describeDeliveryChannels(r -> {}))
                .ask("DescribeDeliveryChannelStatus", (config, region) -> config.describeDeliveryChannelStatus(r -> {}))
                .askPages(
                        "DescribeRetentionConfigurations",
                        (config, region, token) -> config.describeRetentionConfigurations(r -> r.nextToken(token)),
                        DescribeRetentionConfigurationsResponse::nextToken)
                .build();
    }

    private static AwsType<?> configurationAggregator() {
        return CONFIG.type("aws.config.configurationaggregator")
                .list(
                        "DescribeConfigurationAggregators",
                        (config, token) -> config.describeConfigurationAggregators(r -> r.nextToken(token)),
                        DescribeConfigurationAggregatorsResponse::nextToken,
                        DescribeConfigurationAggregatorsResponse::configurationAggregators)
                .id(ConfigurationAggregator::configurationAggregatorArn)
                .name(ConfigurationAggregator::configurationAggregatorName)
                .build();
    }
}
