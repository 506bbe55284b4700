package dev.plumbline.dashboards.demo.log;

import dev.plumbline.rules.resource.Cloud;
import java.util.List;

/**
 * How a provider calls what people and machines do on every cloud.
 *
 * @param shows the share of requests for data that the log shows
 * @param around what one looks at while working
 * @param release the steps of a release, in order
 * @param agents of people at their keyboards
 * @param machineAgents of programs
 */
record Words(
        Operation whoAmI,
        Operation listStores,
        Operation listObjects,
        Operation read,
        Operation write,
        Operation decrypt,
        double shows,
        List<Operation> around,
        List<Operation> release,
        List<String> agents,
        List<String> machineAgents) {
    static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

    static Words of(Cloud cloud) {
        return switch (cloud) {
            case AWS -> AwsWords.WORDS;
            case AZURE -> AzureWords.WORDS;
            case GCP -> GcpWords.WORDS;
        };
    }
}
